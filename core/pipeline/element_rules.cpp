// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/element_rules.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace framehand::pipeline {

namespace {

/// Plugins of several versions and packages; what is not installed is not there to be used.
constexpr std::array kPlugins = {
    // The frame of a pipeline. A bin and a pipeline are part of the library, in no plugin.
    AllowedPlugin{"coreelements", "capsfilter clocksync concat fakesink filesink filesrc funnel identity multiqueue "
                                  "queue tee typefind valve"},
    AllowedPlugin{"debug", "progressreport"},
    AllowedPlugin{"playback", "decodebin"},
    AllowedPlugin{"typefindfunctions", ""},
    // Pictures
    AllowedPlugin{"videoconvertscale", "videoconvert videoscale videoconvertscale"},
    AllowedPlugin{"videoconvert", "videoconvert"},
    AllowedPlugin{"videoscale", "videoscale"},
    AllowedPlugin{"videorate", "videorate"},
    AllowedPlugin{"videofilter", "gamma videobalance videoflip"},
    AllowedPlugin{"videocrop", "aspectratiocrop videocrop"},
    AllowedPlugin{"videobox", "videobox"},
    AllowedPlugin{"deinterlace", "deinterlace"},
    // Sound
    AllowedPlugin{"audioconvert", "audioconvert"},
    AllowedPlugin{"audioresample", "audioresample"},
    AllowedPlugin{"audiorate", "audiorate"},
    AllowedPlugin{"volume", "volume"},
    // Containers
    AllowedPlugin{"isomp4", "3gppmux mp4mux qtdemux qtmux"},
    AllowedPlugin{"matroska", "matroskademux matroskamux webmmux"},
    AllowedPlugin{"avi", "avidemux avimux"},
    AllowedPlugin{"flv", "flvdemux flvmux"},
    AllowedPlugin{"ogg", "oggdemux oggmux"},
    AllowedPlugin{"asf", "asfdemux"},
    AllowedPlugin{"mpegtsdemux", "tsdemux tsparse"},
    AllowedPlugin{"mpegtsmux", "mpegtsmux"},
    AllowedPlugin{"mpegpsdemux", "mpegpsdemux"},
    AllowedPlugin{"wavparse", "wavparse"},
    AllowedPlugin{"wavenc", "wavenc"},
    AllowedPlugin{"id3demux", "id3demux"},
    AllowedPlugin{"apetag", "apedemux"},
    // Parsers
    AllowedPlugin{"videoparsersbad", "av1parse h263parse h264parse h265parse mpeg4videoparse mpegvideoparse vc1parse "
                                     "vp9parse"},
    AllowedPlugin{"audioparsers", "aacparse ac3parse amrparse dcaparse flacparse mpegaudioparse sbcparse wavpackparse"},
    AllowedPlugin{"subparse", "ssaparse subparse"},
    // Codecs
    AllowedPlugin{"x264", "x264enc"},
    AllowedPlugin{"x265", "x265enc"},
    AllowedPlugin{"openh264", "openh264dec openh264enc"},
    AllowedPlugin{"vpx", "vp8dec vp8enc vp9dec vp9enc"},
    AllowedPlugin{"aom", "av1dec av1enc"},
    AllowedPlugin{"svtav1", "svtav1enc"},
    AllowedPlugin{"dav1d", "dav1ddec"},
    AllowedPlugin{"theora", "theoradec theoraenc"},
    AllowedPlugin{"mpeg2dec", "mpeg2dec"},
    AllowedPlugin{"jpeg", "jpegdec jpegenc"},
    AllowedPlugin{"opus", "opusdec opusenc"},
    AllowedPlugin{"vorbis", "vorbisdec vorbisenc"},
    AllowedPlugin{"flac", "flacdec flacenc"},
    AllowedPlugin{"lame", "lamemp3enc"},
    AllowedPlugin{"twolame", "twolamemp2enc"},
    AllowedPlugin{"fdkaac", "fdkaacdec fdkaacenc"},
    AllowedPlugin{"voaacenc", "voaacenc"},
    AllowedPlugin{"faac", "faac"},
    AllowedPlugin{"mpg123", "mpg123audiodec"},
    AllowedPlugin{"a52dec", "a52dec"},
    AllowedPlugin{"speex", "speexdec speexenc"},
    AllowedPlugin{"wavpack", "wavpackdec wavpackenc"},
    // Its demuxers and muxers stay out: they are libavformat, which knows more than files.
    AllowedPlugin{"libav", "avdec_* avdeinterlace avenc_*"},
};

constexpr std::array<std::string_view, 2> kBins = {"bin", "pipeline"};

constexpr std::array<std::string_view, 13> kPlaceWords = {"command",  "device", "dir",      "directory", "file",
                                                          "filename", "host",   "location", "path",      "socket",
                                                          "template", "uri",    "url"};

constexpr std::array<std::string_view, 24> kFileOptions = {"abr-ladder",
                                                           "analysis-load",
                                                           "analysis-load-reuse-file",
                                                           "analysis-reuse-file",
                                                           "analysis-save",
                                                           "analysis-save-reuse-file",
                                                           "cqmfile",
                                                           "csv",
                                                           "csv-log-level",
                                                           "dhdr10-info",
                                                           "dolby-vision-rpu",
                                                           "dump-yuv",
                                                           "film-grain",
                                                           "film-grain-table",
                                                           "fgs-table",
                                                           "input",
                                                           "lambda-file",
                                                           "log-file",
                                                           "opencl-clbin",
                                                           "qpfile",
                                                           "recon",
                                                           "scaling-list",
                                                           "stats",
                                                           "zonefile"};

bool matches(std::string_view factory, std::string_view rule) {
    return rule.ends_with('*') ? factory.starts_with(rule.substr(0, rule.size() - 1)) : factory == rule;
}

std::string plain_key(std::string_view option) {
    std::string key(option.substr(0, option.find('=')));
    std::erase_if(key, [](unsigned char c) { return std::isspace(c) != 0; });
    std::ranges::transform(key, key.begin(),
                           [](unsigned char c) { return c == '_' ? '-' : static_cast<char>(std::tolower(c)); });
    key.erase(0, key.find_first_not_of('-') == std::string::npos ? key.size() : key.find_first_not_of('-'));
    return key;
}

} // namespace

std::span<const AllowedPlugin> allowed_plugins() {
    return kPlugins;
}

bool is_allowed_element(std::string_view factory) {
    return std::ranges::find(kBins, factory) != kBins.end() ||
           std::ranges::any_of(kPlugins, [&](const AllowedPlugin& plugin) {
               return std::ranges::any_of(base::split(plugin.elements, ' '), [&](const std::string& rule) {
                   return !rule.empty() && matches(factory, rule);
               });
           });
}

bool names_a_place(std::string_view property) {
    return std::ranges::any_of(base::split(property, '-'), [](const std::string& word) {
        return std::ranges::find(kPlaceWords, word) != kPlaceWords.end();
    });
}

bool holds_library_options(std::string_view property) {
    return property == "option-string" || property == "parameters-string";
}

std::optional<std::string> file_option_in(std::string_view options) {
    std::string text(options);
    std::ranges::replace(text, ',', ':');
    for (const std::string& option : base::split(text, ':')) {
        const std::string key = plain_key(option);
        if (std::ranges::find(kFileOptions, key) != kFileOptions.end()) {
            return key;
        }
    }
    return std::nullopt;
}

} // namespace framehand::pipeline
