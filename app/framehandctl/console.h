// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/json.h"

#include <iosfwd>
#include <string_view>

namespace framehand::cli {

enum class OutputMode { Text, JsonLines };

/// What is known of the two streams.
struct TerminalFacts {
    int columns = 80;
    bool error_is_terminal = false; ///< a progress bar may be drawn on it
};

/// Everything that a verb says. Results go to standard output, everything else to standard error, so that a pipe gets
/// results only. In JsonLines mode each result is one JSON object a line and remarks are dropped.
class Console {
public:
    Console(std::ostream& out, std::ostream& err, OutputMode mode, TerminalFacts facts)
        : m_out(out), m_err(err), m_mode(mode), m_facts(facts) {}

    [[nodiscard]] OutputMode mode() const { return m_mode; }

    [[nodiscard]] const TerminalFacts& facts() const { return m_facts; }

    /// A line of the result, in Text mode.
    void line(std::string_view text);
    /// The result, in JsonLines mode.
    void json(const base::Json& value);
    /// A remark for people, in Text mode.
    void note(std::string_view line);
    /// Why the verb failed, in either mode. Several lines are all shown.
    void error(const base::Error& error);

    /// Draws over the line that draw() drew last; Text mode on a terminal only.
    void draw(std::string_view line);
    /// Removes what draw() drew. Everything else does so by itself.
    void undraw();

private:
    std::ostream& m_out;
    std::ostream& m_err;
    OutputMode m_mode;
    TerminalFacts m_facts;
    bool m_drawn = false;
};

} // namespace framehand::cli
