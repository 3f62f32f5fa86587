// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/video_side.h"

#include "core/media/encoder_choice.h"
#include "core/media/rendition_folders.h"
#include "core/media/statistics_sharing.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace framehand::media {

namespace {

constexpr std::size_t kMiB = 1024 * 1024;
constexpr std::size_t kFrameBytes = 24 * kMiB; // of all queues of pictures together, but held ones
constexpr std::size_t kPacketBytes = 16 * kMiB;
constexpr std::size_t kMinPictures = 2;

/// Indexes of the rungs that are encoded, largest picture first.
std::vector<std::size_t> cascade_order(const VideoPlan& video) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < video.rungs.size(); ++i) {
        if (!is_copied(video.rungs[i])) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) {
        return PictureSize{video.rungs[i].width, video.rungs[i].height}.area();
    });
    return order;
}

std::size_t queue_bytes(const VideoPlan& plan) {
    return kFrameBytes / (2 * plan.rungs.size());
}

} // namespace

VideoSide::VideoSide(RunParts parts, VideoPlan plan, jobs::SegmentFormat format, RunWindow window)
    : m_parts(parts), m_plan(std::move(plan)), m_format(format), m_window(std::move(window)),
      m_packets(kPacketBytes, 8), m_frames(queue_bytes(m_plan), kMinPictures) {
    const std::size_t bytes = queue_bytes(m_plan);
    for (const std::size_t output : cascade_order(m_plan)) {
        Step step;
        step.output = output;
        if (!m_steps.empty()) {
            step.to_scale = std::make_unique<PictureQueue>(bytes, kMinPictures);
        }
        step.to_encode = std::make_unique<PictureQueue>(bytes, kMinPictures);
        m_steps.push_back(std::move(step));
    }
    for (std::size_t output = 0; output < m_plan.rungs.size(); ++output) {
        if (is_copied(m_plan.rungs[output])) {
            m_copies.push_back({output, nullptr, std::make_unique<PacketQueue>(kPacketBytes, 8)});
        }
    }
}

base::Status VideoSide::open(const AVStream& stream) {
    FH_ASSIGN(Decoder decoder, Decoder::open(stream, m_plan.decoder_threads));
    m_pictures =
        std::make_unique<PictureSource>(m_plan, largest_size(), m_window, m_parts.timeline, std::move(decoder));
    for (Step& step : m_steps) {
        FH_TRY(open_rung(step));
    }
    for (Copy& copy : m_copies) {
        FH_ASSIGN(SegmentWriter::Output output, make_output(copy.output));
        FH_ASSIGN(CopyTrack track,
                  CopyTrack::create(m_plan.rungs[copy.output], m_plan, m_window, stream, std::move(output)));
        copy.track = std::make_unique<CopyTrack>(std::move(track));
    }
    return share_statistics();
}

PictureSize VideoSide::largest_size() const {
    const RungPlan& largest = m_plan.rungs[m_steps.empty() ? m_copies.front().output : m_steps.front().output];
    return {largest.width, largest.height};
}

base::Result<SegmentWriter::Output> VideoSide::make_output(std::size_t rung) {
    const jobs::PackageLayout& layout = m_parts.spec.layout;
    SegmentWriter::Output output;
    output.file_system = &m_parts.file_system;
    output.journal = &m_parts.journal;
    output.rendition = rung_rendition(rung);
    output.package_dir = m_parts.spec.package_dir;
    output.folder = layout.version_dir(layout.rung_dirs[rung]);
    output.format = m_format;
    output.written = [this, name = m_plan.rungs[rung].name](std::uint64_t bytes) {
        m_parts.progress.add_bytes(name, bytes);
    };
    if (auto made = m_parts.file_system.create_directories(output.package_dir / output.folder); !made) {
        return base::Error(made.error());
    }
    return output;
}

base::Status VideoSide::open_rung(Step& step) {
    RungPlan& rung = m_plan.rungs[step.output];
    FH_ASSIGN(VideoEncoder encoder, open_encoder(rung));
    FH_ASSIGN(SegmentWriter::Output output, make_output(step.output));
    step.track = std::make_unique<RungTrack>(rung, m_plan, std::move(encoder), std::move(output));
    return {};
}

base::Result<VideoEncoder> VideoSide::open_encoder(RungPlan& rung) {
    auto encoder = VideoEncoder::open(rung, m_plan);
    const std::string_view software = software_encoder(rung.codec);
    if (encoder || rung.encoder == software) {
        return encoder;
    }
    m_notes.push_back(rung.name + ": " + encoder.error().text() + "; " + std::string(software) + " is used");
    rung.encoder = software;
    rung.preset = preset_of_encoder(software);
    return VideoEncoder::open(rung, m_plan);
}

base::Status VideoSide::share_statistics() {
    FH_TRY(StatisticsFolder::clear(m_parts.file_system, m_parts.spec.package_dir));
    if (!has_lead(m_plan)) {
        return {};
    }
    FH_ASSIGN(m_statistics, StatisticsFolder::create(m_parts.file_system, m_parts.spec.package_dir));
    const RungPlan& lead = m_plan.rungs[m_steps[0].output];
    const RungPlan& second = m_plan.rungs[m_steps[1].output];
    const FinishedRendition finished = m_parts.journal.finished(rung_rendition(m_steps[0].output));
    std::set<std::int64_t> numbers;
    for (const auto& [number, segment] : finished.segments) {
        numbers.insert(number);
    }
    m_held = std::make_unique<HeldPictures>(
        held_bytes(m_plan, {second.width, second.height}),
        [numbers = std::move(numbers)](std::int64_t segment) { return !numbers.contains(segment); });
    m_steps[0].track->lead(std::make_unique<LeadStatistics>(
        m_parts.file_system, m_statistics->path(),
        LeadStatistics::Lead{lead.width, lead.height, lead.bitrate, m_plan.timescale},
        [this](std::shared_ptr<const GopStatistics> statistics) { m_held->bring(std::move(statistics)); }));
    return {};
}

