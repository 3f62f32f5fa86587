// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/celery_queue.h"
#include "core/sources/redis_server_probe.h"

namespace framehand::sources {

/// Looks at what a CelerySource would work with: its queue, what is in the hands of workers, and what was set aside.
class CeleryProbe final : public RedisServerProbe {
public:
    CeleryProbe(redis::Options server, CeleryQueueOptions queue, redis::Services services, ProbeNames names);

private:
    void look_at_queues() override;
    void look_at_hands();

    const CeleryQueueOptions m_queue;
};

} // namespace framehand::sources
