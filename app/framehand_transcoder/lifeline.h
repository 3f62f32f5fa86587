// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <iosfwd>
#include <string>

namespace framehand::transcoder {

/// Standard input: one line of orders, then a lifeline.
class Lifeline {
public:
    static constexpr std::size_t kMaxLine = 16U << 20;

    /// `stream` must live as long as the process. It is untied: what it is tied to, as standard input is to standard
    /// output, would be flushed by each read, from the thread that watch() has, while others write to it.
    explicit Lifeline(std::istream& stream);

    /// Blocks for the first line, without its end. InvalidArgument if there is none or it is longer than kMaxLine.
    [[nodiscard]] base::Result<std::string> read_line();

    /// From now on the end of the stream ends the process at once with ExitCode::ParentGone, from a thread of its own:
    /// the parent is gone, and nobody is left to clean up for.
    void watch();

private:
    std::istream& m_stream;
};

} // namespace framehand::transcoder
