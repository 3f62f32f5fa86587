// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/copy_choice.h"

#include "core/media/bandwidth.h"
#include "core/media/color_rules.h"
#include "core/media/frame_timeline.h"
#include "core/media/picture_size.h"
#include "core/media/rendition_record.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace framehand::media {

namespace {

constexpr double kMaxFrameRate = 60;  // Apple 1.19
constexpr std::int64_t kMostPeak = 2; // times the average; Apple 1.30
// A segment's fragments are numbered within its own thousand, two for each IDR picture.
constexpr std::size_t kMostIdrsOfSegment = 400;

bool has_size(const VideoStreamInfo& video, const jobs::OutputRequest& output) {
    const auto asked = jobs::parse_resolution(output.resolution);
    return asked && rung_size(display_size(video), *asked) == PictureSize{video.width, video.height};
}

std::string seconds_text(double seconds) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.1f s", seconds);
    return text.data();
}

/// The source's GOPs on the package's timeline.
struct Gops {
    std::vector<std::int64_t> starts;
    std::int64_t end = 0;
};

Gops on_timeline(const CopyFacts& facts, const VideoPlan& plan, Rational time_base) {
    FrameTimeline times(plan, time_base);
    Gops gops;
    for (const CopyFacts::Gop& gop : facts.gops) {
        gops.starts.push_back(times.place(gop.pts, 0));
    }
    if (facts.last_pts > facts.gops.back().pts) {
        (void)times.place(facts.last_pts, 0);
    }
    gops.end = times.end();
    return gops;
}

/// Indexes of the GOPs that segments begin with; empty if there is none near enough somewhere.
std::vector<std::size_t> cut(const Gops& gops, std::int64_t nominal, std::int64_t longest, std::int64_t shortest) {
    std::vector<std::size_t> cuts = {0};
    for (;;) {
        const std::int64_t start = gops.starts[cuts.back()];
        std::size_t best = 0;
        std::int64_t best_off = std::llabs(gops.end - start - nominal);
        bool found = gops.end - start <= longest; // the film may end here
        for (std::size_t i = cuts.back() + 1; i < gops.starts.size() && gops.starts[i] - start <= longest; ++i) {
            const std::int64_t off = std::llabs(gops.starts[i] - start - nominal);
            if (gops.starts[i] - start >= shortest && (!found || off <= best_off)) {
                best = i;
                best_off = off;
                found = true;
            }
        }
        if (!found) {
            return {};
        }
        if (best == 0) {
            return cuts;
        }
        cuts.push_back(best);
    }
}

RenditionRecord record_of(const CopyFacts& facts, const Gops& gops, const std::vector<std::size_t>& cuts,
                          std::int64_t timescale) {
    RenditionRecord record;
    record.timescale = timescale;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const bool is_last = i + 1 == cuts.size();
        const std::size_t behind = is_last ? facts.gops.size() : cuts[i + 1];
        SegmentRecord segment;
        segment.start = gops.starts[cuts[i]];
        segment.end = is_last ? gops.end : gops.starts[behind];
        for (std::size_t gop = cuts[i]; gop < behind; ++gop) {
            segment.bytes += static_cast<std::uint64_t>(facts.gops[gop].bytes);
        }
        record.segments.push_back(segment);
    }
    return record;
}

/// True where the segments begin where they would without a look at the source.
bool is_regular(const std::vector<std::int64_t>& starts, std::int64_t end, Rational segment_duration,
                std::int64_t timescale, std::int64_t frame) {
    const Rational ticks{segment_duration.num * timescale, segment_duration.den};
    const auto line = [&](std::size_t number) { return rescale(static_cast<std::int64_t>(number), ticks, {1, 1}); };
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (2 * std::llabs(starts[i] - line(i)) >= frame) {
            return false;
        }
    }
    return line(starts.size()) >= end - frame / 2;
}

} // namespace

std::optional<std::size_t> copy_candidate(const VideoStreamInfo& video, const jobs::Job& job) {
    std::optional<std::size_t> best;
    if (job.video_copy == jobs::VideoCopy::Never || video.codec != "h264") {
        return best;
    }
    for (std::size_t i = 0; i < job.outputs.size(); ++i) {
        const jobs::OutputRequest& output = job.outputs[i];
        if (output.codec == "h264" && has_size(video, output) &&
            (!best || output.bitrate > job.outputs[*best].bitrate)) {
            best = i;
        }
    }
    return best;
}

