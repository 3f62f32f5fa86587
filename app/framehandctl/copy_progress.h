// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/progress_reporter.h"
#include "core/ports/file_system.h"
#include "core/ports/timers.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

namespace framehand::cli {

/// Shows how far a copy is while another thread does it, by looking at the size of the file that grows. Lives on the
/// main thread; begin() may be called from any.
class CopyProgress {
public:
    CopyProgress(ports::Timers& timers, const ports::FileSystem& files, ProgressReporter& reporter);

    void begin(const std::filesystem::path& temporary, std::uint64_t total_bytes);

private:
    struct Target {
        std::filesystem::path path;
        std::uint64_t bytes = 0;
    };

    void look_again();

    ports::Timers& m_timers;
    const ports::FileSystem& m_files;
    ProgressReporter& m_reporter;
    std::mutex m_mutex;
    std::optional<Target> m_target; ///< guarded by m_mutex
    std::unique_ptr<ports::Timer> m_timer;
};

} // namespace framehand::cli
