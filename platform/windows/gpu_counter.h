// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::platform {

/// One process's use of one engine: "pid_42_luid_0x0_0xD1A8_phys_0_eng_0_engtype_3D".
struct GpuEngineUse {
    std::wstring instance;
    double percent = 0;
};

/// 0..100 of the busiest engine, of all processes together; nothing if there is none. Pure.
[[nodiscard]] std::optional<double> busiest_engine(const std::vector<GpuEngineUse>& uses);

/// "\GPU Engine(*)\Utilization Percentage" (Windows 10 1709 on, WDDM 2.4). One thread.
class GpuCounter {
public:
    GpuCounter();
    ~GpuCounter();
    GpuCounter(const GpuCounter&) = delete;
    GpuCounter& operator=(const GpuCounter&) = delete;

    /// Since the last call; nothing at the first, and where there is no such counter.
    [[nodiscard]] std::optional<double> read();

private:
    struct Query;
    std::unique_ptr<Query> m_query;
};

} // namespace framehand::platform
