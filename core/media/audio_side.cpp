// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_side.h"

#include "core/media/package_publisher.h"
#include "core/media/rendition_folders.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace framehand::media {

namespace {

// Compressed audio that comes long before the video it belongs to must not stop the demuxer, or nobody would go on.
constexpr std::size_t kPacketBytes = std::size_t{256} * 1024 * 1024; // of all tracks together
constexpr std::size_t kLeastPackets = 8;

} // namespace

AudioSide::Track::Track(AudioPlan track_plan, std::size_t queue_bytes)
    : plan(std::move(track_plan)), packets(queue_bytes, kLeastPackets) {
}

AudioSide::AudioSide(RunParts parts, const Plan& plan)
    : m_parts(parts), m_segment_duration(plan.segment_duration), m_format(plan.segment_format),
      m_has_video(plan.video.has_value()) {
    for (const AudioPlan& audio : plan.audio) {
        m_tracks.push_back(std::make_unique<Track>(audio, kPacketBytes / plan.audio.size()));
    }
}

AudioTrack::Clock AudioSide::clock_of(std::size_t index) const {
    return m_has_video || index > 0 ? AudioTrack::Clock::Video : AudioTrack::Clock::Own;
}

base::Status AudioSide::open(const Demuxer& demuxer) {
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        FH_TRY(open_track(demuxer, i));
    }
    return {};
}

base::Status AudioSide::open_track(const Demuxer& demuxer, std::size_t index) {
    Track& track = *m_tracks[index];
    const AudioPlan& plan = track.plan;
    FH_ASSIGN(Decoder decoder, Decoder::open(demuxer.stream(plan.stream_index), 1));
    FH_ASSIGN(AudioEncoder encoder, AudioEncoder::open(plan));
    FH_ASSIGN(const UniqueCodecParameters parameters, encoder.parameters());
    SegmentWriter::Output output;
    output.package_dir = m_parts.spec.package_dir;
    output.folder = audio_folder(m_parts.spec.layout, plan);
    if (auto made = m_parts.file_system.create_directories(output.package_dir / output.folder); !made) {
        return base::Error(made.error());
    }
    output.file_system = &m_parts.file_system;
    output.journal = &m_parts.journal;
    output.rendition = audio_rendition(index);
    output.format = m_format;
    output.written = [this, name = name_of(plan)](std::uint64_t bytes) { m_parts.progress.add_bytes(name, bytes); };
    FH_ASSIGN(SegmentWriter writer, SegmentWriter::create(std::move(output), *parameters, plan.sample_rate));
    const auto ending = m_format == jobs::SegmentFormat::MpegTs ? AudioSegmenter::Ending::WholePackets
                                                                : AudioSegmenter::Ending::TrimLastPacket;
    const AudioTrack::Clock clock = clock_of(index);
    track.waits_for_video = clock == AudioTrack::Clock::Video;
    track.track = std::make_unique<AudioTrack>(plan, m_segment_duration, clock, ending, m_parts.timeline,
                                               std::move(decoder), std::move(encoder), std::move(writer));
    return {};
}

void AudioSide::start(StageGroup& group) {
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        group.start([this, i] { return run_track(i); });
    }
}

base::Status AudioSide::run_track(std::size_t index) {
    Track& track = *m_tracks[index];
    if (track.waits_for_video) {
        if (!m_parts.timeline.wait_start()) {
            return {}; // who should have told the start has failed, and says so itself
        }
        track.waits_for_video = false;
    }
    const bool tells_progress = !m_has_video && index == 0;
    return track.track->run(track.packets, [this, &track, tells_progress](std::int64_t samples) {
        if (tells_progress) {
            m_parts.progress.at(0, to_seconds(samples, track.plan.sample_rate), 0);
        }
    });
}

base::Result<bool> AudioSide::push(const AVPacket& packet) {
    bool wanted = false;
    for (const auto& track : m_tracks) {
        if (track->plan.stream_index != packet.stream_index) {
            continue;
        }
        UniquePacket shared = packet_reference(packet);
        if (!shared) {
            return base::fail(base::ErrorCode::Internal, "out of memory while sharing a packet");
        }
        const auto bytes = static_cast<std::size_t>(shared->size);
        bool taken = track->packets.try_push(shared, bytes);
        // Only the demuxer could bring the picture that this track waits for.
        if (!taken && track->waits_for_video) {
            return base::fail(base::ErrorCode::CorruptData,
                              "the source's audio comes too long before its video: the file is damaged");
        }
        taken = taken || track->packets.push(std::move(shared), bytes);
        wanted = wanted || taken; // one rendition may have enough before the other
    }
    return wanted;
}

void AudioSide::finish_packets() {
    for (const auto& track : m_tracks) {
        track->packets.finish();
    }
}

void AudioSide::close() {
    for (const auto& track : m_tracks) {
        track->packets.close();
    }
}

std::string AudioSide::label(const AudioPlan& plan, std::size_t count) {
    return count > 1 ? "audio track " + plan.name : "audio track";
}

std::vector<std::string> AudioSide::notes() const {
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        const Track& track = *m_tracks[i];
        if (i > 0 && m_tracks[i - 1]->plan.stream_index == track.plan.stream_index) {
            continue; // the same packets once more
        }
        const Decoder& decoder = track.track->decoder();
        const std::string name = label(track.plan, m_tracks.size());
        if (decoder.damaged() > 0) {
            notes.push_back(std::to_string(decoder.damaged()) + " damaged parts of the source's " + name +
                            " were left out");
        }
        if (decoder.frames() == 0) {
            notes.push_back("the source's " + name + " is empty; it is silent in the package");
        }
    }
    return notes;
}

} // namespace framehand::media