void VideoSide::start(StageGroup& group) {
    group.start([this] { return m_pictures->decode(m_packets, m_frames); });
    group.start([this] { return convert(); });
    if (m_held) {
        group.start([this] { return release(); });
    }
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].to_scale) {
            group.start([this, i] { return scale(i); });
        }
        group.start([this, i] { return encode(i); });
    }
    for (std::size_t i = 0; i < m_copies.size(); ++i) {
        group.start([this, i] { return copy(i); });
    }
}

base::Status VideoSide::convert() {
    std::optional<base::Error> error;
    FH_TRY(m_pictures->convert(m_frames, [&](Picture picture) {
        auto wanted = hand_on(0, std::move(picture));
        if (!wanted) {
            error = wanted.error();
        }
        return wanted.value_or(false);
    }));
    if (error) {
        return *error;
    }
    if (m_pictures->has_enough()) {
        m_packets.close();
        m_frames.close();
    }
    finish(0);
    return {};
}

base::Status VideoSide::scale(std::size_t index) {
    const bool holds = m_held && index == 1;
    FH_TRY(m_steps[index].track->scale(*m_steps[index].to_scale, [&](Picture picture) -> base::Result<bool> {
        const std::size_t bytes = frame_bytes(*picture.frame);
        return holds ? base::Result<bool>(m_held->push(std::move(picture), bytes)) : hand_on(index, std::move(picture));
    }));
    if (holds) {
        m_held->finish();
    } else {
        finish(index);
    }
    return {};
}

base::Status VideoSide::release() {
    while (auto picture = m_held->pop()) {
        FH_ASSIGN(const bool wanted, hand_on(1, std::move(*picture)));
        if (!wanted) {
            break;
        }
    }
    finish(1);
    return {};
}

base::Status VideoSide::encode(std::size_t index) {
    Step& step = m_steps[index];
    FH_TRY(step.track->encode(*step.to_encode, m_parts.timeline, [this, index](std::int64_t pts, std::int64_t number) {
        m_parts.progress.at(index, to_seconds(pts, m_plan.timescale), number);
    }));
    if (m_held && index == 0) {
        m_held->finish_statistics();
    }
    return {};
}

base::Status VideoSide::copy(std::size_t index) {
    const std::size_t track = m_steps.size() + index;
    return m_copies[index].track->run(*m_copies[index].packets, m_parts.timeline,
                                      [this, track](std::int64_t pts, std::int64_t number) {
                                          m_parts.progress.at(track, to_seconds(pts, m_plan.timescale), number);
                                      });
}

base::Result<bool> VideoSide::hand_on(std::size_t index, Picture picture) {
    if (m_parts.preview != nullptr && index + 1 >= m_steps.size()) {
        m_parts.preview->offer(*picture.frame, to_seconds(picture.pts, m_plan.timescale));
    }
    if (m_steps.empty()) {
        return true; // all rungs are copied
    }
    const std::size_t bytes = frame_bytes(*picture.frame);
    if (PictureQueue* next = below(index)) {
        FH_ASSIGN(Picture shared, share(picture));
        if (!next->push(std::move(shared), bytes)) {
            return false;
        }
    }
    return m_steps[index].to_encode->push(std::move(picture), bytes);
}

void VideoSide::finish(std::size_t index) {
    if (m_steps.empty()) {
        return;
    }
    m_steps[index].to_encode->finish();
    if (PictureQueue* next = below(index)) {
        next->finish();
    }
}

PictureQueue* VideoSide::below(std::size_t index) {
    return index + 1 < m_steps.size() ? m_steps[index + 1].to_scale.get() : nullptr;
}

base::Result<bool> VideoSide::push(UniquePacket packet) {
    const auto bytes = static_cast<std::size_t>(packet->size);
    // First: once the decoder has seen what is behind the window, nothing more is read, and a copy needs that too.
    for (const Copy& copy : m_copies) {
        UniquePacket other = packet_reference(*packet);
        if (!other) {
            return base::fail(base::ErrorCode::Internal, "out of memory while reading the source");
        }
        (void)copy.packets->push(std::move(other), bytes); // a copy may have all that it needs
    }
    return m_packets.push(std::move(packet), bytes);
}

void VideoSide::finish_packets() {
    m_packets.finish();
    for (const Copy& copy : m_copies) {
        copy.packets->finish();
    }
}

void VideoSide::close() {
    m_packets.close();
    m_frames.close();
    if (m_held) {
        m_held->close();
    }
    for (Step& step : m_steps) {
        if (step.to_scale) {
            step.to_scale->close();
        }
        step.to_encode->close();
    }
    for (const Copy& copy : m_copies) {
        copy.packets->close();
    }
}

const RenditionRecord& VideoSide::record(std::size_t output) const {
    const auto copy = std::ranges::find(m_copies, output, &Copy::output);
    return copy != m_copies.end() ? copy->track->record()
                                  : std::ranges::find(m_steps, output, &Step::output)->track->record();
}

} // namespace framehand::media
