// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/bull_dialect.h"

namespace framehand::sources {

/// BullMQ, as its classes/redis-queue-backend.js calls the scripts.
class BullmqDialect final : public BullDialect {
public:
    explicit BullmqDialect(BullTimes times = {}) : BullDialect(BullKind::BullMq, times) {}

    [[nodiscard]] BullCall take(const BullKeys& keys, const std::string& token, const std::string& worker,
                                base::WallTime now) const override;
    [[nodiscard]] BullCall progress(const BullKeys& keys, const std::string& id,
                                    const std::string& json) const override;
    [[nodiscard]] BullCall complete(const BullKeys& keys, const BullTicket& ticket, const std::string& result,
                                    base::WallTime now) const override;
    [[nodiscard]] std::vector<BullCall> fail(const BullKeys& keys, const BullTicket& ticket, const std::string& reason,
                                             std::optional<base::Duration> delay, base::WallTime now) const override;
    [[nodiscard]] BullCall give_back(const BullKeys& keys, const BullTicket& ticket) const override;
    [[nodiscard]] BullCall recover_stalled(const BullKeys& keys, base::WallTime now) const override;
    [[nodiscard]] redis::Command wait(const BullKeys& keys, base::Duration most) const override;

private:
    [[nodiscard]] BullCall finish(const BullKeys& keys, const BullTicket& ticket, const std::string& set,
                                  const std::string& value, const std::string& fields, base::WallTime now) const;
};

} // namespace framehand::sources
