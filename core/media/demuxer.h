// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/input_file.h"
#include "core/media/media_source.h"
#include "core/media/plan.h"
#include "core/media/timestamp_repair.h"

#include <functional>
#include <map>

namespace framehand::media {

/// Reads the source once and hands the packets of the planned streams to their takers. Opened on one thread, run on
/// another; the streams' parameters stay readable meanwhile.
class Demuxer {
public:
    /// Takes a packet of any planned stream; false: no more of that stream are wanted. Blocks while its queue is full:
    /// that is what bounds memory.
    using Taker = std::function<base::Result<bool>(UniquePacket)>;

    /// CorruptData if the planned streams are not in the file; else as InputFile::open.
    [[nodiscard]] static base::Result<Demuxer> open(const MediaSource& file, const Plan& plan,
                                                    const base::CancelToken& cancel);

    /// A planned stream.
    [[nodiscard]] const AVStream& stream(int index) const;

    /// True if reading may begin in the middle: the container has an index or timestamps to find key frames by, and its
    /// clock does not jump.
    [[nodiscard]] bool can_enter() const;
    /// Before run(), in a source with video: the first packet of the video is then the key frame at or before `time`,
    /// in ticks of the video's time base, or an earlier one. `zero` is the time at which the film begins.
    [[nodiscard]] base::Status enter(std::int64_t time, std::int64_t zero);

    /// Reads to the end of the file, or until no stream is wanted any more (text only goes along with others, unless
    /// the plan has nothing else). Errors: CorruptData, IoError, Cancelled, and those of `take`.
    [[nodiscard]] base::Status run(const Taker& take);

    /// True if run() ended because no stream was wanted any more. Valid after run().
    [[nodiscard]] bool ended_early() const { return m_ended_early; }

    /// How often the source's clock jumped. Valid after run().
    [[nodiscard]] int clock_jumps() const { return m_repair.jumps(); }

    /// Seconds from the earliest to the latest time of the packets of video and audio read. Valid after run().
    [[nodiscard]] double seconds_read() const;

private:
    explicit Demuxer(InputFile file);
    void note_time(const AVPacket& packet, Rational time_base);

    static constexpr int kNone = -1;

    InputFile m_file;
    TimestampRepair m_repair;
    std::map<int, AVMediaType> m_planned; ///< streams by their index
    int m_video = kNone;                  ///< index of the video's stream
    double m_earliest_sec = 0;
    double m_latest_sec = 0;
    bool m_any_time = false;
    bool m_ended_early = false;
};

} // namespace framehand::media
