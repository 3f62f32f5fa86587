// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/proc_other_load.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace framehand::platform {

namespace {

namespace fs = std::filesystem;

struct Process {
    std::int64_t parent = 0;
    std::uint64_t used = 0;
};

/// Of /proc/<id>/stat, whose second field may hold anything but a ")" followed by nothing.
bool read_process(const fs::path& path, Process& process) {
    std::ifstream in(path / "stat");
    std::string line;
    std::getline(in, line);
    const auto name_end = line.rfind(')');
    if (name_end == std::string::npos) {
        return false;
    }
    std::istringstream fields(line.substr(name_end + 1));
    std::string skipped;
    fields >> skipped >> process.parent;
    for (int field = 5; field <= 13; ++field) {
        fields >> skipped;
    }
    std::uint64_t user = 0;
    std::uint64_t system = 0;
    std::uint64_t childrens_user = 0;
    std::uint64_t childrens_system = 0;
    fields >> user >> system >> childrens_user >> childrens_system;
    process.used = user + system + childrens_user + childrens_system;
    return !fields.fail();
}

} // namespace

ProcOtherLoad::ProcOtherLoad(const base::Clock& clock, std::int64_t own_process_id, fs::path root)
    : m_clock(clock), m_own(own_process_id), m_root(std::move(root)),
      m_percent(ports::Reading<double>::unknown("it is being measured")) {
}

bool ProcOtherLoad::read(Sample& sample) const {
    std::map<std::int64_t, Process> all;
    std::error_code error;
    for (fs::directory_iterator entry(m_root / "proc", error), end; !error && entry != end; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        Process process;
        if (name.front() >= '0' && name.front() <= '9' && read_process(entry->path(), process)) {
            all.emplace(std::stoll(name), process);
        }
    }
    std::multimap<std::int64_t, std::int64_t> children;
    for (const auto& [id, process] : all) {
        children.emplace(process.parent, id);
    }
    std::vector<std::int64_t> family{m_own};
    for (std::size_t i = 0; i < family.size(); ++i) {
        const auto member = all.find(family[i]);
        if (member == all.end() || !sample.own.emplace(member->first, member->second.used).second) {
            continue;
        }
        for (auto [child, last] = children.equal_range(member->first); child != last; ++child) {
            family.push_back(child->second);
        }
    }
    // Last: what the family uses meanwhile must not look like somebody else's.
    std::ifstream stat(m_root / "proc/stat");
    std::string cpu;
    std::array<Ticks, 8> ticks{}; // user nice system idle iowait irq softirq steal
    stat >> cpu;
    for (auto& value : ticks) {
        stat >> value;
        sample.total += value;
    }
    sample.busy = sample.total - ticks[3] - ticks[4] - ticks[7]; // what a hypervisor took is nobody's here
    sample.at = m_clock.steady();
    return cpu == "cpu" && !stat.fail();
}

ProcOtherLoad::Ticks ProcOtherLoad::used_between(const Sample& before, const Sample& after, std::int64_t own) {
    Ticks used = 0;
    Ticks lost = 0; // by members that ended, whose parents have it now
    for (const auto& [id, ticks] : after.own) {
        const auto earlier = before.own.find(id);
        const auto from = earlier == before.own.end() ? 0 : std::min(earlier->second, ticks);
        used += ticks - from;
    }
    for (const auto& [id, ticks] : before.own) {
        if (id != own && !after.own.contains(id)) {
            lost += ticks;
        }
    }
    return used - std::min(used, lost);
}

ports::Reading<double> ProcOtherLoad::percent() {
    const auto now = m_clock.steady();
    const bool first = m_last.total == 0;
    if (!first && now - m_last.at < kWindow) {
        return m_percent;
    }
    Sample sample;
    if (!read(sample)) {
        m_percent = ports::Reading<double>::unknown("the processor time cannot be read");
        return m_percent;
    }
    if (!first && sample.total > m_last.total && sample.busy >= m_last.busy) {
        const auto busy = sample.busy - m_last.busy;
        const auto others = busy - std::min(busy, used_between(m_last, sample, m_own));
        m_percent = ports::Reading<double>::known(
            std::min(100.0, 100.0 * static_cast<double>(others) / static_cast<double>(sample.total - m_last.total)));
    }
    m_last = std::move(sample);
    return m_percent;
}

} // namespace framehand::platform
