// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/bull4_dialect.h"
#include "core/sources/bullmq_dialect.h"

namespace framehand::sources {

/// Both dialects, with the same times.
class BullDialects {
public:
    explicit BullDialects(BullTimes times = {}) : m_times(times), m_bullmq(times), m_bull(times) {}

    [[nodiscard]] const BullDialect& of(BullKind kind) const {
        return kind == BullKind::BullMq ? static_cast<const BullDialect&>(m_bullmq) : m_bull;
    }

    [[nodiscard]] const Bull4Dialect& bull() const { return m_bull; }

    [[nodiscard]] const BullTimes& times() const { return m_times; }

private:
    BullTimes m_times;
    BullmqDialect m_bullmq;
    Bull4Dialect m_bull;
};

} // namespace framehand::sources
