// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/progress_bar.h"

#include "app/framehandctl/display_width.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace framehand::cli {

namespace {

constexpr int kBarCells = 24;
constexpr int kNarrowColumns = 60;

std::string number(double value, int decimals) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::min(value, 1e9),
                                   std::chars_format::fixed, decimals);
    return {buffer.data(), end.ptr};
}

/// Full only when it is done: 99.9 % is no reason to say 100.
double shown_percent(double percent) {
    return std::floor(std::clamp(percent, 0.0, 100.0));
}

} // namespace

std::string progress_text(const ProgressView& view) {
    std::string text;
    const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : "  ") + part; };
    if (view.percent >= 0) {
        const std::string percent = number(shown_percent(view.percent), 0);
        add(std::string(3 - percent.size(), ' ') + percent + " %");
    }
    if (view.fps > 0) {
        add(number(view.fps, view.fps < 10 ? 1 : 0) + " fps");
    }
    if (view.speed > 0) {
        add(number(view.speed, 1) + "x");
    }
    if (view.eta_sec >= 0 && view.eta_sec < 1e9) {
        add(base::humanize_duration(base::Duration(std::llround(std::ceil(view.eta_sec)) * 1000)) + " left");
    }
    add(printable(view.state));
    return text;
}

std::string progress_bar(const ProgressView& view, int columns) {
    const auto width = static_cast<std::size_t>(std::max(columns, 1));
    const std::string text = progress_text(view);
    if (view.percent < 0 || columns < kNarrowColumns) {
        return shortened(text, width);
    }
    const auto filled = static_cast<std::size_t>(shown_percent(view.percent) * kBarCells / 100);
    return shortened("[" + std::string(filled, '#') + std::string(kBarCells - filled, '.') + "] " + text, width);
}

} // namespace framehand::cli
