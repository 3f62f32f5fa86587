// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/console.h"

#include "platform/windows/windows_api.h"

#include <cstdio>
#include <fcntl.h>
#include <initializer_list>
#include <io.h>

namespace framehand::platform {

namespace {

HANDLE handle_of(StandardStream stream) {
    return ::GetStdHandle(stream == StandardStream::Output ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
}

} // namespace

bool is_terminal(StandardStream stream) {
    DWORD mode = 0;
    return ::GetConsoleMode(handle_of(stream), &mode) != 0;
}

int terminal_columns(StandardStream stream) {
    constexpr int kUsualColumns = 80;
    CONSOLE_SCREEN_BUFFER_INFO info{};
    if (::GetConsoleScreenBufferInfo(handle_of(stream), &info) == 0) {
        return kUsualColumns;
    }
    const int columns = info.srWindow.Right - info.srWindow.Left + 1;
    return columns > 0 ? columns : kUsualColumns;
}

void hand_over(StandardStream stream) {
    if (HANDLE handle = handle_of(stream); ::GetFileType(handle) == FILE_TYPE_PIPE) {
        ::FlushFileBuffers(handle);
    }
}

UnstoppedConsole::UnstoppedConsole() {
    const HANDLE input = ::GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    if (::GetConsoleMode(input, &mode) != 0 && (mode & ENABLE_QUICK_EDIT_MODE) != 0 &&
        ::SetConsoleMode(input, (mode & ~DWORD{ENABLE_QUICK_EDIT_MODE}) | ENABLE_EXTENDED_FLAGS) != 0) {
        m_mode = mode;
    }
}

UnstoppedConsole::~UnstoppedConsole() {
    if (m_mode) {
        ::SetConsoleMode(::GetStdHandle(STD_INPUT_HANDLE), *m_mode | ENABLE_EXTENDED_FLAGS); // also after us
    }
}

Utf8Streams::Utf8Streams() : m_output(::GetConsoleOutputCP()) {
    for (std::FILE* stream : {stdin, stdout, stderr}) {
        if (const int descriptor = ::_fileno(stream); descriptor >= 0) {
            ::_setmode(descriptor, _O_BINARY);
        }
    }
    if (m_output != 0) {
        ::SetConsoleOutputCP(CP_UTF8);
    }
}

Utf8Streams::~Utf8Streams() {
    if (m_output != 0) {
        ::SetConsoleOutputCP(m_output); // it is the console's, also after us
    }
}

} // namespace framehand::platform
