// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/playlist_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>

namespace framehand::media {

namespace {

constexpr std::int64_t kFirstVariantBitrate = 2'000'000;
constexpr std::int64_t kMicroseconds = 1'000'000;

/// A quoted-string attribute value cannot hold a quote or a line break (RFC 8216 4.2).
std::string quoted(const std::string& text) {
    std::string value = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        value.push_back(c == '"' ? '\'' : byte < 0x20 || byte == 0x7f ? ' ' : c);
    }
    return value + "\"";
}

std::string fixed(double value, int decimals) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

/// Seconds of [start, end) with six decimals; both ends are rounded on the same running time.
std::string extinf(std::int64_t start, std::int64_t end, std::int64_t timescale) {
    const Rational ticks{1, timescale};
    const std::int64_t micros = rescale(end, ticks, {1, kMicroseconds}) - rescale(start, ticks, {1, kMicroseconds});
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%lld.%06lld", static_cast<long long>(micros / kMicroseconds),
                  static_cast<long long>(micros % kMicroseconds));
    return text.data();
}

std::string head(int version, std::int64_t target_duration_sec) {
    return "#EXTM3U\n#EXT-X-VERSION:" + std::to_string(version) +
           "\n#EXT-X-TARGETDURATION:" + std::to_string(target_duration_sec) +
           "\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n";
}

/// EXT-X-MAP outside I-frame playlists needs version 6, and Apple asks 7 of fragmented MP4 (8.20).
int version_of(const RenditionRecord& rendition) {
    return rendition.init_file.empty() ? 6 : 7;
}

struct IFrameInFile {
    const SegmentRecord* segment;
    const IFrameRecord* frame;
    std::int64_t end; ///< of the time that it stands for
};

std::vector<IFrameInFile> all_iframes(const RenditionRecord& rendition) {
    std::vector<IFrameInFile> frames;
    for (const SegmentRecord& segment : rendition.segments) {
        for (const IFrameRecord& frame : segment.iframes) {
            if (!frames.empty()) {
                frames.back().end = frame.pts;
            }
            frames.push_back({&segment, &frame, rendition.duration()});
        }
    }
    return frames;
}

std::string rates(std::int64_t peak, std::int64_t average) {
    // RFC 8216 4.3.4.2: the average can never be the larger one.
    return "BANDWIDTH=" + std::to_string(std::max(peak, average)) + ",AVERAGE-BANDWIDTH=" + std::to_string(average);
}

std::string stream_inf(const VariantEntry& variant, const std::optional<AudioEntry>& audio) {
    const std::int64_t peak = variant.peak + (audio ? audio->peak : 0);
    const std::int64_t average = variant.average + (audio ? audio->average : 0);
    const std::string codecs = variant.codecs + (audio ? "," + audio->codecs : "");
    return "#EXT-X-STREAM-INF:" + rates(peak, average) + ",CODECS=" + quoted(codecs) +
           ",RESOLUTION=" + std::to_string(variant.width) + "x" + std::to_string(variant.height) +
           ",FRAME-RATE=" + fixed(variant.frame_rate.value(), 3) + ",VIDEO-RANGE=SDR" +
           (audio ? ",AUDIO=\"audio\"" : "") + ",CLOSED-CAPTIONS=NONE\n" + variant.uri + "\n";
}

std::string iframe_stream_inf(const VariantEntry& variant) {
    return "#EXT-X-I-FRAME-STREAM-INF:" + rates(variant.iframe_peak, variant.iframe_average) +
           ",CODECS=" + quoted(variant.codecs) + ",RESOLUTION=" + std::to_string(variant.width) + "x" +
           std::to_string(variant.height) + ",VIDEO-RANGE=SDR,URI=" + quoted(variant.iframe_uri) + "\n";
}

