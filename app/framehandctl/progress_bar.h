// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace framehand::cli {

/// How far something is, for people.
struct ProgressView {
    std::string state;   ///< "waiting for a worker", "transcoding", "verifying", "copying"
    double percent = -1; ///< 0..100, below 0 while unknown
    double fps = 0;      ///< 0 while unknown
    double speed = 0;    ///< media seconds a second, 0 while unknown
    double eta_sec = -1; ///< below 0 while unknown

    bool operator==(const ProgressView&) const = default;
};

/// "[#########...........]  45 %  153 fps  6.1x  1 min 3 s left  transcoding", at most `columns` wide. What is unknown
/// is left out.
[[nodiscard]] std::string progress_bar(const ProgressView& view, int columns);

/// The same without the bar, for logs: "45 %  153 fps  6.1x  1 min 3 s left  transcoding".
[[nodiscard]] std::string progress_text(const ProgressView& view);

} // namespace framehand::cli
