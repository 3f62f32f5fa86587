// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/webvtt_parser.h"

#include "core/base/text.h"
#include "core/media/verify/attribute_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace framehand::media::verify {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

constexpr std::string_view kMapHeader = "X-TIMESTAMP-MAP=";
constexpr std::string_view kArrow = " --> ";
constexpr std::uint64_t kMaxHours = 10'000;

Status broken(std::string what) {
    return fail(ErrorCode::CorruptData, std::move(what));
}

/// RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF, and no NUL.
bool is_clean_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i++]);
        const std::size_t tail = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        if (lead == 0 || (lead >= 0x80 && (lead < 0xC2 || lead > 0xF4)) || text.size() - i < tail) {
            return false;
        }
        std::uint32_t code = tail == 0 ? lead : lead & (0x3FU >> tail);
        for (std::size_t k = 0; k < tail; ++k) {
            const auto byte = static_cast<unsigned char>(text[i++]);
            if ((byte & 0xC0U) != 0x80) {
                return false;
            }
            code = code << 6U | (byte & 0x3FU);
        }
        const bool overlong = (tail == 2 && code < 0x800) || (tail == 3 && code < 0x10000);
        if (overlong || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF) {
            return false;
        }
    }
    return true;
}

/// A number of `least` to `most` digits.
std::optional<std::uint64_t> digits(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() < least || text.size() > most ? std::nullopt : parse_decimal_integer(text);
}

/// "[hours:]mm:ss.mmm", W3C WebVTT 4.3; nothing if it is malformed.
std::optional<std::int64_t> milliseconds_of(std::string_view text) {
    std::uint64_t hours = 0;
    if (std::count(text.begin(), text.end(), ':') == 2) {
        const std::size_t colon = text.find(':');
        const auto value = digits(text.substr(0, colon), 2, 6);
        if (!value || *value > kMaxHours) {
            return std::nullopt;
        }
        hours = *value;
        text.remove_prefix(colon + 1);
    }
    if (text.size() != 9 || text[2] != ':' || text[5] != '.') {
        return std::nullopt;
    }
    const auto minutes = digits(text.substr(0, 2), 2, 2);
    const auto seconds = digits(text.substr(3, 2), 2, 2);
    const auto thousandths = digits(text.substr(6), 3, 3);
    if (!minutes || !seconds || !thousandths || *minutes > 59 || *seconds > 59) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(((hours * 60 + *minutes) * 60 + *seconds) * 1000 + *thousandths);
}

Result<TimestampMap> map_of(std::string_view value) {
    TimestampMap map;
    bool has_mpegts = false;
    bool has_local = false;
    for (const std::string& part : base::split(std::string(value), ',')) {
        const std::string_view text(part);
        if (text.starts_with("MPEGTS:") && !has_mpegts) {
            const auto ticks = parse_decimal_integer(text.substr(7));
            has_mpegts = ticks && *ticks < (UINT64_C(1) << 33U);
            map.mpegts = ticks.value_or(0);
        } else if (text.starts_with("LOCAL:") && !has_local) {
            const auto local = milliseconds_of(text.substr(6));
            has_local = local.has_value();
            map.local_ms = local.value_or(0);
        } else {
            has_mpegts = has_local = false;
            break;
        }
    }
    if (!has_mpegts || !has_local) {
        return fail(ErrorCode::CorruptData, "X-TIMESTAMP-MAP must name one MPEGTS and one LOCAL time");
    }
    return map;
}

bool is_known_setting(std::string_view setting) {
    constexpr std::array<std::string_view, 6> kKnown = {"vertical", "line", "position", "size", "align", "region"};
    const std::size_t colon = setting.find(':');
    return colon != std::string_view::npos && colon + 1 < setting.size() &&
           std::find(kKnown.begin(), kKnown.end(), setting.substr(0, colon)) != kKnown.end();
}

/// "start --> end[ settings]"
Result<WebVttCue> cue_of(std::string_view line) {
    const std::size_t arrow = line.find(kArrow);
    const std::string_view rest =
        arrow == std::string_view::npos ? std::string_view{} : line.substr(arrow + kArrow.size());
    const auto start = milliseconds_of(line.substr(0, std::min(arrow, line.size())));
    const auto end = milliseconds_of(rest.substr(0, rest.find(' ')));
    if (!start || !end) {
        return fail(ErrorCode::CorruptData, "the times of a cue are malformed");
    }
    if (*end <= *start) {
        return fail(ErrorCode::CorruptData, "a cue ends before it begins");
    }
    const std::size_t space = rest.find(' ');
    for (const std::string& setting :
         base::split(std::string(space == std::string_view::npos ? std::string_view{} : rest.substr(space)), ' ')) {
        if (!setting.empty() && !is_known_setting(setting)) {
            return fail(ErrorCode::CorruptData, "a cue has an unknown setting");
        }
    }
    return WebVttCue{*start, *end};
}

