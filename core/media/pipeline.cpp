// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/pipeline.h"

#include "core/media/rendition_folders.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace framehand::media {

namespace {

constexpr std::size_t kMiB = 1024 * 1024;
// Compressed audio that comes long before the video it belongs to must not stop the demuxer, or nobody would go on.
constexpr std::size_t kAudioPacketBytes = 256 * kMiB;
// Before the first picture of a run that begins in mid-film: audio codecs and filters need what was before.
constexpr std::int64_t kLeadInSec = 2;
constexpr double kLeastRead = 0.9; // of the container's duration: subtitles and other streams may end later

std::vector<std::string> track_names(const Plan& plan) {
    std::vector<std::string> names;
    if (plan.video) {
        for (const RungPlan& rung : plan.video->rungs) {
            names.push_back(rung.name);
        }
    }
    if (plan.audio) {
        names.emplace_back("audio");
    }
    return names;
}

} // namespace

Pipeline::Pipeline(ports::FileSystem& file_system, const base::Clock& clock, const jobs::TranscodeSpec& spec,
                   const Plan& plan, PreparedRun& prepared, const Transcoder::ProgressSink& progress)
    : m_file_system(file_system), m_spec(spec), m_plan(plan), m_prepared(prepared),
      m_timeline(plan.video ? plan.video->timescale : plan.audio->sample_rate),
      m_progress(clock, progress, track_names(plan), plan.video ? plan.video->rungs.size() : 1, plan.duration_sec),
      m_audio_packets(kAudioPacketBytes, 8) {
    if (plan.video) {
        m_video.emplace(VideoSide::Parts{file_system, spec, m_timeline, m_progress, *prepared.journal}, *plan.video,
                        plan.segment_format, prepared.window);
    }
}

base::Status Pipeline::run(const base::CancelToken& cancel) {
    StageGroup group(cancel, [this] { unblock(); });
    FH_ASSIGN(m_demuxer, Demuxer::open(m_spec.input_path, m_plan, group.token()));
    if (m_video) {
        FH_TRY(m_video->open(*m_demuxer->video()));
    }
    if (m_plan.audio) {
        FH_TRY(open_audio());
    }
    FH_TRY(enter());
    start(group);
    FH_TRY(group.wait());
    note_damage();
    m_progress.finish();
    return {};
}

base::Status Pipeline::enter() {
    const RunWindow& window = m_prepared.window;
    if (!window.entered) {
        return {};
    }
    const Rational base = from_av(m_demuxer->video()->time_base);
    const std::int64_t zero = rescale(window.entered->pts, window.entered->time_base, base);
    const Rational begin{window.first * m_plan.segment_duration.num, m_plan.segment_duration.den};
    const std::int64_t lead = rescale(kLeadInSec, {1, 1}, base);
    return m_demuxer->enter(std::max(zero, zero + rescale(1, begin, base) - lead), zero);
}

base::Status Pipeline::open_audio() {
    const AudioPlan& plan = *m_plan.audio;
    FH_ASSIGN(Decoder decoder, Decoder::open(*m_demuxer->audio(), 1));
    FH_ASSIGN(AudioEncoder encoder, AudioEncoder::open(plan));
    FH_ASSIGN(const UniqueCodecParameters parameters, encoder.parameters());
    const std::filesystem::path root = m_spec.package_dir;
    const std::string folder = m_spec.layout.version_dir(m_spec.layout.audio_dir);
    if (auto made = m_file_system.create_directories(root / folder); !made) {
        return base::Error(made.error());
    }
    SegmentWriter::Output output{&m_file_system,
                                 m_prepared.journal.get(),
                                 kAudioRendition,
                                 root,
                                 folder,
                                 m_plan.segment_format,
                                 [this](std::uint64_t bytes) { m_progress.add_bytes(bytes); }};
    FH_ASSIGN(SegmentWriter writer, SegmentWriter::create(std::move(output), *parameters, plan.sample_rate));
    const auto clock = m_plan.video ? AudioTrack::Clock::Video : AudioTrack::Clock::Own;
    const auto ending = m_plan.segment_format == jobs::SegmentFormat::MpegTs ? AudioSegmenter::Ending::WholePackets
                                                                             : AudioSegmenter::Ending::TrimLastPacket;
    m_audio = std::make_unique<AudioTrack>(plan, m_plan.segment_duration, clock, ending, m_timeline, std::move(decoder),
                                           std::move(encoder), std::move(writer));
    return {};
}

void Pipeline::start(StageGroup& group) {
    group.start([this] { return demux(); });
    if (m_audio) {
        group.start([this] {
            return m_audio->run(m_audio_packets, [this](std::int64_t samples) {
                if (!m_plan.video) {
                    m_progress.at(0, to_seconds(samples, m_plan.audio->sample_rate), 0);
                }
            });
        });
    }
    if (m_video) {
        m_video->start(group);
    }
}

base::Status Pipeline::demux() {
    const auto to_video = [this](UniquePacket packet) { return m_video->push(std::move(packet)); };
    const auto to_audio = [this](UniquePacket packet) {
        const auto bytes = static_cast<std::size_t>(packet->size);
        return m_audio_packets.push(std::move(packet), bytes);
    };
    FH_TRY(m_demuxer->run(to_video, to_audio));
    const double expected = m_plan.source_duration_sec;
    if (!m_demuxer->ended_early() && m_demuxer->seconds_read() < expected * kLeastRead - 2) {
        return base::fail(base::ErrorCode::CorruptData,
                          "the source holds " + std::to_string(std::lround(m_demuxer->seconds_read())) + " s of " +
                              std::to_string(std::lround(expected)) + " s: the file is damaged or incomplete");
    }
    if (m_video) {
        m_video->finish_packets();
    }
    m_audio_packets.finish();
    return {};
}

void Pipeline::unblock() {
    // First: a stage whose queue is closed must not take that for the end of the film.
    m_timeline.close();
    m_audio_packets.close();
    if (m_video) {
        m_video->close();
    }
}

void Pipeline::note_damage() {
    const auto note = [this](const char* kind, const Decoder& decoder) {
        if (decoder.damaged() > 0) {
            m_notes.push_back(std::to_string(decoder.damaged()) + " damaged parts of the source's " + kind +
                              " were left out");
        }
    };
    if (m_video) {
        m_notes.insert(m_notes.end(), m_video->notes().begin(), m_video->notes().end());
        note("video", m_video->decoder());
    }
    if (m_audio) {
        note("audio", m_audio->decoder());
        if (m_audio->decoder().frames() == 0) {
            m_notes.emplace_back("the source's audio track is empty; the package is silent");
        }
    }
    if (m_demuxer->clock_jumps() > 0) {
        m_notes.push_back("the source's clock jumps " + std::to_string(m_demuxer->clock_jumps()) +
                          " times; its pieces were joined");
    }
}

Plan Pipeline::plan() const {
    Plan plan = m_plan;
    if (m_video) {
        plan.video = m_video->plan();
    }
    return plan;
}

} // namespace framehand::media
