// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/local_time.h"

#include <utility>
#include <vector>

namespace framehand::test {

/// A place whose clocks change when the test says.
class FakeLocalTime final : public ports::LocalTime {
public:
    explicit FakeLocalTime(base::Duration offset = base::Duration{0}) : m_offset(offset) {}

    [[nodiscard]] base::Duration utc_offset(base::WallTime time) const override {
        auto offset = m_offset;
        for (const auto& [from, then] : m_changes) {
            if (time >= from) {
                offset = then;
            }
        }
        return offset;
    }

    /// In the order of time.
    void change(base::WallTime from, base::Duration offset) { m_changes.emplace_back(from, offset); }

private:
    base::Duration m_offset;
    std::vector<std::pair<base::WallTime, base::Duration>> m_changes;
};

} // namespace framehand::test
