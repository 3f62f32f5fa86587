// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/bullmq_source.h"
#include "core/sources/redis_server_probe.h"

namespace framehand::sources {

/// Looks at what a BullmqSource with these options would work with: which library keeps each queue, and its lengths.
class BullProbe final : public RedisServerProbe {
public:
    BullProbe(BullmqSourceOptions options, redis::Services services, ProbeNames names);

private:
    void look_at_queues() override;
    void look_at_queue(const std::string& queue);
    void told_kind(const std::string& queue, const base::Result<std::optional<BullKind>>& kind);
    void look_at_lengths(const std::string& queue, BullKind kind);
    void end_queue();

    const BullmqSourceOptions m_options;
    std::size_t m_next = 0; ///< of the queues
};

} // namespace framehand::sources
