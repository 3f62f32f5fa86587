// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/transcode_protocol.h"

#include <iosfwd>
#include <mutex>
#include <optional>

namespace framehand::transcoder {

/// Writes events as JSON lines, each flushed at once. Progress comes at most every kInterval, except where its phase
/// changes; percent never falls. Callable from any thread.
class EventWriter {
public:
    static constexpr base::Duration kInterval{250};

    /// Both must outlive the writer; nothing else may write to `stream` meanwhile.
    EventWriter(std::ostream& stream, const base::Clock& clock) : m_stream(stream), m_clock(clock) {}

    void write(const jobs::TranscodeEvent& event);
    void progress(jobs::TranscodeProgress progress);
    /// What the last written or held back progress said.
    [[nodiscard]] jobs::TranscodeProgress last_progress() const;

private:
    void write_line(const jobs::TranscodeEvent& event);

    std::ostream& m_stream;
    const base::Clock& m_clock;
    mutable std::mutex m_mutex; ///< guards the stream and all below
    jobs::TranscodeProgress m_last;
    std::optional<base::SteadyTime> m_written_at;
};

} // namespace framehand::transcoder
