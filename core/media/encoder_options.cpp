// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/encoder_options.h"

#include <string>

namespace framehand::media {

namespace {

// profile_idc and seq_profile; libav's own names for them changed between its versions.
constexpr int kH264High = 100;
constexpr int kHevcMain = 1;
constexpr int kAv1Main = 0;

bool holds_quality(const RungPlan& rung) {
    return rung.rate_control == RateControl::Quality;
}

/// For x264 and x265. They begin with a full buffer, which a hard picture at the start would spend beyond the cap, and
/// keep it half full later.
std::string cap_parameters(const RungPlan& rung) {
    return holds_quality(rung) ? ":vbv-init=0.5" : "";
}

std::string x265_parameters(const RungPlan& rung) {
    // x265 starts a pool of threads for all cores of the machine unless it is told a number.
    const std::string pool = rung.threads > 1 ? std::to_string(rung.threads) : "none";
    return "log-level=none:info=0:keyint=-1:min-keyint=1:scenecut=0:open-gop=0:repeat-headers=0:b-pyramid=1:"
           "high-tier=0:level-idc=" +
           std::to_string(rung.level / 3) + ":frame-threads=1:pools=" + pool + cap_parameters(rung);
}

std::string svt_parameters(const RungPlan& rung) {
    // irefresh-type=2: key frames that nothing before them is needed for.
    // Left to itself it takes the cap for something to be within a half of.
    return "irefresh-type=2:scd=0:level=" + std::to_string(rung.level) + ":lp=" + std::to_string(rung.threads) +
           (holds_quality(rung) ? ":mbr-overshoot-pct=0" : "");
}

} // namespace

void set_encoder_options(AvDictionary& options, const RungPlan& rung) {
    if (holds_quality(rung)) {
        options.set("crf", std::to_string(rung.quality));
    }
    if (rung.encoder == "libx264") {
        options.set("preset", rung.preset);
        options.set("forced-idr", "1");
        options.set("a53cc", "0");
        // IDR frames come from our marks alone, so that all rungs have them at the same pictures.
        // A lookahead thread of its own costs 34 MB at 1080p and no time is saved by it here.
        options.set("x264-params", "keyint=infinite:min-keyint=1:scenecut=0:open-gop=0:stitchable=1:sync-lookahead=0" +
                                       cap_parameters(rung));
    } else if (rung.encoder == "libx265") {
        options.set("preset", rung.preset);
        options.set("forced-idr", "1");
        options.set("a53cc", "0");
        options.set("x265-params", x265_parameters(rung));
    } else if (rung.encoder == "libsvtav1") {
        options.set("preset", rung.preset);
        options.set("svtav1-params", svt_parameters(rung));
    } else if (rung.encoder == "h264_nvenc" || rung.encoder == "hevc_nvenc") {
        options.set("preset", "p4");
        options.set("rc", "vbr");
        options.set("forced-idr", "1");
        options.set("no-scenecut", "1");
        options.set("a53cc", "0");
    } else if (rung.encoder == "h264_qsv" || rung.encoder == "hevc_qsv") {
        options.set("preset", "medium");
        options.set("forced_idr", "1");
        options.set("look_ahead", "0");
        options.set("a53cc", "0");
    } else if (rung.encoder == "h264_amf" || rung.encoder == "hevc_amf") {
        options.set("usage", "transcoding");
        options.set("quality", "balanced");
        options.set("rc", "vbr_peak");
        options.set("header_insertion_mode", "none");
    } else if (rung.encoder == "h264_vaapi" || rung.encoder == "hevc_vaapi") {
        options.set("rc_mode", "VBR");
        options.set("sei", "0");
    }
}

int b_frames(const RungPlan& rung) {
    const bool is_software = rung.encoder == "libx264" || rung.encoder == "libx265" || rung.encoder == "libsvtav1";
    return is_software ? -1 : 0;
}

std::int64_t peak_rate(const RungPlan& rung) {
    if (holds_quality(rung)) {
        // Encoders miss a cap by 2 % over six seconds, and the container's own bytes count too.
        return rung.maxrate - rung.maxrate / 25;
    }
    return rung.encoder == "libsvtav1" ? 0 : rung.maxrate;
}

int reordering_depth(const AVCodecContext& context, const RungPlan& rung) {
    // libavcodec does not pass on what x265 says in its VPS: two with a pyramid of B frames.
    constexpr int kPyramid = 2;
    return rung.encoder == "libx265" ? kPyramid : context.has_b_frames;
}

int profile_number(const RungPlan& rung) {
    return rung.codec == "hevc" ? kHevcMain : rung.codec == "av1" ? kAv1Main : kH264High;
}

KeyFrames key_frames_of(const RungPlan& rung) {
    return rung.encoder == "libsvtav1" ? KeyFrames::Counted : KeyFrames::WhereTold;
}

} // namespace framehand::media
