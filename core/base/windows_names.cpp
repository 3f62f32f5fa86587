// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/windows_names.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace framehand::base {

namespace {

bool is_device(std::string_view name) {
    static constexpr std::array<std::string_view, 4> kAlone = {"con", "prn", "aux", "nul"};
    std::string stem(trim(name.substr(0, name.find('.'))));
    std::ranges::transform(stem, stem.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (std::ranges::find(kAlone, stem) != kAlone.end()) {
        return true;
    }
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '1' && stem[3] <= '9';
}

} // namespace

bool windows_can_name(std::string_view name) {
    static constexpr std::string_view kMarks = "<>:\"/\\|?*";
    static constexpr unsigned char kSpace = ' ';
    const bool is_plain = std::ranges::none_of(name, [](char c) {
        return static_cast<unsigned char>(c) < kSpace || kMarks.find(c) != std::string_view::npos;
    });
    return is_plain && !name.empty() && !name.ends_with('.') && !name.ends_with(' ') && !is_device(name);
}

} // namespace framehand::base
