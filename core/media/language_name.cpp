// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/language_name.h"

#include <algorithm>
#include <array>
#include <utility>

namespace framehand::media {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array kNames{
    Pair{"af", "Afrikaans"},  Pair{"ar", "العربية"},       Pair{"az", "Azərbaycan"}, Pair{"be", "Беларуская"},
    Pair{"bg", "Български"},  Pair{"bn", "বাংলা"},         Pair{"bs", "Bosanski"},   Pair{"ca", "Català"},
    Pair{"cs", "Čeština"},    Pair{"cy", "Cymraeg"},       Pair{"da", "Dansk"},      Pair{"de", "Deutsch"},
    Pair{"el", "Ελληνικά"},   Pair{"en", "English"},       Pair{"es", "Español"},    Pair{"et", "Eesti"},
    Pair{"eu", "Euskara"},    Pair{"fa", "فارسی"},         Pair{"fi", "Suomi"},      Pair{"fil", "Filipino"},
    Pair{"fr", "Français"},   Pair{"ga", "Gaeilge"},       Pair{"gl", "Galego"},     Pair{"he", "עברית"},
    Pair{"hi", "हिन्दी"},      Pair{"hr", "Hrvatski"},      Pair{"hu", "Magyar"},     Pair{"hy", "Հայերեն"},
    Pair{"id", "Indonesia"},  Pair{"is", "Íslenska"},      Pair{"it", "Italiano"},   Pair{"ja", "日本語"},
    Pair{"ka", "ქართული"},    Pair{"kk", "Қазақ тілі"},    Pair{"ko", "한국어"},     Pair{"la", "Latina"},
    Pair{"lt", "Lietuvių"},   Pair{"lv", "Latviešu"},      Pair{"mk", "Македонски"}, Pair{"ml", "മലയാളം"},
    Pair{"mr", "मराठी"},      Pair{"ms", "Melayu"},        Pair{"mt", "Malti"},      Pair{"nb", "Norsk bokmål"},
    Pair{"nl", "Nederlands"}, Pair{"nn", "Norsk nynorsk"}, Pair{"no", "Norsk"},      Pair{"pa", "ਪੰਜਾਬੀ"},
    Pair{"pl", "Polski"},     Pair{"pt", "Português"},     Pair{"ro", "Română"},     Pair{"ru", "Русский"},
    Pair{"sk", "Slovenčina"}, Pair{"sl", "Slovenščina"},   Pair{"sq", "Shqip"},      Pair{"sr", "Српски"},
    Pair{"sv", "Svenska"},    Pair{"sw", "Kiswahili"},     Pair{"ta", "தமிழ்"},       Pair{"te", "తెలుగు"},
    Pair{"th", "ไทย"},        Pair{"tr", "Türkçe"},        Pair{"uk", "Українська"}, Pair{"ur", "اردو"},
    Pair{"uz", "Oʻzbek"},     Pair{"vi", "Tiếng Việt"},    Pair{"yue", "粵語"},      Pair{"zh", "中文"}};

} // namespace

std::string language_name(std::string_view tag) {
    if (tag == "und") {
        return {};
    }
    const auto dash = tag.find('-');
    const auto* found = std::ranges::find(kNames, tag.substr(0, dash), &Pair::first);
    if (found == kNames.end()) {
        return std::string(tag);
    }
    std::string name(found->second);
    if (dash != std::string_view::npos) {
        name += " (" + std::string(tag.substr(dash + 1)) + ")";
    }
    return name;
}

} // namespace framehand::media
