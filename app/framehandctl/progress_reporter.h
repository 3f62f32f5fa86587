// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/console.h"
#include "app/framehandctl/progress_bar.h"

#include <optional>

namespace framehand::cli {

/// Shows progress in the form that the reader can use: a bar on a terminal; a line for each new state and each tenth in
/// a log; one JSON object for each change in JsonLines mode. What is drawn disappears with the next other output.
class ProgressReporter {
public:
    explicit ProgressReporter(Console& console) : m_console(console) {}

    void show(const ProgressView& view);

private:
    void show_line(const ProgressView& view);

    Console& m_console;
    std::optional<ProgressView> m_last;
    int m_last_tenth = -1;
};

} // namespace framehand::cli
