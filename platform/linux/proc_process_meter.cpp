// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/proc_process_meter.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace framehand::platform {

namespace {

constexpr int kFieldsBeforeTime = 11; // of /proc/<pid>/stat, from the state on, before utime (proc(5))
constexpr double kWhole = 100;

std::string first_line(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::string line;
    std::getline(in, line);
    return line;
}

} // namespace

ProcProcessMeter::ProcProcessMeter(std::filesystem::path root) : m_root(std::move(root)) {
}

std::optional<ports::ProcessUse> ProcProcessMeter::use_of(std::int64_t process_id) {
    const auto folder = m_root / "proc" / std::to_string(process_id);
    const std::string stat = first_line(folder / "stat");
    const auto name_end = stat.rfind(')'); // a program's name may hold anything
    if (name_end == std::string::npos) {
        return std::nullopt;
    }
    std::istringstream fields(stat.substr(name_end + 1));
    std::string skipped;
    for (int i = 0; i < kFieldsBeforeTime; ++i) {
        fields >> skipped;
    }
    std::uint64_t user = 0;
    std::uint64_t system = 0;
    std::uint64_t pages = 0;
    if (!(fields >> user >> system) || !(std::istringstream(first_line(folder / "statm")) >> skipped >> pages)) {
        return std::nullopt;
    }
    const long ticks = ::sysconf(_SC_CLK_TCK);
    const long page = ::sysconf(_SC_PAGESIZE);
    if (ticks <= 0 || page <= 0) {
        return std::nullopt;
    }
    ports::ProcessUse use;
    use.cpu =
        base::Duration{static_cast<base::Duration::rep>((user + system) * 1000 / static_cast<std::uint64_t>(ticks))};
    use.memory_bytes = pages * static_cast<std::uint64_t>(page);
    return use;
}

std::optional<double> ProcProcessMeter::gpu_percent() {
    std::optional<double> busiest;
    std::error_code error;
    std::filesystem::directory_iterator card(m_root / "sys/class/drm", error);
    for (const std::filesystem::directory_iterator end; !error && card != end; card.increment(error)) {
        const std::string name = card->path().filename().string();
        double percent = 0;
        if (name.starts_with("card") && name.find('-') == std::string::npos &&
            std::istringstream(first_line(card->path() / "device/gpu_busy_percent")) >> percent) {
            busiest = std::max(busiest.value_or(0), std::clamp(percent, 0.0, kWhole));
        }
    }
    return busiest;
}

} // namespace framehand::platform
