// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/color_rules.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace framehand::media {

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

bool is_rgb(const VideoStreamInfo& video) {
    const std::string_view format = video.pixel_format;
    return video.color.matrix == "gbr" || format.starts_with("rgb") || format.starts_with("bgr") ||
           format.starts_with("gbr") || format.starts_with("argb") || format.starts_with("abgr") ||
           format.starts_with("0rgb") || format.starts_with("0bgr") || format.starts_with("pal8") ||
           format.starts_with("x2rgb") || format.starts_with("x2bgr");
}

std::string primaries_of(std::string_view matrix) {
    if (matrix == "bt470bg" || matrix == "smpte170m") {
        return std::string(matrix);
    }
    return matrix.starts_with("bt2020") ? "bt2020" : "bt709";
}

std::string transfer_of(std::string_view matrix) {
    if (matrix == "bt470bg" || matrix == "smpte170m") {
        return "smpte170m";
    }
    return matrix.starts_with("bt2020") ? "bt2020-10" : "bt709";
}

} // namespace

ColorTags complete_source_color(const VideoStreamInfo& video) {
    ColorTags color = video.color;
    const bool rgb = is_rgb(video);
    if (rgb) {
        color.matrix = "gbr";
    } else if (color.matrix.empty() || color.matrix == "gbr") {
        const bool high_definition = video.height >= 720 || video.width >= 1280;
        const bool pal = video.height == 576 || video.height == 288;
        color.matrix = color.primaries == "bt2020" ? "bt2020nc"
                       : high_definition           ? "bt709"
                       : pal                       ? "bt470bg"
                                                   : "smpte170m";
    }
    if (color.primaries.empty()) {
        color.primaries = primaries_of(color.matrix);
    }
    if (color.transfer.empty()) {
        color.transfer = rgb ? "iec61966-2-1" : transfer_of(color.matrix);
    }
    if (color.range == ColorRange::Unknown) {
        color.range = rgb ? ColorRange::Full : ColorRange::Limited;
    }
    return color;
}

ColorTags output_color(const ColorTags& source, HdrKind hdr) {
    const bool kept = hdr == HdrKind::Sdr && is_one_of(source.matrix, {"bt709", "smpte170m", "bt470bg"}) &&
                      is_one_of(source.primaries, {"bt709", "smpte170m", "bt470bg"}) &&
                      is_one_of(source.transfer, {"bt709", "smpte170m", "iec61966-2-1"});
    if (kept) {
        ColorTags color = source;
        color.range = ColorRange::Limited;
        return color;
    }
    return {"bt709", "bt709", "bt709", ColorRange::Limited};
}

std::string zscale_color(const ColorTags& color, const std::string& suffix) {
    // zscale knows fewer names than libav, and two curves by the system that they come from.
    std::string transfer = color.transfer == "gamma22" || color.transfer == "bt470m"    ? "bt470m"
                           : color.transfer == "gamma28" || color.transfer == "bt470bg" ? "bt470bg"
                                                                                        : color.transfer;
    if (!is_one_of(transfer, {"bt709", "bt470m", "bt470bg", "smpte170m", "linear", "log100", "log316", "bt2020-10",
                              "bt2020-12", "smpte2084", "iec61966-2-4", "iec61966-2-1", "arib-std-b67"})) {
        transfer = "bt709";
    }
    const std::string matrix = is_one_of(color.matrix, {"bt709", "fcc", "bt470bg", "smpte170m", "smpte240m", "ycgco",
                                                        "gbr", "bt2020nc", "bt2020c", "ictcp"})
                                   ? color.matrix
                                   : "bt709";
    const std::string primaries =
        is_one_of(color.primaries, {"bt709", "bt470m", "bt470bg", "smpte170m", "smpte240m", "film", "bt2020",
                                    "smpte428", "smpte431", "smpte432", "jedec-p22", "ebu3213"})
            ? color.primaries
            : "bt709";
    return "matrix" + suffix + "=" + matrix + ":transfer" + suffix + "=" + transfer + ":primaries" + suffix + "=" +
           primaries + ":range" + suffix + "=" + (color.range == ColorRange::Full ? "full" : "limited");
}

} // namespace framehand::media
