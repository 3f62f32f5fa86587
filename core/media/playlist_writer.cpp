// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/playlist_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <tuple>
#include <utility>

namespace framehand::media {

namespace {

constexpr std::int64_t kFirstVariantBitrate = 2'000'000;
constexpr std::int64_t kMicroseconds = 1'000'000;
constexpr const char* kTextGroup = "subtitles";
constexpr const char* kCopiedVariant = "org.framehand.copied";
// Apple's names for what a rendition is made for (RFC 8216 4.3.4.1, CHARACTERISTICS).
constexpr const char* kDescribesVideo = "public.accessibility.describes-video";
constexpr const char* kTranscribes =
    "public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound";

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

/// What is fetched beside a variant at most.
struct Extra {
    std::int64_t peak = 0;
    std::int64_t average = 0;
};

template <typename Entries>
Extra heaviest(const Entries& entries) {
    Extra extra;
    for (const auto& entry : entries) {
        extra.peak = std::max(extra.peak, entry.peak);
        extra.average = std::max(extra.average, entry.average);
    }
    return extra;
}

/// The different formats of a group, joined as CODECS wants them.
std::string codecs_of(const AudioGroup& group) {
    std::set<std::string> seen;
    std::string text;
    for (const AudioEntry& entry : group.members) {
        if (seen.insert(entry.codecs).second) {
            text += (text.empty() ? "" : ",") + entry.codecs;
        }
    }
    return text;
}

/// Tells whether a player may choose a member by itself: only the first of several that it could not tell apart
/// (RFC 8216 4.3.4.1).
class AutoSelect {
public:
    [[nodiscard]] std::string attribute(const std::string& language, const std::string& characteristics, bool forced) {
        const bool first = m_seen.insert({language, characteristics, forced}).second;
        // What is forced or default is chosen without a question, so it must be selectable by itself.
        return first || forced ? ",AUTOSELECT=YES" : ",AUTOSELECT=NO";
    }

private:
    std::set<std::tuple<std::string, std::string, bool>> m_seen;
};

std::string characteristics_attribute(const std::string& value) {
    return value.empty() ? "" : ",CHARACTERISTICS=" + quoted(value);
}

std::string media_tag(const char* type, const std::string& group, const std::string& name,
                      const std::string& language) {
    return std::string("#EXT-X-MEDIA:TYPE=") + type + ",GROUP-ID=" + quoted(group) + ",NAME=" + quoted(name) +
           ",LANGUAGE=" + quoted(language);
}

std::string audio_group(const AudioGroup& group) {
    std::string text;
    AutoSelect auto_select;
    for (const AudioEntry& entry : group.members) {
        const bool is_default = &entry == &group.members.front();
        const std::string characteristics = entry.describes_video ? kDescribesVideo : "";
        text += media_tag("AUDIO", group.id, entry.name, entry.language) + ",DEFAULT=" + (is_default ? "YES" : "NO") +
                auto_select.attribute(entry.language, characteristics, false) +
                characteristics_attribute(characteristics) + ",CHANNELS=" + quoted(std::to_string(entry.channels)) +
                ",URI=" + quoted(entry.uri) + "\n";
    }
    return text;
}

std::string text_group(const std::vector<TextEntry>& entries) {
    std::string text;
    AutoSelect auto_select;
    // The default one is chosen first, and what it cannot be told apart from comes after it.
    const auto shown = std::ranges::find(entries, true, &TextEntry::is_default);
    const auto characteristics_of = [](const TextEntry& entry) {
        return std::string(entry.hearing_impaired ? kTranscribes : "");
    };
    std::string default_select;
    if (shown != entries.end()) {
        default_select = auto_select.attribute(shown->language, characteristics_of(*shown), shown->forced);
    }
    for (const TextEntry& entry : entries) {
        const std::string characteristics = characteristics_of(entry);
        text +=
            media_tag("SUBTITLES", kTextGroup, entry.name, entry.language) +
            ",DEFAULT=" + (entry.is_default ? "YES" : "NO") +
            (entry.is_default ? default_select : auto_select.attribute(entry.language, characteristics, entry.forced)) +
            ",FORCED=" + (entry.forced ? "YES" : "NO") + characteristics_attribute(characteristics) +
            ",URI=" + quoted(entry.uri) + "\n";
    }
    return text;
}

std::string stream_inf(const VariantEntry& variant, const AudioGroup* audio, const std::vector<TextEntry>& text) {
    const Extra sound = audio == nullptr ? Extra{} : heaviest(audio->members);
    const Extra words = heaviest(text);
    const std::string codecs = variant.codecs + (audio == nullptr ? "" : "," + codecs_of(*audio));
    return "#EXT-X-STREAM-INF:" +
           rates(variant.peak + sound.peak + words.peak, variant.average + sound.average + words.average) +
           ",CODECS=" + quoted(codecs) + ",RESOLUTION=" + std::to_string(variant.width) + "x" +
           std::to_string(variant.height) + ",FRAME-RATE=" + fixed(variant.frame_rate.value(), 3) + ",VIDEO-RANGE=SDR" +
           (audio == nullptr ? "" : ",AUDIO=" + quoted(audio->id)) +
           (text.empty() ? "" : ",SUBTITLES=" + quoted(kTextGroup)) + ",CLOSED-CAPTIONS=NONE\n" + variant.uri + "\n";
}

/// A package without video: each group is a variant, and a single track needs no group at all.
std::string audio_only_playlist(const std::vector<AudioGroup>& groups) {
    const bool has_choice = groups.size() > 1 || groups.front().members.size() > 1;
    std::string text = "\n";
    for (const AudioGroup& group : groups) {
        text += has_choice ? audio_group(group) + "\n" : "";
    }
    for (const AudioGroup& group : groups) {
        const Extra most = heaviest(group.members);
        text += "#EXT-X-STREAM-INF:" + rates(most.peak, most.average) + ",CODECS=" + quoted(codecs_of(group)) +
                (has_choice ? ",AUDIO=" + quoted(group.id) : "") + "\n" + group.members.front().uri + "\n";
    }
    return text;
}

std::string iframe_stream_inf(const VariantEntry& variant) {
    return "#EXT-X-I-FRAME-STREAM-INF:" + rates(variant.iframe_peak, variant.iframe_average) +
           ",CODECS=" + quoted(variant.codecs) + ",RESOLUTION=" + std::to_string(variant.width) + "x" +
           std::to_string(variant.height) + ",VIDEO-RANGE=SDR,URI=" + quoted(variant.iframe_uri) + "\n";
}

/// How few players play a codec: H.264 comes first, since all do.
int rarity(const VariantEntry& variant) {
    return variant.codecs.starts_with("avc1") ? 0 : variant.codecs.starts_with("hvc1") ? 1 : 2;
}

std::string copied_variants(const std::vector<VariantEntry>& variants) {
    std::string text;
    for (const VariantEntry& variant : variants) {
        if (variant.source == RungSource::Copy) {
            text += std::string("#EXT-X-SESSION-DATA:DATA-ID=") + quoted(kCopiedVariant) +
                    ",VALUE=" + quoted(variant.uri) + "\n";
        }
    }
    return text;
}

void order_for_players(std::vector<VariantEntry>& variants) {
    std::ranges::stable_sort(variants, {},
                             [](const VariantEntry& variant) { return std::pair(rarity(variant), -variant.peak); });
    const auto others = std::ranges::find_if(
        variants, [&](const VariantEntry& variant) { return rarity(variant) != rarity(variants.front()); });
    const auto distance = [](const VariantEntry& variant) {
        return std::llabs(variant.average - kFirstVariantBitrate);
    };
    const auto first = std::ranges::min_element(variants.begin(), others, {}, distance);
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

std::string multivariant_playlist(std::vector<VariantEntry> variants, const std::vector<AudioGroup>& audio,
                                  const std::vector<TextEntry>& subtitles) {
    std::string text = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n";
    if (variants.empty()) {
        return audio.empty() ? text : text + audio_only_playlist(audio);
    }
    text += copied_variants(variants);
    for (const AudioGroup& group : audio) {
        text += "\n" + audio_group(group);
    }
    if (!subtitles.empty()) {
        text += "\n" + text_group(subtitles);
    }
    order_for_players(variants);
    for (std::size_t i = 0; i < std::max<std::size_t>(audio.size(), 1); ++i) {
        text += "\n";
        for (const VariantEntry& variant : variants) {
            text += stream_inf(variant, i < audio.size() ? &audio[i] : nullptr, subtitles);
        }
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
