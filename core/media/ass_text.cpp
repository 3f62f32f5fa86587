// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/ass_text.h"

#include "core/base/text.h"
#include "core/media/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace framehand::media {

namespace {

constexpr int kFieldsBeforeText = 8;
constexpr int kBoldWeight = 600; // \b takes 0, 1, or a weight of 100 to 900
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

/// The whole number that `text` begins with; nothing where there is none.
std::optional<int> leading_number(std::string_view text) {
    int value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    return parsed.ec == std::errc{} ? std::optional(value) : std::nullopt;
}

/// Builds a cue's text. Styles become tags only where something visible stands in them, and tags are always closed in
/// the order that WebVTT wants.
class CueText {
public:
    void set(char style, bool on) {
        auto& wanted = m_wanted[index_of(style)];
        wanted = on;
    }

    void reset_styles() { m_wanted.fill(false); }

    void set_drawing(bool on) { m_drawing = on; }

    void line_break() {
        if (!m_drawing) {
            close_tags(0);
            m_lines.emplace_back();
        }
    }

    void append(std::string_view visible) {
        if (m_drawing) {
            return;
        }
        match_tags();
        m_lines.back().text += visible;
        m_lines.back().visible = m_lines.back().visible || (visible != " " && visible != kNoBreakSpace);
    }

    [[nodiscard]] std::string take() {
        close_tags(0);
        std::string text;
        for (const Line& line : m_lines) {
            if (line.visible) {
                text += (text.empty() ? "" : "\n") + base::trim(line.text);
            }
        }
        return text;
    }

private:
    struct Line {
        std::string text;
        bool visible = false;
    };

    static constexpr std::string_view kStyles = "biu";

    static std::size_t index_of(char style) { return kStyles.find(style); }

    void match_tags() {
        const auto unwanted = std::ranges::find_if(m_open, [this](char style) { return !m_wanted[index_of(style)]; });
        close_tags(static_cast<std::size_t>(unwanted - m_open.begin()));
        for (const char style : kStyles) {
            if (m_wanted[index_of(style)] && std::ranges::find(m_open, style) == m_open.end()) {
                m_lines.back().text += std::string("<") + style + ">";
                m_open.push_back(style);
            }
        }
    }

    void close_tags(std::size_t from) {
        while (m_open.size() > from) {
            m_lines.back().text += std::string("</") + m_open.back() + ">";
            m_open.pop_back();
        }
    }

    std::vector<Line> m_lines{1};
    std::array<bool, 3> m_wanted{};
    std::vector<char> m_open;
    bool m_drawing = false;
};

/// One tag of an override block, without its backslash: "i1", "pos(10,20)", "r".
void apply_tag(std::string_view tag, CueText& cue) {
    if (tag.empty()) {
        return;
    }
    const char name = tag.front();
    const std::string_view value = tag.substr(1);
    const auto number = leading_number(value);
    const bool plain = value.empty() || number.has_value(); // else a longer name: "iclip", "bord2", "pos"
    if (name == 'r') {
        cue.reset_styles();
    } else if (name == 'p' && number) {
        cue.set_drawing(*number > 0);
    } else if (name == 'b' && plain) {
        cue.set('b', number && (*number == 1 || *number >= kBoldWeight));
    } else if ((name == 'i' || name == 'u') && plain) {
        cue.set(name, number && *number > 0);
    }
}

void apply_block(std::string_view block, CueText& cue) {
    for (auto start = block.find('\\'); start != std::string_view::npos;) {
        const auto next = block.find('\\', start + 1);
        apply_tag(block.substr(start + 1, next == std::string_view::npos ? next : next - start - 1), cue);
        start = next;
    }
}

void append_character(char c, CueText& cue) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
        cue.append("&amp;");
    } else if (c == '<') {
        cue.append("&lt;");
    } else if (c == '>') {
        cue.append("&gt;");
    } else if (c == '\n') {
        cue.line_break();
    } else if (c == '\t') {
        cue.append(" ");
    } else if (byte >= 0x20 && byte != 0x7f) {
        cue.append({&c, 1});
    }
}

} // namespace

std::string cue_text_of_ass(std::string_view raw) {
    const std::string valid = valid_utf8(raw);
    std::string_view text = valid;
    CueText cue;
    while (!text.empty()) {
        const auto block_end = text.front() == '{' ? text.find('}') : std::string_view::npos;
        if (block_end != std::string_view::npos) {
            apply_block(text.substr(1, block_end - 1), cue);
            text.remove_prefix(block_end + 1);
            continue;
        }
        const std::string_view escape = text.substr(0, 2);
        if (escape == "\\N" || escape == "\\n") {
            cue.line_break();
            text.remove_prefix(2);
        } else if (escape == "\\h") {
            cue.append(kNoBreakSpace);
            text.remove_prefix(2);
        } else if (escape == "\\{" || escape == "\\}" || escape == "\\\\") {
            cue.append(escape.substr(1)); // libavcodec writes characters of other formats so
            text.remove_prefix(2);
        } else if (escape == "\r\n") {
            text.remove_prefix(1);
        } else {
            append_character(text.front() == '\r' ? '\n' : text.front(), cue);
            text.remove_prefix(1);
        }
    }
    return cue.take();
}

std::string_view text_field_of_ass(std::string_view line) {
    for (int i = 0; i < kFieldsBeforeText; ++i) {
        const auto comma = line.find(',');
        if (comma == std::string_view::npos) {
            return {};
        }
        line.remove_prefix(comma + 1);
    }
    return line;
}

} // namespace framehand::media
