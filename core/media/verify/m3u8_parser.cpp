// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/m3u8_parser.h"

#include "core/base/text.h"
#include "core/media/verify/attribute_list.h"

#include <functional>
#include <set>

namespace framehand::media::verify {
namespace {

constexpr const char* kCopiedVariant = "org.framehand.copied";

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

struct Tag {
    std::string name;       ///< "#EXT-X-MAP"
    std::string_view value; ///< after the colon, "" without one
};

Status broken(std::string what) {
    return fail(ErrorCode::CorruptData, std::move(what));
}

/// Calls `on_tag` for each tag and `on_uri` for each URI line; their errors get the line's number.
Status for_each_line(std::string_view text, const std::function<Status(const Tag&)>& on_tag,
                     const std::function<Status(std::string_view)>& on_uri) {
    static const std::set<std::string, std::less<>> kOnce = {
        "#EXT-X-VERSION",        "#EXT-X-TARGETDURATION", "#EXT-X-PLAYLIST-TYPE", "#EXT-X-ENDLIST",
        "#EXT-X-MEDIA-SEQUENCE", "#EXT-X-I-FRAMES-ONLY",  "#EXT-X-MAP",           "#EXT-X-INDEPENDENT-SEGMENTS"};
    std::set<std::string, std::less<>> seen;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        const auto at_line = [&](const Status& status) {
            return fail(ErrorCode::CorruptData, "line " + std::to_string(number) + ": " + status.error().message);
        };
        if (number == 1) {
            if (line != "#EXTM3U") {
                return at_line(broken("the first line must be #EXTM3U"));
            }
            continue;
        }
        for (const char c : line) {
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
                return at_line(broken("holds a control character"));
            }
        }
        if (line.empty()) {
            continue;
        }
        Status status;
        if (line.starts_with("#EXT")) {
            const std::size_t colon = line.find(':');
            const Tag tag{std::string(line.substr(0, colon)),
                          colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 1)};
            if (kOnce.contains(tag.name) && !seen.insert(tag.name).second) {
                return at_line(broken(tag.name + " stands twice"));
            }
            status = on_tag(tag);
        } else if (line.front() != '#') {
            status = on_uri(line);
        }
        if (!status) {
            return at_line(status);
        }
    }
    if (number == 0) {
        return broken("the playlist is empty");
    }
    return {};
}

Result<std::uint64_t> integer_of(const Tag& tag) {
    const auto value = parse_decimal_integer(tag.value);
    if (!value) {
        return fail(ErrorCode::CorruptData, tag.name + " is not a whole number");
    }
    return *value;
}

/// "n[@o]"; without an offset the range goes on where the previous one of the same file ended.
Result<ByteRange> byte_range_of(const Tag& tag, std::optional<std::uint64_t> next_offset) {
    const std::size_t at = tag.value.find('@');
    const auto length = parse_decimal_integer(tag.value.substr(0, at));
    const auto offset = at == std::string_view::npos ? next_offset : parse_decimal_integer(tag.value.substr(at + 1));
    if (!length || *length == 0 || !offset || *offset > UINT64_MAX - *length) {
        return fail(ErrorCode::CorruptData, tag.name + " is malformed");
    }
    return ByteRange{*length, *offset};
}

Result<VariantStream> variant_of(const Tag& tag) {
    FH_ASSIGN(const AttributeList attributes, AttributeList::parse(tag.value));
    VariantStream variant;
    const auto bandwidth = attributes.integer("BANDWIDTH");
    if (!bandwidth || *bandwidth == 0) {
        return fail(ErrorCode::CorruptData, "BANDWIDTH is missing or not a positive number");
    }
    variant.bandwidth = *bandwidth;
    variant.average_bandwidth = attributes.integer("AVERAGE-BANDWIDTH");
    variant.frame_rate = attributes.decimal("FRAME-RATE");
    for (const char* const name : {"AVERAGE-BANDWIDTH", "FRAME-RATE"}) {
        const bool read = std::string_view(name) == "FRAME-RATE" ? variant.frame_rate.has_value()
                                                                 : variant.average_bandwidth.has_value();
        if (attributes.contains(name) && !read) {
            return fail(ErrorCode::CorruptData, std::string(name) + " is not a number");
        }
    }
    for (const std::string& codec : base::split(attributes.quoted("CODECS").value_or(""), ',')) {
        if (const std::string name = base::trim(codec); !name.empty()) {
            variant.codecs.push_back(name);
        }
    }
    if (const auto text = attributes.word("RESOLUTION")) {
        const std::size_t cross = text->find('x');
        const auto width = parse_decimal_integer(std::string_view(*text).substr(0, cross));
        const auto height = cross == std::string::npos
                                ? std::nullopt
                                : parse_decimal_integer(std::string_view(*text).substr(cross + 1));
        if (!width || !height || *width > 65536 || *height > 65536) {
            return fail(ErrorCode::CorruptData, "RESOLUTION is malformed");
        }
        variant.resolution = Resolution{static_cast<std::uint32_t>(*width), static_cast<std::uint32_t>(*height)};
    }
    variant.video_range = attributes.word("VIDEO-RANGE").value_or("");
    variant.audio_group = attributes.quoted("AUDIO").value_or("");
    variant.subtitles_group = attributes.quoted("SUBTITLES").value_or("");
    variant.uri = attributes.quoted("URI").value_or("");
    return variant;
}

