// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/encoded_packet.h"
#include "core/media/hardware_upload.h"
#include "core/media/packet_timer.h"
#include "core/media/plan.h"
#include "core/media/statistics_use.h"

#include <deque>
#include <functional>
#include <map>

namespace framehand::media {

/// One rung's encoder. Marked pictures become IDR frames; packets leave in decode order, timed by PacketTimer. An
/// encoder that only counts its key frames is emptied and opened anew where the count does not fall on a mark.
/// Opened on one thread, then used by one other.
class VideoEncoder {
public:
    using Sink = std::function<base::Status(EncodedPacket)>;

    /// Unsupported, with the encoder's own reason, if it does not open.
    [[nodiscard]] static base::Result<VideoEncoder> open(const RungPlan& rung, const VideoPlan& plan,
                                                         const StatisticsUse& statistics = {});

    /// Before the first picture, which is marked: takes its history for the decode times.
    void begin(const Picture& first);
    [[nodiscard]] base::Status encode(const Picture& picture, const Sink& sink);
    /// The end; `end` is where the last picture ends, in ticks of the plan's timescale.
    [[nodiscard]] base::Status finish(std::int64_t end, const Sink& sink);

    /// For the muxer: codec, size, colour and parameter sets (in Annex B form; empty with encoders that only send them
    /// in the stream).
    [[nodiscard]] base::Result<UniqueCodecParameters> parameters() const;

private:
    VideoEncoder(RungPlan rung, VideoPlan plan, UniqueCodecContext context, HardwareUpload upload, PacketTimer timer);
    [[nodiscard]] base::Status open_anew(const Sink& sink);
    [[nodiscard]] base::Status send(const AVFrame* frame);
    [[nodiscard]] base::Status receive_all(const Sink& sink);
    [[nodiscard]] base::Status release_timed(const Sink& sink);

    RungPlan m_rung;
    VideoPlan m_plan;
    UniqueCodecContext m_context;
    HardwareUpload m_upload;
    PacketTimer m_timer;
    std::map<std::int64_t, GridPlace> m_places; ///< of marked pictures inside the encoder, by number
    std::int64_t m_taken = 0;                   ///< pictures
    std::int64_t m_opened_at = 0;               ///< pictures taken before m_context was opened
    std::deque<UniquePacket> m_untimed;         ///< until the next DTS is known
};

} // namespace framehand::media