/// State while the lines go by.
class Reader {
public:
    Status line(std::string_view text) {
        switch (m_state) {
        case State::Signature:
            return signature(text);
        case State::Header:
            return header(text);
        case State::Between:
            return block_start(text);
        case State::Identifier:
            return timing(text);
        case State::Payload:
            return payload(text);
        case State::Skipped:
            return skipped(text);
        }
        return {};
    }

    Status end() const {
        if (m_state == State::Signature) {
            return broken("the file is empty");
        }
        if (m_state == State::Identifier || (m_state == State::Payload && !m_has_text)) {
            return broken("the file ends in the middle of a cue");
        }
        return m_has_map ? Status() : broken("X-TIMESTAMP-MAP is missing");
    }

    WebVttSegment segment;

private:
    enum class State { Signature, Header, Between, Identifier, Payload, Skipped };

    Status signature(std::string_view text) {
        constexpr std::string_view kMagic = "WEBVTT";
        if (!text.starts_with(kMagic) ||
            (text.size() > kMagic.size() && text[kMagic.size()] != ' ' && text[kMagic.size()] != '\t')) {
            return broken("the first line must be WEBVTT");
        }
        m_state = State::Header;
        return {};
    }

    Status header(std::string_view text) {
        if (text.empty()) {
            m_state = State::Between;
        } else if (text.find("-->") != std::string_view::npos) {
            return broken("a cue stands in the header");
        } else if (text.starts_with(kMapHeader)) {
            if (m_has_map) {
                return broken("X-TIMESTAMP-MAP stands twice");
            }
            FH_ASSIGN(segment.map, map_of(text.substr(kMapHeader.size())));
            m_has_map = true;
        }
        return {};
    }

    Status block_start(std::string_view text) {
        if (text.empty()) {
            return {};
        }
        if (text.find("-->") != std::string_view::npos) {
            return timing(text);
        }
        const std::string_view word = text.substr(0, text.find_first_of(" \t"));
        const bool is_definition = (word == "STYLE" || word == "REGION") && word.size() == text.size();
        if (is_definition && !segment.cues.empty()) {
            return broken("STYLE and REGION must stand before the first cue");
        }
        m_state = word == "NOTE" || is_definition ? State::Skipped : State::Identifier;
        return {};
    }

    Status timing(std::string_view text) {
        if (segment.cues.size() >= WebVttParser::kMaxCues) {
            return broken("more cues than a segment may have");
        }
        FH_ASSIGN(const WebVttCue cue, cue_of(text));
        if (!segment.cues.empty() && cue.start_ms < segment.cues.back().start_ms) {
            return broken("a cue begins before the one above it");
        }
        segment.cues.push_back(cue);
        m_has_text = false;
        m_state = State::Payload;
        return {};
    }

    Status payload(std::string_view text) {
        if (text.empty()) {
            m_state = State::Between;
            return m_has_text ? Status() : broken("a cue has no text");
        }
        if (text.find("-->") != std::string_view::npos) {
            return broken("no empty line stands before a cue");
        }
        m_has_text = true;
        return {};
    }

    Status skipped(std::string_view text) {
        if (text.find("-->") != std::string_view::npos) {
            return broken("no empty line stands before a cue");
        }
        m_state = text.empty() ? State::Between : State::Skipped;
        return {};
    }

    State m_state = State::Signature;
    bool m_has_map = false;
    bool m_has_text = false;
};

} // namespace

Result<WebVttSegment> WebVttParser::parse(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (!is_clean_utf8(text)) {
        return fail(ErrorCode::CorruptData, "the text is not UTF-8");
    }
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    Reader reader;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find_first_of("\r\n");
        const Status status = reader.line(text.substr(0, end));
        if (!status) {
            return fail(ErrorCode::CorruptData, "line " + std::to_string(number) + ": " + status.error().message);
        }
        if (end == std::string_view::npos) {
            break;
        }
        text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
    }
    FH_TRY(reader.end());
    return std::move(reader.segment);
}

} // namespace framehand::media::verify