/// YES or NO; NO where it is not said.
Result<bool> choice_of(const AttributeList& attributes, const char* name) {
    const auto word = attributes.word(name);
    if (attributes.contains(name) && word != "YES" && word != "NO") {
        return fail(ErrorCode::CorruptData, std::string(name) + " is neither YES nor NO");
    }
    return word == "YES";
}

Result<MediaRendition> rendition_of(const Tag& tag) {
    FH_ASSIGN(const AttributeList attributes, AttributeList::parse(tag.value));
    MediaRendition rendition;
    rendition.type = attributes.word("TYPE").value_or("");
    rendition.group = attributes.quoted("GROUP-ID").value_or("");
    rendition.name = attributes.quoted("NAME").value_or("");
    rendition.language = attributes.quoted("LANGUAGE").value_or("");
    rendition.channels = attributes.quoted("CHANNELS").value_or("");
    rendition.uri = attributes.quoted("URI").value_or("");
    FH_ASSIGN(rendition.is_default, choice_of(attributes, "DEFAULT"));
    FH_ASSIGN(rendition.is_autoselect, choice_of(attributes, "AUTOSELECT"));
    FH_ASSIGN(rendition.is_forced, choice_of(attributes, "FORCED"));
    if (rendition.type.empty() || rendition.group.empty() || rendition.name.empty()) {
        return fail(ErrorCode::CorruptData, "EXT-X-MEDIA needs TYPE, GROUP-ID and NAME");
    }
    return rendition;
}

/// State while the lines of a media playlist go by.
class MediaPlaylistReader {
public:
    Status tag(const Tag& tag) {
        if (tag.name == "#EXTINF") {
            const auto duration = parse_decimal_float(tag.value.substr(0, tag.value.find(',')));
            if (!duration || m_duration || tag.value.find(',') == std::string_view::npos) {
                return broken("EXTINF is malformed or has no segment");
            }
            m_duration = duration;
        } else if (tag.name == "#EXT-X-BYTERANGE") {
            m_range_tag = std::string(tag.value);
        } else if (tag.name == "#EXT-X-VERSION") {
            FH_ASSIGN(playlist.version, integer_of(tag));
        } else if (tag.name == "#EXT-X-TARGETDURATION") {
            FH_ASSIGN(playlist.target_duration, integer_of(tag));
        } else if (tag.name == "#EXT-X-MEDIA-SEQUENCE") {
            FH_ASSIGN(playlist.media_sequence, integer_of(tag));
        } else if (tag.name == "#EXT-X-PLAYLIST-TYPE") {
            playlist.type = std::string(tag.value);
            if (playlist.type != "VOD" && playlist.type != "EVENT") {
                return broken("EXT-X-PLAYLIST-TYPE is neither VOD nor EVENT");
            }
        } else if (tag.name == "#EXT-X-ENDLIST") {
            playlist.has_endlist = true;
        } else if (tag.name == "#EXT-X-INDEPENDENT-SEGMENTS") {
            playlist.independent_segments = true;
        } else if (tag.name == "#EXT-X-I-FRAMES-ONLY") {
            playlist.iframes_only = true;
        } else if (tag.name == "#EXT-X-DISCONTINUITY") {
            playlist.has_discontinuity = true;
        } else if (tag.name == "#EXT-X-MAP") {
            FH_ASSIGN(const AttributeList attributes, AttributeList::parse(tag.value));
            playlist.map_uri = attributes.quoted("URI").value_or("");
            if (playlist.map_uri.empty() || attributes.contains("BYTERANGE") || !playlist.segments.empty()) {
                return broken("EXT-X-MAP must name one whole file before the first segment");
            }
        } else if (tag.name == "#EXT-X-STREAM-INF" || tag.name == "#EXT-X-MEDIA") {
            return broken(tag.name + " does not belong in a media playlist");
        } else if (tag.name == "#EXT-X-KEY" || tag.name == "#EXT-X-GAP") {
            return broken(tag.name + " is not used in packages of this kind");
        }
        return {};
    }

