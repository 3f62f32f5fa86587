// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/capability_keeper.h"
#include "app/framehandd/services.h"
#include "core/jobs/transcode_protocol.h"
#include "core/orchestrator/planner.h"
#include "core/settings/settings.h"
#include "core/storage/nas_root.h"
#include "core/worker/spec_limits.h"
#include "core/worker/transcoder_tool.h"

#include <QObject>

#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace framehand::daemon {

/// Asks `framehand-transcoder plan`, with the capabilities of this machine; kMaxRunning at a time, the others wait.
/// Lives on the main thread; plan() may be called from any. What is still open at its end is answered Unavailable.
class TranscoderPlanner final : public orchestrator::Planner {
public:
    static constexpr std::size_t kMaxRunning = 2;
    static constexpr std::size_t kMaxWaiting = 64;

    /// `nas_mount_path` may be empty: every request then fails, saying which setting is missing.
    TranscoderPlanner(const Services& services, CapabilityKeeper& capabilities, std::filesystem::path transcoder,
                      const settings::Settings& settings);
    ~TranscoderPlanner() override;
    TranscoderPlanner(const TranscoderPlanner&) = delete;
    TranscoderPlanner& operator=(const TranscoderPlanner&) = delete;

    void plan(const jobs::Job& job, Done done) override;

    /// For plans that are asked for from now on. Main thread.
    void apply(const settings::Settings& settings);

private:
    struct Request {
        jobs::Job job;
        Done done;
        std::unique_ptr<ports::BackgroundTask> task;
        std::unique_ptr<worker::TranscoderTool> tool;
    };

    using Id = std::uint64_t;

    void run_more();
    void locate(Id id);
    void ask(Id id, jobs::TranscodeSpec spec);
    void finish(Id id, base::Result<base::Json> plan);

    const Services& m_services;
    CapabilityKeeper& m_capabilities;
    const std::filesystem::path m_transcoder;
    const std::optional<storage::NasRoot> m_nas;
    int m_threads;
    settings::Encoders m_encoders;
    worker::SpecLimits m_limits;

    std::mutex m_mutex;                             ///< guards the next two
    std::deque<std::unique_ptr<Request>> m_arrived; ///< not yet begun
    bool m_closed = false;

    Id m_next = 0;
    std::map<Id, std::unique_ptr<Request>> m_running;
    QObject m_context; ///< last: its end drops queued calls
};

} // namespace framehand::daemon
