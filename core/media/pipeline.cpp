// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/pipeline.h"

#include "core/media/bandwidth.h"
#include "core/media/package_publisher.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

namespace framehand::media {

namespace {

constexpr std::size_t kMiB = 1024 * 1024;
constexpr std::size_t kFrameBytes = 64 * kMiB; // of all queues of pictures together
constexpr std::size_t kVideoPacketBytes = 16 * kMiB;
// Compressed audio that comes long before the video it belongs to must not stop the demuxer, or nobody would go on.
constexpr std::size_t kAudioPacketBytes = 256 * kMiB;
constexpr std::size_t kMinPictures = 2;
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

/// Indexes of the rungs, largest picture first.
std::vector<std::size_t> cascade_order(const VideoPlan& video) {
    std::vector<std::size_t> order(video.rungs.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) {
        return PictureSize{video.rungs[i].width, video.rungs[i].height}.area();
    });
    return order;
}

std::size_t queue_bytes(const Plan& plan) {
    return plan.video ? kFrameBytes / (2 * plan.video->rungs.size()) : kFrameBytes;
}

} // namespace

Pipeline::Pipeline(ports::FileSystem& file_system, const base::Clock& clock, const jobs::TranscodeSpec& spec,
                   const Plan& plan, const Transcoder::ProgressSink& progress)
    : m_file_system(file_system), m_spec(spec), m_plan(plan),
      m_timeline(plan.video ? plan.video->timescale : plan.audio->sample_rate),
      m_progress(clock, progress, track_names(plan), plan.video ? plan.video->rungs.size() : 1, plan.duration_sec),
      m_video_packets(kVideoPacketBytes, 8), m_audio_packets(kAudioPacketBytes, 8),
      m_frames(queue_bytes(plan), kMinPictures), m_notes(plan.notes) {
}

base::Result<TranscodeOutput> Pipeline::run(const base::CancelToken& cancel) {
    make_queues();
    StageGroup group(cancel, [this] { unblock(); });
    FH_ASSIGN(m_demuxer, Demuxer::open(m_spec.input_path, m_plan, group.token()));
    if (m_plan.video) {
        FH_TRY(open_video());
    }
    if (m_plan.audio) {
        FH_TRY(open_audio());
    }
    start(group);
    FH_TRY(group.wait());
    note_damage();
    m_progress.finish();
    return publish();
}

void Pipeline::make_queues() {
    if (!m_plan.video) {
        return;
    }
    const std::size_t bytes = queue_bytes(m_plan);
    for (const std::size_t output : cascade_order(*m_plan.video)) {
        Step step;
        step.output = output;
        if (!m_steps.empty()) {
            step.to_scale = std::make_unique<PictureQueue>(bytes, kMinPictures);
        }
        step.to_encode = std::make_unique<PictureQueue>(bytes, kMinPictures);
        m_steps.push_back(std::move(step));
    }
}

base::Status Pipeline::open_video() {
    const VideoPlan& video = *m_plan.video;
    FH_ASSIGN(Decoder decoder, Decoder::open(*m_demuxer->video(), video.decoder_threads));
    const RungPlan& largest = video.rungs[m_steps.front().output];
    m_pictures = std::make_unique<PictureSource>(video, PictureSize{largest.width, largest.height}, m_timeline,
                                                 std::move(decoder));
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        FH_TRY(open_rung(i));
    }
    return {};
}

base::Status Pipeline::open_rung(std::size_t index) {
    Step& step = m_steps[index];
    RungPlan& rung = m_plan.video->rungs[step.output];
    FH_ASSIGN(VideoEncoder encoder, open_encoder(rung));
    RungTrack::Output output;
    output.file_system = &m_file_system;
    output.folder =
        std::filesystem::path(m_spec.package_dir) / m_spec.layout.version_dir(m_spec.layout.rung_dirs[step.output]);
    output.format = m_plan.segment_format;
    output.written = [this](std::uint64_t bytes) { m_progress.add_bytes(bytes); };
    if (auto made = m_file_system.create_directories(output.folder); !made) {
        return base::Error(made.error());
    }
    step.track = std::make_unique<RungTrack>(rung, *m_plan.video, std::move(encoder), std::move(output));
    return {};
}

base::Result<VideoEncoder> Pipeline::open_encoder(RungPlan& rung) {
    auto encoder = VideoEncoder::open(rung, *m_plan.video);
    if (encoder || rung.encoder == "libx264") {
        return encoder;
    }
    m_notes.push_back(rung.name + ": " + encoder.error().text() + "; libx264 is used");
    rung.encoder = "libx264";
    rung.preset = "veryfast";
    return VideoEncoder::open(rung, *m_plan.video);
}