    Status uri(std::string_view line) {
        if (!m_duration) {
            return broken("a segment without EXTINF");
        }
        if (playlist.segments.size() >= M3u8Parser::kMaxEntries) {
            return broken("more segments than a playlist may have");
        }
        MediaSegment segment{std::string(line), *m_duration, std::nullopt};
        if (m_range_tag) {
            std::optional<std::uint64_t> next;
            if (!playlist.segments.empty() && playlist.segments.back().uri == segment.uri &&
                playlist.segments.back().range) {
                next = playlist.segments.back().range->offset + playlist.segments.back().range->length;
            }
            FH_ASSIGN(segment.range, byte_range_of({"#EXT-X-BYTERANGE", *m_range_tag}, next));
        }
        playlist.segments.push_back(std::move(segment));
        m_duration.reset();
        m_range_tag.reset();
        return {};
    }

    [[nodiscard]] bool is_incomplete() const { return m_duration || m_range_tag; }

    MediaPlaylist playlist;

private:
    std::optional<double> m_duration;
    std::optional<std::string> m_range_tag;
};

} // namespace

double MediaPlaylist::duration() const {
    double sum = 0;
    for (const MediaSegment& segment : segments) {
        sum += segment.duration;
    }
    return sum;
}

Result<MediaPlaylist> M3u8Parser::parse_media(std::string_view text) {
    MediaPlaylistReader reader;
    FH_TRY(for_each_line(
        text, [&](const Tag& tag) { return reader.tag(tag); }, [&](std::string_view uri) { return reader.uri(uri); }));
    if (reader.is_incomplete()) {
        return fail(ErrorCode::CorruptData, "the playlist ends after EXTINF without a segment");
    }
    return std::move(reader.playlist);
}

Result<MultivariantPlaylist> M3u8Parser::parse_multivariant(std::string_view text) {
    MultivariantPlaylist playlist;
    std::optional<VariantStream> open;
    const auto on_tag = [&](const Tag& tag) -> Status {
        if (open) {
            return broken("EXT-X-STREAM-INF must be followed by its URI");
        }
        if (playlist.variants.size() + playlist.iframe_streams.size() + playlist.renditions.size() > 1000) {
            return broken("more streams than a multivariant playlist may have");
        }
        if (tag.name == "#EXT-X-VERSION") {
            FH_ASSIGN(playlist.version, integer_of(tag));
        } else if (tag.name == "#EXT-X-INDEPENDENT-SEGMENTS") {
            playlist.independent_segments = true;
        } else if (tag.name == "#EXT-X-STREAM-INF") {
            FH_ASSIGN(open, variant_of(tag));
        } else if (tag.name == "#EXT-X-I-FRAME-STREAM-INF") {
            FH_ASSIGN(VariantStream stream, variant_of(tag));
            if (stream.uri.empty()) {
                return broken("EXT-X-I-FRAME-STREAM-INF has no URI");
            }
            playlist.iframe_streams.push_back(std::move(stream));
        } else if (tag.name == "#EXT-X-MEDIA") {
            FH_ASSIGN(MediaRendition rendition, rendition_of(tag));
            playlist.renditions.push_back(std::move(rendition));
        } else if (tag.name == "#EXT-X-SESSION-DATA") {
            FH_ASSIGN(const AttributeList attributes, AttributeList::parse(tag.value));
            if (attributes.quoted("DATA-ID") == kCopiedVariant) {
                playlist.copied.push_back(attributes.quoted("VALUE").value_or(""));
            }
        } else if (tag.name == "#EXTINF" || tag.name == "#EXT-X-TARGETDURATION" || tag.name == "#EXT-X-ENDLIST") {
            return broken(tag.name + " does not belong in a multivariant playlist");
        }
        return {};
    };
    const auto on_uri = [&](std::string_view line) -> Status {
        if (!open) {
            return broken("a URI without EXT-X-STREAM-INF");
        }
        open->uri = std::string(line);
        playlist.variants.push_back(std::move(*open));
        open.reset();
        return {};
    };
    FH_TRY(for_each_line(text, on_tag, on_uri));
    if (open) {
        return fail(ErrorCode::CorruptData, "the playlist ends after EXT-X-STREAM-INF without its URI");
    }
    return playlist;
}

} // namespace framehand::media::verify
