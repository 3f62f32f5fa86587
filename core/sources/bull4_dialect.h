// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/bull_dialect.h"

namespace framehand::sources {

/// Bull 4, as its lib/scripts.js and lib/job.js call the scripts.
class Bull4Dialect final : public BullDialect {
public:
    explicit Bull4Dialect(BullTimes times = {}) : BullDialect(BullKind::Bull, times) {}

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
    /// A move of the last element onto itself: nothing is taken, unlike by the BRPOPLPUSH of the library, after which a
    /// kill leaves a job without a lock. Needs Redis 6.2.
    [[nodiscard]] redis::Command wait(const BullKeys& keys, base::Duration most) const override;

    /// Delayed jobs whose time has come are made to wait; no other part of Bull does that. Answer: the score of the
    /// next one (see delayed_until()), or nil.
    [[nodiscard]] BullCall promote_delayed(const BullKeys& keys, const std::string& token, base::WallTime now) const;
    /// The time that a score stands for, whatever somebody has made of it.
    [[nodiscard]] static base::WallTime delayed_until(double score);

private:
    [[nodiscard]] BullCall finish(const BullKeys& keys, const BullTicket& ticket, const std::string& set,
                                  const std::string& value, base::WallTime now) const;
    [[nodiscard]] BullCall retry(const BullKeys& keys, const BullTicket& ticket, const std::string& push) const;
};

} // namespace framehand::sources