base::Status Pipeline::open_audio() {
    const AudioPlan& plan = *m_plan.audio;
    FH_ASSIGN(Decoder decoder, Decoder::open(*m_demuxer->audio(), 1));
    FH_ASSIGN(AudioEncoder encoder, AudioEncoder::open(plan));
    FH_ASSIGN(const UniqueCodecParameters parameters, encoder.parameters());
    const auto folder = std::filesystem::path(m_spec.package_dir) / m_spec.layout.version_dir(m_spec.layout.audio_dir);
    if (auto made = m_file_system.create_directories(folder); !made) {
        return base::Error(made.error());
    }
    FH_ASSIGN(SegmentWriter writer,
              SegmentWriter::create(m_file_system, folder, m_plan.segment_format, *parameters, plan.sample_rate,
                                    [this](std::uint64_t bytes) { m_progress.add_bytes(bytes); }));
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
    if (!m_pictures) {
        return;
    }
    group.start([this] { return m_pictures->decode(m_video_packets, m_frames); });
    group.start([this]() -> base::Status {
        PictureQueue& encode = *m_steps.front().to_encode;
        PictureQueue* below = m_steps.size() > 1 ? m_steps[1].to_scale.get() : nullptr;
        std::optional<base::Error> error;
        FH_TRY(m_pictures->convert(m_frames, [&](Picture picture) {
            const std::size_t bytes = frame_bytes(*picture.frame);
            if (below != nullptr) {
                auto shared = share(picture);
                if (!shared) {
                    error = shared.error();
                    return false;
                }
                if (!below->push(std::move(*shared), bytes)) {
                    return false;
                }
            }
            return encode.push(std::move(picture), bytes);
        }));
        if (error) {
            return *error;
        }
        encode.finish();
        if (below != nullptr) {
            below->finish();
        }
        return {};
    });
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        start_rung(group, i);
    }
}

void Pipeline::start_rung(StageGroup& group, std::size_t index) {
    Step& step = m_steps[index];
    PictureQueue* below = index + 1 < m_steps.size() ? m_steps[index + 1].to_scale.get() : nullptr;
    if (step.to_scale) {
        group.start([&step, below] { return step.track->scale(*step.to_scale, *step.to_encode, below); });
    }
    group.start([this, &step, index] {
        return step.track->encode(*step.to_encode, m_timeline, [this, index](std::int64_t pts, std::int64_t number) {
            m_progress.at(index, to_seconds(pts, m_plan.video->timescale), number);
        });
    });
}

base::Status Pipeline::demux() {
    const auto to = [](PacketQueue& queue) {
        return [&queue](UniquePacket packet) {
            const auto bytes = static_cast<std::size_t>(packet->size);
            return queue.push(std::move(packet), bytes);
        };
    };
    FH_TRY(m_demuxer->run(to(m_video_packets), to(m_audio_packets)));
    const double expected = m_plan.source_duration_sec;
    if (m_demuxer->seconds_read() < expected * kLeastRead - 2) {
        return base::fail(base::ErrorCode::CorruptData,
                          "the source holds " + std::to_string(std::lround(m_demuxer->seconds_read())) + " s of " +
                              std::to_string(std::lround(expected)) + " s: the file is damaged or incomplete");
    }
    m_video_packets.finish();
    m_audio_packets.finish();
    return {};
}

void Pipeline::unblock() {
    // First: a stage whose queue is closed must not take that for the end of the film.
    m_timeline.close();
    m_video_packets.close();
    m_audio_packets.close();
    m_frames.close();
    for (Step& step : m_steps) {
        if (step.to_scale) {
            step.to_scale->close();
        }
        step.to_encode->close();
    }
}

void Pipeline::note_damage() {
    const auto note = [this](const char* kind, const Decoder& decoder) {
        if (decoder.damaged() > 0) {
            m_notes.push_back(std::to_string(decoder.damaged()) + " damaged parts of the source's " + kind +
                              " were left out");
        }
    };
    if (m_pictures) {
        note("video", m_pictures->decoder());
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

base::Result<TranscodeOutput> Pipeline::publish() {
    TranscodeOutput output;
    std::vector<PublishedRendition> rungs(m_steps.size());
    output.renditions.resize(m_steps.size());
    const auto facts = [](const RenditionRecord& record) {
        jobs::RenditionFacts made;
        made.codecs = record.codecs;
        made.average_bandwidth = average_bandwidth(record);
        made.frames = record.packets();
        made.bytes = record.bytes();
        return made;
    };
    for (const Step& step : m_steps) {
        const RenditionRecord& record = step.track->record();
        const RungPlan& rung = step.track->plan();
        rungs[step.output] = {m_spec.layout.rung_dirs[step.output], &record};
        jobs::RenditionFacts& made = output.renditions[step.output];
        made = facts(record);
        made.name = rung.name;
        made.encoder = rung.encoder;
        made.width = rung.width;
        made.height = rung.height;
    }
    std::optional<PublishedRendition> audio;
    if (m_audio) {
        audio = PublishedRendition{m_spec.layout.audio_dir, &m_audio->record()};
        output.renditions.push_back(facts(m_audio->record()));
        output.renditions.back().name = "audio";
        output.renditions.back().encoder = m_plan.audio->encoder;
    }
    const RenditionRecord& longest = m_steps.empty() ? m_audio->record() : m_steps.front().track->record();
    output.duration_sec = to_seconds(longest.duration(), longest.timescale);
    output.notes = m_notes;
    FH_ASSIGN(output.files, publish_playlists(m_file_system, m_spec.package_dir, m_spec.layout, m_plan, rungs, audio));
    return output;
}

} // namespace framehand::media
