// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_secret_input.h"

#include "platform/windows/handle.h"
#include "platform/windows/typed_line.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_error.h"

#include <QObject>

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>
#include <thread>
#include <utility>

namespace framehand::platform {

namespace {

using base::ErrorCode;
using base::fail;
using Answer = base::Result<base::Secret>;

constexpr std::size_t kLongest = 64 * 1024;

Answer nothing() {
    return fail(ErrorCode::InvalidArgument, "nothing came on standard input");
}

Answer too_long() {
    return fail(ErrorCode::InvalidArgument, "a line on standard input is longer than 64 KiB");
}

Answer answer_of(std::string line) {
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    return line.empty() ? nothing() : Answer(base::Secret(std::move(line)));
}

void say(std::string_view text) {
    DWORD written = 0;
    ::WriteFile(::GetStdHandle(STD_ERROR_HANDLE), text.data(), static_cast<DWORD>(text.size()), &written, nullptr);
}

/// The character that a key brings, 0 = none. One that was typed by its number, or pasted without a key for it, comes
/// when Alt is let go.
wchar_t typed_by(const INPUT_RECORD& record) {
    const auto& key = record.Event.KeyEvent;
    const bool counts = record.EventType == KEY_EVENT && (key.bKeyDown != 0 || key.wVirtualKeyCode == VK_MENU);
    return counts ? key.uChar.UnicodeChar : L'\0';
}

/// Takes the keys themselves, so that no mode of the console is changed, which a kill would leave behind.
std::optional<Answer> read_keys(HANDLE console, HANDLE stop) {
    TypedLine line;
    for (;;) {
        const std::array<HANDLE, 2> either{stop, console};
        if (::WaitForMultipleObjects(either.size(), either.data(), FALSE, INFINITE) != WAIT_OBJECT_0 + 1) {
            return std::nullopt;
        }
        std::array<INPUT_RECORD, 64> records{};
        DWORD count = 0;
        if (::ReadConsoleInputW(console, records.data(), records.size(), &count) == 0) {
            return Answer(error_from_windows(::GetLastError(), "standard input cannot be read"));
        }
        for (DWORD i = 0; i < count; ++i) {
            const wchar_t typed = typed_by(records[i]);
            if (typed == 0) {
                continue;
            }
            for (int repeat = 0; repeat < std::max<int>(records[i].Event.KeyEvent.wRepeatCount, 1); ++repeat) {
                if (line.take(typed) == TypedLine::State::Ended) {
                    say("\r\n");
                    return answer_of(to_utf8(line.text()));
                }
            }
            if (line.text().size() > kLongest) {
                return too_long();
            }
        }
    }
}

/// Blocks; only CancelSynchronousIo() gets it out.
Answer read_bytes(HANDLE file) {
    std::string text;
    std::array<char, 4096> bytes{};
    for (;;) {
        DWORD count = 0;
        if (::ReadFile(file, bytes.data(), bytes.size(), &count, nullptr) == 0) {
            const DWORD code = ::GetLastError();
            if (code != ERROR_BROKEN_PIPE && code != ERROR_HANDLE_EOF) {
                return error_from_windows(code, "standard input cannot be read");
            }
            count = 0; // the writer is gone
        }
        text.append(bytes.data(), count);
        const auto line_end = text.find('\n');
        if (line_end != std::string::npos || count == 0) {
            text.resize(std::min(line_end, text.size()));
            return answer_of(std::move(text));
        }
        if (text.size() > kLongest) {
            return too_long();
        }
    }
}

class Line final : public ports::SecretInput::Question {
public:
    Line(const std::string& prompt, ports::SecretInput::Done done)
        : m_done(std::move(done)), m_input(::GetStdHandle(STD_INPUT_HANDLE)),
          m_stop(owned_handle(::CreateEventW(nullptr, TRUE, FALSE, nullptr))),
          m_ended(owned_handle(::CreateEventW(nullptr, TRUE, FALSE, nullptr))) {
        DWORD mode = 0;
        m_is_console = ::GetConsoleMode(m_input, &mode) != 0;
        if (m_is_console) {
            say(prompt);
        }
        m_reader = std::thread([this] { read(); });
    }

    ~Line() override {
        ::SetEvent(m_stop.get());
        constexpr DWORD kBetweenTries = 10; // it may be about to begin a read, which is not there to be cancelled yet
        while (::WaitForSingleObject(m_ended.get(), kBetweenTries) == WAIT_TIMEOUT) {
            if (HANDLE thread = m_thread.load()) {
                ::CancelSynchronousIo(thread);
            }
        }
        m_reader.join();
        if (HANDLE thread = m_thread.load()) {
            ::CloseHandle(thread);
        }
    }

    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

private:
    /// On a thread of its own: neither a pipe nor a console can be waited for in Qt's event loop.
    void read() {
        HANDLE self = nullptr;
        ::DuplicateHandle(::GetCurrentProcess(), ::GetCurrentThread(), ::GetCurrentProcess(), &self, 0, FALSE,
                          DUPLICATE_SAME_ACCESS);
        m_thread = self;
        std::optional<Answer> answer;
        if (m_input == nullptr || m_input == INVALID_HANDLE_VALUE) {
            answer = nothing();
        } else {
            answer = m_is_console ? read_keys(m_input, m_stop.get()) : read_bytes(m_input);
        }
        if (answer && ::WaitForSingleObject(m_stop.get(), 0) == WAIT_TIMEOUT) {
            QMetaObject::invokeMethod(
                &m_context, [this, told = std::move(*answer)]() mutable { std::exchange(m_done, {})(std::move(told)); },
                Qt::QueuedConnection);
        }
        ::SetEvent(m_ended.get());
    }

    ports::SecretInput::Done m_done;
    HANDLE m_input;
    UniqueHandle m_stop;
    UniqueHandle m_ended;
    bool m_is_console = false;
    std::atomic<HANDLE> m_thread{nullptr}; ///< the reader's, for who cancels what it waits for
    QObject m_context;
    std::thread m_reader;
};

} // namespace

std::unique_ptr<ports::SecretInput::Question> WindowsSecretInput::ask(const std::string& prompt, Done done) {
    return std::make_unique<Line>(prompt, std::move(done));
}

} // namespace framehand::platform
