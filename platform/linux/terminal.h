// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framehand::platform {

enum class StandardStream { Output, Error };

/// True if a person reads the stream on a terminal.
[[nodiscard]] bool is_terminal(StandardStream stream);

/// Width of the terminal behind the stream, 80 if it cannot be told.
[[nodiscard]] int terminal_columns(StandardStream stream);

} // namespace framehand::platform
