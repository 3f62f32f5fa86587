// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace framehand::platform {

namespace {

int descriptor_of(StandardStream stream) {
    return stream == StandardStream::Output ? STDOUT_FILENO : STDERR_FILENO;
}

} // namespace

bool is_terminal(StandardStream stream) {
    return ::isatty(descriptor_of(stream)) == 1;
}

int terminal_columns(StandardStream stream) {
    constexpr int kUsualColumns = 80;
    winsize size{};
    if (::ioctl(descriptor_of(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return kUsualColumns;
    }
    return size.ws_col;
}

} // namespace framehand::platform
