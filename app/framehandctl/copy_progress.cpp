// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/copy_progress.h"

namespace framehand::cli {

namespace {

constexpr base::Duration kInterval{250};

} // namespace

CopyProgress::CopyProgress(ports::Timers& timers, const ports::FileSystem& files, ProgressReporter& reporter)
    : m_timers(timers), m_files(files), m_reporter(reporter) {
    look_again();
}

void CopyProgress::begin(const std::filesystem::path& temporary, std::uint64_t total_bytes) {
    const std::lock_guard lock(m_mutex);
    m_target = Target{temporary, total_bytes};
}

void CopyProgress::look_again() {
    std::optional<Target> target;
    {
        const std::lock_guard lock(m_mutex);
        target = m_target;
    }
    if (target && target->bytes > 0) {
        if (const auto size = m_files.file_size(target->path)) {
            ProgressView view{"copying to the NAS"};
            view.percent = 100.0 * static_cast<double>(*size) / static_cast<double>(target->bytes);
            m_reporter.show(view);
        }
    }
    m_timer = m_timers.after(kInterval, [this] { look_again(); });
}

} // namespace framehand::cli
