// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace framehand::platform {

enum class StandardStream { Output, Error };

/// True if a person reads the stream in a console.
[[nodiscard]] bool is_terminal(StandardStream stream);

/// Width of the console behind the stream, 80 if it cannot be told.
[[nodiscard]] int terminal_columns(StandardStream stream);

/// Returns once whoever reads the stream through a pipe has all that was written: what is still in a pipe when its
/// writer ends may be lost. At once where there is no pipe, or nobody to read.
void hand_over(StandardStream stream);

/// While it lives, a click into the console selects nothing: as long as something is selected there, whoever writes to
/// it stands still (quick edit mode). For a program that must go on. Nothing where there is no console.
class UnstoppedConsole {
public:
    UnstoppedConsole();
    ~UnstoppedConsole();
    UnstoppedConsole(const UnstoppedConsole&) = delete;
    UnstoppedConsole& operator=(const UnstoppedConsole&) = delete;

private:
    std::optional<unsigned long> m_mode; ///< before, where it was changed
};

/// While it lives the console takes UTF-8, and the standard streams carry bytes as they are (no "\r\n", no Ctrl+Z).
/// First thing in main().
class Utf8Streams {
public:
    Utf8Streams();
    ~Utf8Streams();
    Utf8Streams(const Utf8Streams&) = delete;
    Utf8Streams& operator=(const Utf8Streams&) = delete;

private:
    unsigned int m_output = 0; ///< code page before, 0 = there is no console
};

} // namespace framehand::platform
