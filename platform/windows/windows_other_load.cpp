// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_other_load.h"

#include "platform/windows/windows_api.h"

#include <algorithm>
#include <map>
#include <utility>

namespace framehand::platform {

namespace {

using Sample = WindowsOtherLoad::Sample;
using Family = std::map<std::int64_t, ListedProcess>; ///< by process id

std::uint64_t ticks(const FILETIME& time) {
    return (static_cast<std::uint64_t>(time.dwHighDateTime) << 32U) | time.dwLowDateTime;
}

std::optional<Sample> look_now() {
    Sample sample;
    auto processes = all_processes();
    FILETIME idle{};
    FILETIME kernel{}; // with the idle time
    FILETIME user{};
    // Last: what the family uses meanwhile must not look like somebody else's.
    if (!processes || ::GetSystemTimes(&idle, &kernel, &user) == FALSE) {
        return std::nullopt;
    }
    sample.processes = std::move(*processes);
    sample.total = ticks(kernel) + ticks(user);
    sample.busy = sample.total - std::min(sample.total, ticks(idle));
    return sample;
}

/// `own` and all that descend from it.
Family family_of(const Sample& sample, std::int64_t own) {
    std::multimap<std::int64_t, const ListedProcess*> children;
    Family family;
    std::vector<const ListedProcess*> members;
    for (const auto& process : sample.processes) {
        children.emplace(process.parent, &process);
        if (process.id == own) {
            members.push_back(&process);
        }
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto& member = *members[i];
        if (!family.emplace(member.id, member).second) {
            continue;
        }
        for (auto [child, last] = children.equal_range(member.id); child != last; ++child) {
            // Older than its parent: that one's number was another process's before.
            if (child->second->created >= member.created) {
                members.push_back(child->second);
            }
        }
    }
    return family;
}

} // namespace

std::optional<double> others_percent(const Sample& before, const Sample& after, std::int64_t own) {
    if (after.total <= before.total || after.busy < before.busy) {
        return std::nullopt;
    }
    const auto was = family_of(before, own);
    const auto is = family_of(after, own);
    for (const auto& [id, process] : was) {
        const auto still = is.find(id);
        if (still == is.end() || still->second.created != process.created) {
            return std::nullopt;
        }
    }
    std::uint64_t ours = 0;
    for (const auto& [id, process] : is) {
        const auto earlier = was.find(id);
        ours += process.used - (earlier == was.end() ? 0 : std::min(earlier->second.used, process.used));
    }
    const auto busy = after.busy - before.busy;
    const auto others = busy - std::min(busy, ours);
    return std::min(100.0, 100.0 * static_cast<double>(others) / static_cast<double>(after.total - before.total));
}

WindowsOtherLoad::WindowsOtherLoad(const base::Clock& clock, std::int64_t own_process_id)
    : WindowsOtherLoad(clock, own_process_id, look_now) {
}

WindowsOtherLoad::WindowsOtherLoad(const base::Clock& clock, std::int64_t own_process_id, Look look)
    : m_clock(clock), m_own(own_process_id), m_look(std::move(look)),
      m_percent(ports::Reading<double>::unknown("it is being measured")) {
}

ports::Reading<double> WindowsOtherLoad::percent() {
    const auto now = m_clock.steady();
    if (m_last && now - m_last_at < kWindow) {
        return m_percent;
    }
    auto sample = m_look();
    if (!sample) {
        m_percent = ports::Reading<double>::unknown("the processor time cannot be read");
        return m_percent;
    }
    if (m_last) {
        if (const auto percent = others_percent(*m_last, *sample, m_own)) {
            m_percent = ports::Reading<double>::known(*percent);
        }
    }
    m_last = std::move(sample);
    m_last_at = now;
    return m_percent;
}

} // namespace framehand::platform
