// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/container_list.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace framehand::media {

namespace {

using Names = std::string_view;

constexpr std::array kContainers = {
    // of video
    Names("mov"), Names("matroska"), Names("avi"), Names("mpegts"), Names("mpeg"), Names("flv"), Names("ogg"),
    Names("asf"), Names("rm"), Names("wtv"), Names("mxf"), Names("gxf"), Names("nut"), Names("nsv"), Names("nuv"),
    Names("ivf"), Names("dv"), Names("dhav"), Names("ty"), Names("pva"), Names("gif"), Names("apng"),
    Names("yuv4mpegpipe"),
    // of bare video streams
    Names("h264"), Names("hevc"), Names("vvc"), Names("av1"), Names("obu"), Names("m4v"), Names("mpegvideo"),
    Names("h263"), Names("h261"), Names("mjpeg"), Names("vc1"), Names("vc1test"), Names("dirac"), Names("dnxhd"),
    Names("cavsvideo"), Names("avs2"), Names("avs3"), Names("evc"),
    // of audio
    Names("mp3"), Names("aac"), Names("loas"), Names("ac3"), Names("eac3"), Names("ac4"), Names("dts"), Names("dtshd"),
    Names("truehd"), Names("mlp"), Names("flac"), Names("wav"), Names("w64"), Names("aiff"), Names("au"), Names("caf"),
    Names("ape"), Names("wv"), Names("tta"), Names("tak"), Names("mpc"), Names("mpc8"), Names("amr"), Names("dsf"),
    Names("oma"), Names("iff")};

/// Demuxers that would open whatever the file names.
constexpr std::array kLists = {Names("hls"),
                               Names("applehttp"),
                               Names("dash"),
                               Names("concat"),
                               Names("concatf"),
                               Names("imf"),
                               Names("sdp"),
                               Names("rtsp"),
                               Names("rtp"),
                               Names("sap"),
                               Names("webm_dash_manifest"),
                               Names("image2"),
                               Names("vobsub")};

constexpr std::array kTexts = {Names("ass"),      Names("srt"),        Names("webvtt"), Names("subviewer"),
                               Names("microdvd"), Names("ffmetadata"), Names("ttml"),   Names("sami"),
                               Names("lrc"),      Names("tty"),        Names("mpl2"),   Names("realtext")};

template <typename List>
bool has(const List& list, std::string_view name) {
    return std::ranges::find(list, name) != list.end();
}

} // namespace

std::string allowed_containers() {
    std::string names;
    for (const auto name : kContainers) {
        names.append(names.empty() ? "" : ",").append(name);
    }
    return names;
}

std::string refusal_of_container(std::string_view demuxer) {
    const auto names = base::split(demuxer, ',');
    const auto any_in = [&](const auto& list) {
        return std::ranges::any_of(names, [&](const std::string& name) { return has(list, name); });
    };
    if (any_in(kContainers)) {
        return {};
    }
    const std::string quoted = " (" + names.front() + ")";
    if (any_in(kLists)) {
        return "a list of other files or addresses" + quoted + " is not a video, and what it names is never opened";
    }
    if (demuxer.ends_with("_pipe")) {
        return "a still picture" + quoted + " is not a video";
    }
    if (any_in(kTexts)) {
        return "a text" + quoted + " is not a video";
    }
    return "this kind of container" + quoted + " is not among those that are read";
}

} // namespace framehand::media
