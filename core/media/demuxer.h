// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/input_file.h"
#include "core/media/plan.h"
#include "core/media/timestamp_repair.h"

#include <filesystem>
#include <functional>

namespace framehand::media {

/// Reads the source once and hands the packets of the planned streams to their takers. Opened on one thread, run on
/// another; the streams' parameters stay readable meanwhile.
class Demuxer {
public:
    /// Takes a packet; false: no more of this stream are wanted. Blocks while its queue is full: that is what bounds
    /// memory.
    using Taker = std::function<bool(UniquePacket)>;

    /// CorruptData if the planned streams are not in the file; else as InputFile::open.
    [[nodiscard]] static base::Result<Demuxer> open(const std::filesystem::path& file, const Plan& plan,
                                                    const base::CancelToken& cancel);

    /// The stream to decode, or null.
    [[nodiscard]] const AVStream* video() const { return m_video; }

    [[nodiscard]] const AVStream* audio() const { return m_audio; }

    /// True if reading may begin in the middle: the container has an index or timestamps to find key frames by, and its
    /// clock does not jump.
    [[nodiscard]] bool can_enter() const;
    /// Before run(): the first packet of the video is then the key frame at or before `time`, in ticks of the video's
    /// time base, or an earlier one. `zero` is the time at which the film begins.
    [[nodiscard]] base::Status enter(std::int64_t time, std::int64_t zero);

    /// Reads to the end of the file, or until no stream is wanted any more. Errors: CorruptData, IoError, Cancelled.
    [[nodiscard]] base::Status run(const Taker& take_video, const Taker& take_audio);

    /// True if run() ended because no stream was wanted any more. Valid after run().
    [[nodiscard]] bool ended_early() const { return m_ended_early; }

    /// How often the source's clock jumped. Valid after run().
    [[nodiscard]] int clock_jumps() const { return m_repair.jumps(); }

    /// Seconds from the earliest to the latest time of the packets read. Valid after run().
    [[nodiscard]] double seconds_read() const;

private:
    explicit Demuxer(InputFile file);
    void note_time(const AVPacket& packet, Rational time_base);

    InputFile m_file;
    TimestampRepair m_repair;
    const AVStream* m_video = nullptr;
    const AVStream* m_audio = nullptr;
    double m_earliest_sec = 0;
    double m_latest_sec = 0;
    bool m_any_time = false;
    bool m_ended_early = false;
};

} // namespace framehand::media
