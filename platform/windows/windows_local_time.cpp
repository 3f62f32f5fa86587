// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_local_time.h"

#include "platform/windows/windows_api.h"

#include <chrono>
#include <cstdint>

namespace framehand::platform {

namespace {

constexpr std::int64_t kUnixEpoch = 116'444'736'000'000'000; ///< in FILETIME's 100 ns since 1601
constexpr std::int64_t kTicksInMs = 10'000;

std::int64_t ticks(const FILETIME& time) {
    return static_cast<std::int64_t>((static_cast<std::uint64_t>(time.dwHighDateTime) << 32U) | time.dwLowDateTime);
}

} // namespace

base::Duration WindowsLocalTime::utc_offset(base::WallTime time) const {
    const auto utc_ticks = kUnixEpoch + time.time_since_epoch().count() * kTicksInMs;
    FILETIME utc_time{static_cast<DWORD>(utc_ticks & 0xFFFFFFFF), static_cast<DWORD>(utc_ticks >> 32)};
    SYSTEMTIME utc{};
    SYSTEMTIME local{};
    FILETIME local_time{};
    TIME_ZONE_INFORMATION rules{};
    const bool named = utc_ticks >= 0 && ::FileTimeToSystemTime(&utc_time, &utc) != FALSE &&
                       ::GetTimeZoneInformationForYear(utc.wYear, nullptr, &rules) != FALSE &&
                       ::SystemTimeToTzSpecificLocalTime(&rules, &utc, &local) != FALSE &&
                       ::SystemTimeToFileTime(&local, &local_time) != FALSE;
    return named ? base::Duration{(ticks(local_time) - utc_ticks) / kTicksInMs} : base::Duration{0};
}

} // namespace framehand::platform
