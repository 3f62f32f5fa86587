// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/film_text.h"

#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace framehand::media {

namespace {

enum class Tags { Basic, None };

bool is_basic(std::string_view tag) {
    tag.remove_prefix(tag.starts_with('/') ? 1 : 0);
    return tag == "b" || tag == "i" || tag == "u";
}

std::string converted(std::string_view text, Tags tags) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEscapes{
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", "\u00a0"}, {"&lrm;", ""}, {"&rlm;", ""}}};
    std::string out;
    while (!text.empty()) {
        std::size_t taken = 1;
        std::string_view put = text.substr(0, 1);
        if (text.front() == '<') {
            const std::size_t end = text.find('>');
            if (end != std::string_view::npos) {
                taken = end + 1;
                const bool stays = tags == Tags::Basic && is_basic(text.substr(1, end - 1));
                put = stays ? text.substr(0, taken) : std::string_view();
            }
        } else if (text.front() == '&') {
            for (const auto& [escape, character] : kEscapes) {
                if (text.starts_with(escape)) {
                    taken = escape.size();
                    put = character;
                }
            }
        }
        out += put;
        text.remove_prefix(taken);
    }
    return out;
}

} // namespace

std::vector<TextCue> subrip_cues(const std::vector<TextCue>& cues) {
    std::vector<TextCue> made;
    for (const TextCue& cue : cues) {
        made.push_back({cue.start_ms, cue.end_ms, converted(cue.text, Tags::Basic)});
    }
    return made;
}

std::vector<TextCue> timed_text_cues(const std::vector<TextCue>& cues) {
    std::set<std::int64_t> changes;
    for (const TextCue& cue : cues) {
        changes.insert(cue.start_ms);
        changes.insert(cue.end_ms);
    }
    std::vector<TextCue> made;
    std::vector<const TextCue*> shown;
    auto next = cues.begin();
    for (auto at = changes.begin(); at != changes.end() && std::next(at) != changes.end(); ++at) {
        std::erase_if(shown, [&](const TextCue* cue) { return cue->end_ms <= *at; });
        for (; next != cues.end() && next->start_ms <= *at; ++next) {
            shown.push_back(&*next);
        }
        std::string text;
        for (const TextCue* cue : shown) {
            text += (text.empty() ? "" : "\n") + converted(cue->text, Tags::None);
        }
        if (!text.empty()) {
            made.push_back({*at, *std::next(at), std::move(text)});
        }
    }
    return made;
}

} // namespace framehand::media
