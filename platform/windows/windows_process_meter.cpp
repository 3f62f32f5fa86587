// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_process_meter.h"

#include "platform/windows/handle.h"

#include <limits>
#include <psapi.h>

namespace framehand::platform {

namespace {

std::uint64_t ticks(const FILETIME& time) {
    return (static_cast<std::uint64_t>(time.dwHighDateTime) << 32U) | time.dwLowDateTime;
}

} // namespace

WindowsProcessMeter::WindowsProcessMeter() = default;

WindowsProcessMeter::~WindowsProcessMeter() = default;

std::optional<ports::ProcessUse> WindowsProcessMeter::use_of(std::int64_t process_id) {
    constexpr std::uint64_t kPerMillisecond = 10'000;
    if (process_id <= 0 || process_id > std::numeric_limits<DWORD>::max()) {
        return std::nullopt;
    }
    const UniqueHandle process = owned_handle(
        ::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE, static_cast<DWORD>(process_id)));
    // One that has ended can be opened for as long as somebody has a handle of it.
    if (!process || ::WaitForSingleObject(process.get(), 0) != WAIT_TIMEOUT) {
        return std::nullopt;
    }
    FILETIME created{};
    FILETIME ended{};
    FILETIME kernel{};
    FILETIME user{};
    PROCESS_MEMORY_COUNTERS memory{};
    if (::GetProcessTimes(process.get(), &created, &ended, &kernel, &user) == 0 ||
        ::K32GetProcessMemoryInfo(process.get(), &memory, sizeof(memory)) == 0) {
        return std::nullopt;
    }
    ports::ProcessUse use;
    use.cpu = base::Duration{static_cast<base::Duration::rep>((ticks(kernel) + ticks(user)) / kPerMillisecond)};
    use.memory_bytes = memory.WorkingSetSize;
    return use;
}

std::optional<double> WindowsProcessMeter::gpu_percent() {
    if (m_gpu == nullptr) {
        m_gpu = std::make_unique<GpuCounter>();
    }
    return m_gpu->read();
}

} // namespace framehand::platform
