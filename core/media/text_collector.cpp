// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/text_collector.h"

#include <utility>

namespace framehand::media {

TextCollector::TextCollector(const Demuxer& demuxer, const std::vector<TextPlan>& plans) {
    for (const TextPlan& plan : plans) {
        auto decoder = TextDecoder::open(demuxer.stream(plan.stream_index));
        if (!decoder) {
            m_notes.push_back("the subtitles of stream " + std::to_string(plan.stream_index) +
                              " were left out: " + decoder.error().text());
            continue;
        }
        m_tracks.emplace_back(plan, std::move(*decoder));
    }
}

void TextCollector::take(AVPacket& packet) {
    for (TextTrack& track : m_tracks) {
        if (track.plan().stream_index == packet.stream_index) {
            track.take(packet);
        }
    }
}

base::Result<TextCollector> collect_text(const MediaSource& file, const Plan& plan, const base::CancelToken& cancel) {
    Plan only_text;
    only_text.text = plan.text;
    FH_ASSIGN(Demuxer demuxer, Demuxer::open(file, only_text, cancel));
    TextCollector collector(demuxer, plan.text);
    FH_TRY(demuxer.run([&](const UniquePacket& packet) -> base::Result<bool> {
        collector.take(*packet);
        return true;
    }));
    return collector;
}

} // namespace framehand::media
