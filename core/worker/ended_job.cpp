// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/ended_job.h"

#include <array>

namespace framehand::worker {

namespace {

using State = EndedJob::State;

constexpr std::array kStates{State::Completed, State::Failed, State::Cancelled, State::Returned};
constexpr std::size_t kLongestEnding = 6; // ".mpeg2"

} // namespace

std::string_view to_string(State state) {
    switch (state) {
    case State::Completed:
        return "COMPLETED";
    case State::Failed:
        return "FAILED";
    case State::Cancelled:
        return "CANCELLED";
    case State::Returned:
        return "RETURNED";
    }
    return "FAILED";
}

std::optional<State> ended_state_from_string(std::string_view text) {
    for (const State state : kStates) {
        if (to_string(state) == text) {
            return state;
        }
    }
    return std::nullopt;
}

std::string title_of(std::string_view path) {
    const auto slash = path.find_last_of('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const auto dot = name.find_last_of('.');
    // "film.mkv" has an ending; ".mkv" and "Mr. Robot" have none.
    const bool ending = dot != std::string_view::npos && dot > 0 && name.size() - dot <= kLongestEnding &&
                        name.find(' ', dot) == std::string_view::npos;
    const auto title = ending ? name.substr(0, dot) : name;
    return std::string(title.empty() ? path : title);
}

} // namespace framehand::worker
