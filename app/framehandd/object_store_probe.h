// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/disk_tasks.h"
#include "core/base/callback_guard.h"
#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/s3/access.h"
#include "core/sources/source_probe.h"

#include <memory>
#include <string>
#include <vector>

namespace framehand::daemon {

/// A bucket that jobs use.
struct ProbedBucket {
    enum class Use { Inputs, InputsAndOutputs };

    std::string name;
    Use use = Use::InputsAndOutputs;
    std::string setting; ///< that names it; "" for the environment
};

/// Looks at the object storage: is it there, are the keys taken, what may they do in each bucket (s3::probe(), which
/// puts a small object there and takes it away again). The work is done on a thread of its own; the end of this object
/// cancels it and waits for nothing.
class ObjectStoreProbe final : public sources::SourceProbe {
public:
    /// All references must outlive it, `clock` also the tasks. Without buckets only the keys are looked at.
    ObjectStoreProbe(s3::Access access, std::vector<ProbedBucket> buckets, DiskTasks& tasks, const base::Clock& clock,
                     ports::Timers& timers);
    ~ObjectStoreProbe() override;

private:
    struct Work;

    void begin() override;
    [[nodiscard]] sources::SourceFinding silence() const override;

    DiskTasks& m_tasks;
    const base::Clock& m_clock;
    std::shared_ptr<Work> m_work; ///< of the thread until it has ended
    base::CancelSource m_cancel;
    base::CallbackGuard m_guard;
};

} // namespace framehand::daemon
