// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/measuring.h"
#include "core/ports/host_stats.h"
#include "core/worker/capability_cache.h"
#include "core/worker/transcoder_tool.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace framehand::worker {

/// Whether an earlier measurement will do.
enum class CapabilityUse { CachedIfValid, MeasureAgain };

/// What this machine can do: from the cache, or measured by `framehand-transcoder probe` (which really encodes with
/// each encoder and takes some seconds), together with what the OS says of the machine.
///
/// One thread, which runs an event loop; one get() at a time.
class CapabilitySource {
public:
    using Done = std::function<void(base::Result<jobs::Capabilities>)>;

    /// The references must outlive this.
    CapabilitySource(ports::ChildProcessLauncher& launcher, ports::Timers& timers, ports::FileSystem& file_system,
                     std::filesystem::path transcoder, std::filesystem::path data_dir, ports::HostFacts facts);

    /// `done` never comes from inside; this object may be destroyed in it. A measurement that cannot be cached is
    /// still a success.
    void get(CapabilityUse use, Done done);

    /// With each encoder that is tried. May be empty.
    std::function<void(const jobs::Measuring&)> on_progress;

private:
    void ask(TranscoderQuestion question, std::function<void(base::Result<std::string>)> done);
    void measure(Done done);
    [[nodiscard]] base::Result<jobs::Capabilities> read(const base::Result<std::string>& answer) const;

    ports::ChildProcessLauncher& m_launcher;
    ports::Timers& m_timers;
    CapabilityCache m_cache;
    const std::filesystem::path m_transcoder;
    const ports::HostFacts m_facts;
    CapabilityKey m_key;
    std::unique_ptr<TranscoderTool> m_tool;
};

} // namespace framehand::worker
