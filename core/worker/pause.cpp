// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/pause.h"

namespace framehand::worker {

using policy::PauseReason;

std::optional<Pause> pause_of(const policy::Decision& decision, const policy::Wishes& wishes,
                              const std::optional<Pause>& before, base::WallTime now) {
    const auto& wish = wishes.pause;
    if (decision.verdict == policy::Verdict::Run) {
        if (wish && wish->when == PauseWhen::AfterJob) {
            return Pause{{{PauseReason::ByYou, {}, wish->until, {}}}, PauseWhen::AfterJob, wish->since, wish->until};
        }
        return std::nullopt;
    }
    Pause pause{decision.causes, PauseWhen::Now, now, decision.until};
    const auto heaviest = pause.causes.front().reason;
    if (wish && (heaviest == PauseReason::ByYou || heaviest == PauseReason::AfterJob)) {
        pause.since = wish->since;
    } else if (before && before->when == PauseWhen::Now) {
        pause.since = before->since;
    }
    return pause;
}

std::string sentence(const Pause& pause) {
    std::string text;
    for (const auto& cause : pause.causes) {
        text += (text.empty() ? "" : "; ") + policy::sentence(cause);
    }
    return text;
}

std::string sentence_for_source(const Pause& pause) {
    const auto heaviest = pause.causes.front().reason;
    const bool by_owner = heaviest == PauseReason::ByYou || heaviest == PauseReason::AfterJob;
    return by_owner ? "paused by its owner" : policy::sentence(pause.causes.front());
}

} // namespace framehand::worker
