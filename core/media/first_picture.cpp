// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/first_picture.h"

#include "core/media/decoder.h"
#include "core/media/demuxer.h"

#include <optional>
#include <utility>

namespace framehand::media {

base::Result<PresentationTimeline::Zero> find_first_picture(const MediaSource& file, const Plan& plan,
                                                            const base::CancelToken& cancel) {
    Plan video_only;
    video_only.video = plan.video;
    FH_ASSIGN(Demuxer demuxer, Demuxer::open(file, video_only, cancel));
    FH_ASSIGN(Decoder decoder, Decoder::open(demuxer.stream(plan.video->stream_index), 1));
    std::optional<std::int64_t> first;
    const auto sink = [&](const UniqueFrame& frame) -> base::Status {
        if (!first) {
            const std::int64_t pts = frame->best_effort_timestamp;
            first = pts == AV_NOPTS_VALUE ? 0 : pts;
        }
        return {};
    };
    const auto take = [&](const UniquePacket& packet) -> base::Result<bool> {
        FH_TRY(decoder.decode(*packet, sink));
        return !first;
    };
    FH_TRY(demuxer.run(take));
    if (!first) {
        FH_TRY(decoder.finish(sink));
    }
    if (!first) {
        return base::fail(base::ErrorCode::CorruptData, "no video in the source could be decoded");
    }
    return PresentationTimeline::Zero{*first, decoder.time_base()};
}

} // namespace framehand::media
