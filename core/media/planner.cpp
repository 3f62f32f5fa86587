// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/planner.h"

#include "core/media/av1_level.h"
#include "core/media/color_rules.h"
#include "core/media/copy_choice.h"
#include "core/media/encoder_choice.h"
#include "core/media/h264_level.h"
#include "core/media/hevc_level.h"
#include "core/media/picture_size.h"
#include "core/media/statistics_sharing.h"
#include "core/media/track_planner.h"

#include <algorithm>
#include <cmath>

namespace framehand::media {

namespace {

constexpr double kMaxFrameRate = 60;       // Apple 1.19
constexpr double kMaxKeyFrameDistance = 2; // seconds; Apple 1.13
constexpr double kTopRungShare = 0.57;     // of a usual ladder's pixels
constexpr double kLeadShare = 0.75;        // of the work where the others use its statistics
constexpr std::int64_t kFinestTimescale = 10000;

std::string text(PictureSize size) {
    return std::to_string(size.width) + "x" + std::to_string(size.height);
}

std::int64_t timescale_of(const VideoPlan& video, Rational source_time_base) {
    std::int64_t ticks = 90000;
    if (video.timing == FrameTiming::Constant) {
        ticks = video.frame_rate.num;
    } else if (source_time_base.num == 1 && source_time_base.den <= 1'000'000 && 90000 % source_time_base.den != 0) {
        ticks = source_time_base.den;
    }
    while (ticks < kFinestTimescale) {
        ticks *= 2;
    }
    return ticks;
}

void plan_gops(VideoPlan& video, double segment_time) {
    const auto millis = static_cast<std::int64_t>(std::llround(segment_time * 1000));
    const auto count = static_cast<std::int64_t>(std::ceil(segment_time / kMaxKeyFrameDistance));
    video.gops_per_segment = static_cast<int>(std::max<std::int64_t>(count, 1));
    video.gop_duration = reduced({millis, 1000 * std::int64_t{video.gops_per_segment}});
    if (video.timing == FrameTiming::Constant) {
        const double exact = video.frame_rate.value() * video.gop_duration.value();
        video.gop_frames = static_cast<int>(std::max<std::int64_t>(std::llround(exact), 1));
        video.gop_duration = reduced({video.gop_frames * video.frame_rate.den, video.frame_rate.num});
    }
}

std::vector<ConversionStep> conversion_steps(const VideoStreamInfo& source, const VideoPlan& video) {
    std::vector<ConversionStep> steps;
    const auto add = [&](bool needed, ConversionStep step) {
        if (needed) {
            steps.push_back(step);
        }
    };
    const std::string_view format = source.pixel_format;
    add(source.field_order == FieldOrder::TopFirst || source.field_order == FieldOrder::BottomFirst,
        ConversionStep::Deinterlace);
    add(video.orientation != Orientation::Upright, ConversionStep::Rotate);
    add(source.sample_aspect != Rational{1, 1}, ConversionStep::SquarePixels);
    add(source.width % 2 != 0 || source.height % 2 != 0, ConversionStep::EvenSize);
    add(video.hdr != HdrKind::Sdr, ConversionStep::ToneMap);
    add(video.source_color.range == ColorRange::Full, ConversionStep::LimitRange);
    add(source.bit_depth > 8, ConversionStep::To8Bit);
    add(!format.starts_with("yuv420p") && !format.starts_with("yuvj420p"), ConversionStep::To420);
    add(video.keep_every > 1, ConversionStep::DropFrames);
    return steps;
}

void set_profile_and_level(RungPlan& rung, double frame_rate) {
    rung.profile = rung.codec == "h264" ? "high" : "main";
    if (rung.codec == "hevc") {
        rung.level = lowest_hevc_level({rung.width, rung.height, frame_rate, rung.maxrate, rung.bufsize});
    } else if (rung.codec == "av1") {
        rung.level = lowest_av1_level({rung.width, rung.height, frame_rate, rung.maxrate});
    } else {
        rung.level = lowest_h264_level({.width = rung.width,
                                        .height = rung.height,
                                        .frame_rate = frame_rate,
                                        .maxrate = rung.maxrate,
                                        .bufsize = rung.bufsize});
    }
}

void set_rate_control(RungPlan& rung, const jobs::OutputRequest& output, std::vector<std::string>& notes) {
    rung.bitrate = output.bitrate;
    rung.maxrate = output.bitrate + output.bitrate / 10;
    rung.bufsize = output.bitrate + output.bitrate / 2;
    if (!output.quality) {
        return;
    }
    if (rung.encoder == software_encoder(rung.codec)) {
        rung.rate_control = RateControl::Quality;
        rung.quality = *output.quality;
    } else {
        notes.push_back(rung.name + ": quality " + std::to_string(*output.quality) + " was asked for; " + rung.encoder +
                        " is only driven by bit rate, so it is made at " + std::to_string(output.bitrate / 1000) +
                        "k a second");
    }
}

base::Result<RungPlan> plan_rung(const jobs::OutputRequest& output, const std::string& field, DisplaySize display,
                                 double frame_rate, const jobs::Capabilities& capabilities,
                                 std::vector<std::string>& notes) {
    const auto asked = jobs::parse_resolution(output.resolution);
    if (!asked) {
        return asked.error().wrapped(field + ".resolution: cannot be read");
    }
    const PictureSize size = rung_size(display, *asked);
    RungPlan rung;
    rung.requested = output.resolution;
    rung.name = asked->width > 0 ? std::to_string(asked->width) + "x" + std::to_string(asked->height)
                                 : std::to_string(asked->height) + "p";
    rung.width = size.width;
    rung.height = size.height;
    const bool smaller_source =
        asked->height > display.height + 1 && (asked->width == 0 || asked->width > display.width + 1);
    if (smaller_source) {
        notes.push_back(
            rung.name + " was asked for; the source shows " +
            text({static_cast<int>(std::lround(display.width)), static_cast<int>(std::lround(display.height))}) +
            ", so it is made at " + text(size) + ": video is never enlarged");
    }
    FH_ASSIGN(EncoderChoice choice, choose_encoder(output.codec, size, capabilities, field + ".codec"));
    rung.encoder = choice.encoder;
    rung.codec = choice.codec;
    if (!choice.note.empty()) {
        notes.push_back(rung.name + ": " + choice.note);
    }
    set_rate_control(rung, output, notes);
    rung.preset = preset_of_encoder(rung.encoder);
    set_profile_and_level(rung, frame_rate);
    return rung;
}

void share_threads(VideoPlan& video, int threads) {
    const bool shared = has_lead(video);
    if (threads == 1 || (threads == 2 && !shared)) {
        return; // measured: one thread each costs least where cores are few
    }
    const auto area = [](const RungPlan& rung) {
        return is_copied(rung) ? 0 : PictureSize{rung.width, rung.height}.area();
    };
    const auto largest = std::ranges::max_element(video.rungs, {}, area);
    if (!is_copied(*largest)) {
        const double share = shared ? kLeadShare : kTopRungShare;
        largest->threads = std::clamp(static_cast<int>(std::ceil(threads * share)), 1, 16);
    }
}

/// Makes a copy of the rung that can be one, and says why none can although codec and size are right.
void plan_copy(VideoPlan& video, const VideoStreamInfo& source, const jobs::Job& job, std::vector<std::string>& notes) {
    const auto candidate = copy_candidate(source, job);
    if (!candidate) {
        return;
    }
    const jobs::OutputRequest& output = job.outputs[*candidate];
    RungPlan& rung = video.rungs[*candidate];
    std::string obstacle = header_obstacle(source, job, output);
    if (obstacle.empty() && !source.copy) {
        return; // nobody looked
    }
    CopyChoice choice;
    if (obstacle.empty()) {
        const Rational segment = reduced({video.gop_duration.num * video.gops_per_segment, video.gop_duration.den});
        choice = choose_copy(source, video, segment, output);
        obstacle = choice.obstacle;
    }
    if (!obstacle.empty()) {
        notes.push_back(rung.name + " is encoded, although the source has its codec and size: " + obstacle);
        return;
    }
    rung.source = RungSource::Copy;
    rung.encoder = "copy";
    rung.profile = source.copy->profile;
    rung.level = source.copy->level;
    rung.rate_control = RateControl::Bitrate;
    rung.quality = 0;
    rung.bitrate = choice.average;
    rung.maxrate = choice.peak;
    rung.bufsize = 0;
    rung.preset.clear();
    rung.reordering = source.copy->reordering;
    video.segment_starts = std::move(choice.segment_starts);
    notes.push_back(rung.name + " is copied: the source already is what it asks for");
}

base::Result<VideoPlan> plan_video(const VideoStreamInfo& source, const jobs::Job& job,
                                   const jobs::Capabilities& capabilities, int threads,
                                   std::vector<std::string>& notes) {
    VideoPlan video;
    video.stream_index = source.index;
    video.timing = source.timing;
    Rational rate = source.frame_rate.known() ? source.frame_rate : Rational{25, 1};
    while (rate.value() > kMaxFrameRate) {
        rate.den *= 2;
        video.keep_every *= 2;
    }
    video.frame_rate = reduced(rate);
    if (video.keep_every > 1) {
        notes.push_back("the source shows more than 60 frames a second; of every " + std::to_string(video.keep_every) +
                        " frames one is kept");
    }
    video.timescale = timescale_of(video, source.time_base);
    plan_gops(video, job.hls.segment_time);
    video.decoder_threads = threads <= 2 ? 1 : std::min(threads, 4);
    video.orientation = source.orientation;
    video.hdr = source.hdr;
    video.source_color = complete_source_color(source);
    video.output_color = output_color(video.source_color, source.hdr);
    video.steps = conversion_steps(source, video);
    video.expected_duration_sec = source.duration_sec;

    const DisplaySize display = display_size(source);
    for (std::size_t i = 0; i < job.outputs.size(); ++i) {
        const std::string field = "outputs[" + std::to_string(i) + "]";
        FH_ASSIGN(RungPlan rung,
                  plan_rung(job.outputs[i], field, display, video.frame_rate.value(), capabilities, notes));
        if (rung.codec != "h264" && job.hls.segment_format == jobs::SegmentFormat::MpegTs) {
            return base::fail(base::ErrorCode::Unsupported,
                              field + ".codec: \"" + job.outputs[i].codec +
                                  "\" goes into fMP4 segments only (Apple 1.5); segment_format is \"ts\"");
        }
        video.rungs.push_back(std::move(rung));
    }
    if (video.rungs.empty()) {
        return base::fail(base::ErrorCode::InvalidArgument, "outputs: at least one is needed");
    }
    plan_copy(video, source, job, notes);
    assign_statistics(video);
    share_threads(video, threads);
    return video;
}

} // namespace

base::Result<Plan> make_plan(const MediaInfo& info, const jobs::Job& job, const jobs::Capabilities& capabilities,
                             int threads) {
    if (!(job.hls.segment_time >= 1 && job.hls.segment_time <= 60)) {
        return base::fail(base::ErrorCode::InvalidArgument, "hls_settings.segment_time: must be 1 to 60 seconds");
    }
    Plan plan;
    plan.segment_format = job.hls.segment_format;
    plan.duration_sec = info.duration_sec;
    plan.source_duration_sec = info.duration_is_estimate ? 0 : info.duration_sec;
    plan.segment_duration = reduced({static_cast<std::int64_t>(std::llround(job.hls.segment_time * 1000)), 1000});
    if (info.video) {
        FH_ASSIGN(plan.video, plan_video(*info.video, job, capabilities, std::max(threads, 1), plan.notes));
        plan.segment_duration =
            reduced({plan.video->gop_duration.num * plan.video->gops_per_segment, plan.video->gop_duration.den});
        if (info.duration_is_estimate) {
            plan.video->expected_duration_sec = 0;
        }
        if (info.video->duration_sec > 0) {
            plan.duration_sec = info.video->duration_sec;
        }
    }
    FH_ASSIGN(plan.audio, plan_audio(info, job, plan.notes));
    plan.text = plan_text(info, plan.notes);
    if (!plan.video && plan.audio.empty()) {
        return base::fail(base::ErrorCode::Unsupported, "no video or audio in it");
    }
    if (!plan.video) {
        plan.notes.emplace_back("the source has no video; an audio-only package is made");
    }
    return plan;
}

} // namespace framehand::media
