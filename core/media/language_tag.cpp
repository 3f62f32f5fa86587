// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/language_tag.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace framehand::media {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// ISO 639-2 codes (both forms where there are two) that have a two-letter form, which RFC 5646 demands.
constexpr std::array kShortForms{
    Pair{"afr", "af"}, Pair{"alb", "sq"}, Pair{"ara", "ar"}, Pair{"arm", "hy"}, Pair{"aze", "az"}, Pair{"baq", "eu"},
    Pair{"bel", "be"}, Pair{"ben", "bn"}, Pair{"bos", "bs"}, Pair{"bul", "bg"}, Pair{"bur", "my"}, Pair{"cat", "ca"},
    Pair{"ces", "cs"}, Pair{"chi", "zh"}, Pair{"cym", "cy"}, Pair{"cze", "cs"}, Pair{"dan", "da"}, Pair{"deu", "de"},
    Pair{"dut", "nl"}, Pair{"ell", "el"}, Pair{"eng", "en"}, Pair{"est", "et"}, Pair{"eus", "eu"}, Pair{"fas", "fa"},
    Pair{"fin", "fi"}, Pair{"fra", "fr"}, Pair{"fre", "fr"}, Pair{"geo", "ka"}, Pair{"ger", "de"}, Pair{"gle", "ga"},
    Pair{"glg", "gl"}, Pair{"gre", "el"}, Pair{"guj", "gu"}, Pair{"heb", "he"}, Pair{"hin", "hi"}, Pair{"hrv", "hr"},
    Pair{"hun", "hu"}, Pair{"hye", "hy"}, Pair{"ice", "is"}, Pair{"ind", "id"}, Pair{"isl", "is"}, Pair{"ita", "it"},
    Pair{"jpn", "ja"}, Pair{"kan", "kn"}, Pair{"kat", "ka"}, Pair{"kaz", "kk"}, Pair{"khm", "km"}, Pair{"kor", "ko"},
    Pair{"lao", "lo"}, Pair{"lat", "la"}, Pair{"lav", "lv"}, Pair{"lit", "lt"}, Pair{"mac", "mk"}, Pair{"mal", "ml"},
    Pair{"mar", "mr"}, Pair{"may", "ms"}, Pair{"mkd", "mk"}, Pair{"mlt", "mt"}, Pair{"mon", "mn"}, Pair{"msa", "ms"},
    Pair{"mya", "my"}, Pair{"nep", "ne"}, Pair{"nld", "nl"}, Pair{"nno", "nn"}, Pair{"nob", "nb"}, Pair{"nor", "no"},
    Pair{"pan", "pa"}, Pair{"per", "fa"}, Pair{"pol", "pl"}, Pair{"por", "pt"}, Pair{"ron", "ro"}, Pair{"rum", "ro"},
    Pair{"rus", "ru"}, Pair{"sin", "si"}, Pair{"slk", "sk"}, Pair{"slo", "sk"}, Pair{"slv", "sl"}, Pair{"som", "so"},
    Pair{"spa", "es"}, Pair{"sqi", "sq"}, Pair{"srp", "sr"}, Pair{"swa", "sw"}, Pair{"swe", "sv"}, Pair{"tam", "ta"},
    Pair{"tel", "te"}, Pair{"tgl", "tl"}, Pair{"tha", "th"}, Pair{"tur", "tr"}, Pair{"ukr", "uk"}, Pair{"urd", "ur"},
    Pair{"uzb", "uz"}, Pair{"vie", "vi"}, Pair{"wel", "cy"}, Pair{"zho", "zh"}, Pair{"zul", "zu"}};

} // namespace

std::string long_language(std::string_view tag) {
    // Those that ISO 639-2 has for libraries alone; media files use the other form.
    static constexpr std::array<std::string_view, 18> kForLibraries{"alb", "arm", "baq", "bur", "chi", "cze",
                                                                    "dut", "fre", "geo", "ger", "gre", "ice",
                                                                    "mac", "may", "per", "rum", "slo", "wel"};
    const std::string_view primary = tag.substr(0, tag.find('-'));
    if (primary.size() == 3) {
        return std::string(primary);
    }
    const auto* found = std::ranges::find_if(kShortForms, [&](const Pair& pair) {
        return pair.second == primary && std::ranges::find(kForLibraries, pair.first) == kForLibraries.end();
    });
    return found == kShortForms.end() ? "und" : std::string(found->first);
}

std::string language_tag(std::string_view language) {
    const std::size_t primary = language.substr(0, language.find('-')).size();
    const bool plain =
        std::ranges::all_of(language, [](unsigned char c) { return c == '-' || (c < 0x80 && std::isalnum(c) != 0); });
    if (!plain || primary < 2 || primary > 3 || language.size() > 35 || language.ends_with('-')) {
        return "und";
    }
    std::string tag(language);
    if (language.size() == 3) {
        std::ranges::transform(tag, tag.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const auto* found = std::ranges::find(kShortForms, std::string_view(tag), &Pair::first);
        return found == kShortForms.end() ? tag : std::string(found->second);
    }
    return tag;
}

} // namespace framehand::media
