// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

namespace framehand::sources {

/// The numbers that clients of the video queues know, of work that is done in other steps here: 10 the input is open,
/// 20 its pictures are being read, 20 to 80 they are encoded, 85 all are (and are being checked and put in place), 95
/// the result is in place, 100 that is known.
///
/// What is to be told next after `last`, rising; nothing where there is no news. `percent` is the worker's, 0 to 100.
[[nodiscard]] inline std::vector<int> bull_progress_steps(int last, double percent) {
    std::vector<int> steps;
    const auto add = [&](int step) {
        if (step > last) {
            steps.push_back(step);
            last = step;
        }
    };
    add(10);
    if (!(percent > 0)) {
        return steps;
    }
    add(20);
    add(20 + static_cast<int>(std::floor(std::clamp(percent, 0.0, 100.0) * 0.6)));
    if (percent >= 100) {
        add(85);
    }
    return steps;
}

/// What is told of a result that is in place, after `last`.
[[nodiscard]] inline std::vector<int> bull_last_steps(int last) {
    std::vector<int> steps;
    for (const int step : {95, 100}) {
        if (step > last) {
            steps.push_back(step);
        }
    }
    return steps;
}

} // namespace framehand::sources
