// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/plan.h"

#include <algorithm>
#include <limits>

namespace framehand::media {

std::string_view to_string(ConversionStep step) {
    switch (step) {
    case ConversionStep::Deinterlace:
        return "deinterlace";
    case ConversionStep::Rotate:
        return "rotate";
    case ConversionStep::SquarePixels:
        return "square-pixels";
    case ConversionStep::EvenSize:
        return "even-size";
    case ConversionStep::LimitRange:
        return "limit-range";
    case ConversionStep::ToneMap:
        return "tone-map";
    case ConversionStep::To8Bit:
        return "to-8-bit";
    case ConversionStep::To420:
        return "to-4:2:0";
    case ConversionStep::DropFrames:
        return "drop-frames";
    }
    return "";
}

std::string_view to_string(RateStatistics statistics) {
    switch (statistics) {
    case RateStatistics::Own:
        return "own";
    case RateStatistics::Lead:
        return "lead";
    case RateStatistics::Follow:
        return "follow";
    }
    return "";
}

std::string name_of(const AudioPlan& plan) {
    return plan.folder.empty() ? "audio" : "audio " + plan.folder;
}

std::string name_of(const TextPlan& plan) {
    return "subtitles " + plan.folder;
}

namespace {

/// Null where the bit rate is held.
base::Json quality_json(const RungPlan& rung) {
    return rung.rate_control == RateControl::Quality ? base::Json(rung.quality) : base::Json();
}

base::Json rung_json(const RungPlan& rung) {
    base::Json json = {{"name", rung.name},
                       {"requested", rung.requested},
                       {"width", rung.width},
                       {"height", rung.height},
                       {"codec", rung.codec},
                       {"source", is_copied(rung) ? "copy" : "encode"},
                       {"encoder", rung.encoder},
                       {"profile", rung.profile},
                       {"level", rung.level},
                       {"quality", quality_json(rung)},
                       {"bitrate", rung.bitrate},
                       {"maxrate", rung.maxrate},
                       {"bufsize", rung.bufsize},
                       {"preset", rung.preset},
                       {"statistics", to_string(rung.statistics)},
                       {"threads", rung.threads}};
    if (is_copied(rung)) {
        json["reordering"] = rung.reordering;
    }
    return json;
}

base::Json video_json(const VideoPlan& video) {
    base::Json json = {{"stream_index", video.stream_index},
                       {"timing", to_string(video.timing)},
                       {"frame_rate", to_json(video.frame_rate)},
                       {"keep_every", video.keep_every},
                       {"timescale", video.timescale},
                       {"gop_sec", to_json(video.gop_duration)},
                       {"gop_frames", video.gop_frames},
                       {"gops_per_segment", video.gops_per_segment},
                       {"segment_starts", video.segment_starts},
                       {"decoder_threads", video.decoder_threads},
                       {"orientation", to_string(video.orientation)},
                       {"hdr", to_string(video.hdr)},
                       {"source_color", to_json(video.source_color)},
                       {"output_color", to_json(video.output_color)},
                       {"steps", base::Json::array()},
                       {"rungs", base::Json::array()}};
    for (const ConversionStep step : video.steps) {
        json["steps"].push_back(to_string(step));
    }
    for (const RungPlan& rung : video.rungs) {
        json["rungs"].push_back(rung_json(rung));
    }
    return json;
}

base::Json audio_json(const AudioPlan& audio) {
    return {{"stream_index", audio.stream_index},
            {"encoder", audio.encoder},
            {"sample_rate", audio.sample_rate},
            {"channels", audio.channels},
            {"bitrate", audio.bitrate},
            {"language", audio.language},
            {"name", audio.name},
            {"describes_video", audio.describes_video},
            {"folder", audio.folder}};
}

base::Json text_json(const TextPlan& text) {
    return {{"stream_index", text.stream_index},
            {"language", text.language},
            {"name", text.name},
            {"default", text.is_default},
            {"forced", text.forced},
            {"hearing_impaired", text.hearing_impaired},
            {"folder", text.folder}};
}

} // namespace

bool is_copied(const RungPlan& rung) {
    return rung.source == RungSource::Copy;
}

bool copies(const Plan& plan) {
    return plan.video && std::ranges::any_of(plan.video->rungs, &is_copied);
}

double segment_start_sec(const Plan& plan, std::int64_t number) {
    double start = static_cast<double>(number) * plan.segment_duration.value();
    if (plan.video && !plan.video->segment_starts.empty()) {
        const std::vector<std::int64_t>& starts = plan.video->segment_starts;
        const bool is_there = number < static_cast<std::int64_t>(starts.size());
        start = is_there ? to_seconds(starts[static_cast<std::size_t>(number)], plan.video->timescale)
                         : std::numeric_limits<double>::max();
    }
    return plan.duration_sec > 0 ? std::min(start, plan.duration_sec) : start;
}

std::int64_t expected_segments(const Plan& plan) {
    if (plan.video && !plan.video->segment_starts.empty()) {
        return static_cast<std::int64_t>(plan.video->segment_starts.size());
    }
    const bool is_known = plan.video && plan.source_duration_sec > 0 && plan.duration_sec > 0 &&
                          plan.video->frame_rate.num > 0 && plan.segment_duration.num > 0;
    if (!is_known) {
        return 0;
    }
    // A picture belongs where it begins, half a frame early at most.
    const double last = plan.duration_sec - 0.5 / plan.video->frame_rate.value();
    return 1 + static_cast<std::int64_t>(std::max(last, 0.0) / plan.segment_duration.value());
}

base::Json plan_to_json(const Plan& plan) {
    base::Json json = {{"segment_format", plan.segment_format == jobs::SegmentFormat::MpegTs ? "ts" : "fmp4"},
                       {"segment_sec", to_json(plan.segment_duration)},
                       {"segments", expected_segments(plan)},
                       {"duration_sec", plan.duration_sec},
                       {"notes", plan.notes},
                       {"video", nullptr},
                       {"audio", base::Json::array()},
                       {"text", base::Json::array()}};
    if (plan.video) {
        json["video"] = video_json(*plan.video);
    }
    for (const AudioPlan& audio : plan.audio) {
        json["audio"].push_back(audio_json(audio));
    }
    for (const TextPlan& text : plan.text) {
        json["text"].push_back(text_json(text));
    }
    return json;
}

} // namespace framehand::media