void order_for_players(std::vector<VariantEntry>& variants) {
    std::ranges::stable_sort(variants, std::greater<>(), &VariantEntry::peak);
    const auto distance = [](const VariantEntry& variant) {
        return std::llabs(variant.average - kFirstVariantBitrate);
    };
    const auto first = std::ranges::min_element(variants, {}, distance);
    std::rotate(variants.begin(), first, first == variants.end() ? first : first + 1);
}

} // namespace

std::string media_playlist(const RenditionRecord& rendition, std::int64_t target_duration_sec,
                           const std::string& folder) {
    std::string text = head(version_of(rendition), target_duration_sec);
    text += "#EXT-X-INDEPENDENT-SEGMENTS\n";
    if (!rendition.init_file.empty()) {
        text += "#EXT-X-MAP:URI=" + quoted(folder + rendition.init_file) + "\n";
    }
    for (const SegmentRecord& segment : rendition.segments) {
        text +=
            "#EXTINF:" + extinf(segment.start, segment.end, rendition.timescale) + ",\n" + folder + segment.file + "\n";
    }
    return text + "#EXT-X-ENDLIST\n";
}

std::string iframe_playlist(const RenditionRecord& rendition) {
    const std::vector<IFrameInFile> frames = all_iframes(rendition);
    std::int64_t longest = 1;
    for (const IFrameInFile& frame : frames) {
        longest = std::max<std::int64_t>(longest,
                                         std::llround(to_seconds(frame.end - frame.frame->pts, rendition.timescale)));
    }
    std::string text = head(version_of(rendition), longest) + "#EXT-X-I-FRAMES-ONLY\n";
    if (!rendition.init_file.empty()) {
        text += "#EXT-X-MAP:URI=" + quoted(rendition.init_file) + "\n";
    }
    for (const IFrameInFile& frame : frames) {
        text += "#EXTINF:" + extinf(frame.frame->pts, frame.end, rendition.timescale) +
                ",\n#EXT-X-BYTERANGE:" + std::to_string(frame.frame->bytes) + "@" +
                std::to_string(frame.frame->offset) + "\n" + frame.segment->file + "\n";
    }
    return text + "#EXT-X-ENDLIST\n";
}

std::string multivariant_playlist(std::vector<VariantEntry> variants, const std::optional<AudioEntry>& audio) {
    std::string text = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n";
    if (variants.empty() && audio) {
        return text + "\n#EXT-X-STREAM-INF:" + rates(audio->peak, audio->average) + ",CODECS=" + quoted(audio->codecs) +
               "\n" + audio->uri + "\n";
    }
    if (audio) {
        text += "\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio\",NAME=" + quoted(audio->name) +
                ",LANGUAGE=" + quoted(audio->language) +
                ",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=" + quoted(std::to_string(audio->channels)) +
                ",URI=" + quoted(audio->uri) + "\n";
    }
    order_for_players(variants);
    text += "\n";
    for (const VariantEntry& variant : variants) {
        text += stream_inf(variant, audio);
    }
    text += "\n";
    for (const VariantEntry& variant : variants) {
        if (!variant.iframe_uri.empty()) {
            text += iframe_stream_inf(variant);
        }
    }
    return text;
}

IFrameRates iframe_rates(const RenditionRecord& rendition) {
    IFrameRates rates;
    std::uint64_t bytes = 0;
    const std::vector<IFrameInFile> frames = all_iframes(rendition);
    for (const IFrameInFile& frame : frames) {
        const double duration = to_seconds(frame.end - frame.frame->pts, rendition.timescale);
        bytes += frame.frame->bytes;
        if (duration > 0) {
            rates.peak = std::max(rates.peak, static_cast<std::int64_t>(
                                                  std::ceil(8.0 * static_cast<double>(frame.frame->bytes) / duration)));
        }
    }
    const double total = to_seconds(rendition.duration(), rendition.timescale);
    rates.average = total > 0 ? static_cast<std::int64_t>(std::ceil(8.0 * static_cast<double>(bytes) / total)) : 0;
    return rates;
}

} // namespace framehand::media
