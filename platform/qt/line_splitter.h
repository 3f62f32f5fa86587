// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace framehand::platform {

/// Cuts a stream of bytes into lines without their ends ("\n" or "\r\n").
class LineSplitter {
public:
    /// Lines longer than `max_bytes` are refused.
    explicit LineSplitter(std::size_t max_bytes) : m_max_bytes(max_bytes) {}

    /// False once a line is too long; what it holds is then dropped. `line` may destroy the splitter's owner only if
    /// it makes `alive` return false.
    [[nodiscard]] bool feed(std::string_view bytes, const std::function<void(std::string_view)>& line,
                            const std::function<bool()>& alive);
    /// The last line, if the stream did not end with a line's end.
    [[nodiscard]] std::string take_rest();

private:
    std::size_t m_max_bytes;
    std::string m_buffer;
};

} // namespace framehand::platform
