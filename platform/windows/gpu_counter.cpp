// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/gpu_counter.h"

#include "platform/windows/windows_api.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <pdh.h>
#include <pdhmsg.h>
#include <utility>

namespace framehand::platform {

std::optional<double> busiest_engine(const std::vector<GpuEngineUse>& uses) {
    constexpr double kWhole = 100;
    std::map<std::wstring, double> engines;
    for (const GpuEngineUse& use : uses) {
        if (const auto engine = use.instance.find(L"luid_"); engine != std::wstring::npos && use.percent >= 0) {
            engines[use.instance.substr(engine)] += use.percent;
        }
    }
    const auto busiest = std::ranges::max_element(engines, {}, [](const auto& engine) { return engine.second; });
    return busiest == engines.end() ? std::nullopt : std::optional(std::min(busiest->second, kWhole));
}

struct GpuCounter::Query {
    PDH_HQUERY query = nullptr;
    PDH_HCOUNTER counter = nullptr;
    bool collected = false;

    Query() {
        if (::PdhOpenQueryW(nullptr, 0, &query) != ERROR_SUCCESS) {
            query = nullptr;
        } else if (::PdhAddEnglishCounterW(query, L"\\GPU Engine(*)\\Utilization Percentage", 0, &counter) !=
                   ERROR_SUCCESS) {
            counter = nullptr;
        }
    }

    ~Query() {
        if (query != nullptr) {
            ::PdhCloseQuery(query);
        }
    }

    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    [[nodiscard]] std::vector<GpuEngineUse> values() const {
        DWORD bytes = 0;
        DWORD count = 0;
        if (::PdhGetFormattedCounterArrayW(counter, PDH_FMT_DOUBLE, &bytes, &count, nullptr) !=
            static_cast<PDH_STATUS>(PDH_MORE_DATA)) {
            return {};
        }
        std::vector<std::max_align_t> buffer(bytes / sizeof(std::max_align_t) + 1);
        auto* items = reinterpret_cast<PDH_FMT_COUNTERVALUE_ITEM_W*>(buffer.data());
        if (::PdhGetFormattedCounterArrayW(counter, PDH_FMT_DOUBLE, &bytes, &count, items) != ERROR_SUCCESS) {
            return {};
        }
        std::vector<GpuEngineUse> uses;
        for (DWORD i = 0; i < count; ++i) {
            const auto status = items[i].FmtValue.CStatus;
            if (status == PDH_CSTATUS_VALID_DATA || status == PDH_CSTATUS_NEW_DATA) {
                uses.push_back({items[i].szName, items[i].FmtValue.doubleValue});
            }
        }
        return uses;
    }
};

GpuCounter::GpuCounter() : m_query(std::make_unique<Query>()) {
}

GpuCounter::~GpuCounter() = default;

std::optional<double> GpuCounter::read() {
    if (m_query->counter == nullptr || ::PdhCollectQueryData(m_query->query) != ERROR_SUCCESS) {
        return std::nullopt;
    }
    const bool second = std::exchange(m_query->collected, true);
    return second ? busiest_engine(m_query->values()) : std::nullopt;
}

} // namespace framehand::platform
