// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/first_picture.h"

#include "core/media/decoder.h"
#include "core/media/demuxer.h"

#include <optional>
#include <utility>

namespace framehand::media {

base::Result<PresentationTimeline::Zero> find_first_picture(const std::filesystem::path& file, const Plan& plan,
                                                            const base::CancelToken& cancel) {
    FH_ASSIGN(Demuxer demuxer, Demuxer::open(file, plan, cancel));
    FH_ASSIGN(Decoder decoder, Decoder::open(*demuxer.video(), 1));
    std::optional<std::int64_t> first;
    base::Status decoded;
    const auto sink = [&](const UniqueFrame& frame) -> base::Status {
        if (!first) {
            const std::int64_t pts = frame->best_effort_timestamp;
            first = pts == AV_NOPTS_VALUE ? 0 : pts;
        }
        return {};
    };
    FH_TRY(demuxer.run(
        [&](const UniquePacket& packet) {
            decoded = decoder.decode(*packet, sink);
            return decoded && !first;
        },
        [](const UniquePacket&) { return false; }));
    FH_TRY(decoded);
    if (!first) {
        FH_TRY(decoder.finish(sink));
    }
    if (!first) {
        return base::fail(base::ErrorCode::CorruptData, "no video in the source could be decoded");
    }
    return PresentationTimeline::Zero{*first, decoder.time_base()};
}

} // namespace framehand::media