std::string header_obstacle(const VideoStreamInfo& video, const jobs::Job& job, const jobs::OutputRequest& output) {
    if (job.hls.segment_format != jobs::SegmentFormat::Fmp4) {
        return "only fMP4 segments can hold it";
    }
    if (video.hdr != HdrKind::Sdr) {
        return "it is HDR";
    }
    const ColorTags color = complete_source_color(video);
    if (video.pixel_format != "yuv420p" || video.bit_depth != 8 || color.range != ColorRange::Limited) {
        return "its pictures are not 8-bit 4:2:0 of limited range";
    }
    if (color != output_color(color, video.hdr)) {
        return "its colour is not one of the package's";
    }
    if (video.field_order == FieldOrder::TopFirst || video.field_order == FieldOrder::BottomFirst) {
        return "its pictures are interlaced";
    }
    if (video.orientation != Orientation::Upright) {
        return "it must be turned to be seen upright";
    }
    if (video.sample_aspect != Rational{1, 1} || video.width % 2 != 0 || video.height % 2 != 0) {
        return "its pixels are not square, or its sides not even";
    }
    if (video.timing != FrameTiming::Constant || !video.frame_rate.known()) {
        return "its frame rate varies";
    }
    if (video.frame_rate.value() > kMaxFrameRate) {
        return "it shows more than 60 frames a second";
    }
    if (static_cast<double>(video.bitrate) > kMostOfRungsRate * static_cast<double>(output.bitrate)) {
        return "its bit rate of " + std::to_string(video.bitrate / 1000) + "k is more than 1.5 times the rung's";
    }
    return "";
}

CopyChoice choose_copy(const VideoStreamInfo& video, const VideoPlan& plan, Rational segment_duration,
                       const jobs::OutputRequest& output) {
    const CopyFacts& facts = *video.copy;
    CopyChoice choice;
    choice.obstacle = facts.obstacle;
    if (!choice.obstacle.empty()) {
        return choice;
    }
    const std::int64_t frame = std::max<std::int64_t>(1, rescale(1, plan.frame_rate.inverse(), {1, plan.timescale}));
    const std::int64_t nominal = rescale(1, segment_duration, {1, plan.timescale});
    const auto over = static_cast<std::int64_t>(kLongerThanTargetSec * static_cast<double>(plan.timescale));
    const Gops gops = on_timeline(facts, plan, video.time_base);
    // Of one picture only where the film ends: two IDR pictures side by side must differ in a number that encoders
    // count for themselves.
    const std::vector<std::size_t> cuts = cut(gops, nominal, nominal + over + frame / 2, frame + frame / 2);
    if (cuts.empty()) {
        choice.obstacle = "some of its IDR pictures are further apart than a segment of " +
                          seconds_text(segment_duration.value()) + " may last";
        return choice;
    }
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        choice.segment_starts.push_back(gops.starts[cuts[i]]);
        if ((i + 1 < cuts.size() ? cuts[i + 1] : gops.starts.size()) - cuts[i] > kMostIdrsOfSegment) {
            choice.obstacle = "it has more than " + std::to_string(kMostIdrsOfSegment) + " IDR pictures in a segment";
        }
    }
    if (is_regular(choice.segment_starts, gops.end, segment_duration, plan.timescale, frame)) {
        choice.segment_starts.clear();
    }
    const RenditionRecord record = record_of(facts, gops, cuts, plan.timescale);
    choice.average = average_bandwidth(record);
    choice.peak = peak_bandwidth(record, target_duration(record));
    if (static_cast<double>(choice.average) > kMostOfRungsRate * static_cast<double>(output.bitrate)) {
        choice.obstacle =
            "its bit rate of " + std::to_string(choice.average / 1000) + "k is more than 1.5 times the rung's";
    } else if (choice.peak > kMostPeak * choice.average) {
        choice.obstacle = "its bit rate has peaks of " + std::to_string(choice.peak / 1000) +
                          "k, more than twice its average of " + std::to_string(choice.average / 1000) + "k";
    }
    return choice;
}

} // namespace framehand::media
