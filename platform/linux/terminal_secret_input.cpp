// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/terminal_secret_input.h"

#include <QObject>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace framehand::platform {

namespace {

constexpr std::size_t kLongest = 64 * 1024;

/// A terminal that shows nothing of what is typed, until the end of this object.
class Hidden {
public:
    explicit Hidden(const std::string& prompt) {
        termios now{};
        if (::isatty(STDIN_FILENO) != 1 || ::tcgetattr(STDIN_FILENO, &now) != 0) {
            return;
        }
        m_before = now;
        now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &now);
        say(prompt);
    }

    ~Hidden() {
        if (m_before) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &*m_before);
            say("\n"); // the one that was typed was not shown
        }
    }

    Hidden(const Hidden&) = delete;
    Hidden& operator=(const Hidden&) = delete;

private:
    static void say(std::string_view text) {
        [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
    }

    std::optional<termios> m_before;
};

class Line final : public ports::SecretInput::Question {
public:
    Line(const std::string& prompt, ports::SecretInput::Done done) : m_done(std::move(done)), m_hidden(prompt) {
        if (::fcntl(STDIN_FILENO, F_GETFD) == -1) {
            QMetaObject::invokeMethod(
                &m_context, [this] { end(nothing()); }, Qt::QueuedConnection);
            return;
        }
        m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, &m_context, [this] { read(); });
    }

private:
    static base::Error nothing() {
        return base::fail(base::ErrorCode::InvalidArgument, "nothing came on standard input");
    }

    void read() {
        std::array<char, 4096> bytes{};
        const auto count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count < 0) {
            if (errno != EINTR && errno != EAGAIN) {
                end(base::error_from_errno(errno, "standard input cannot be read"));
            }
            return;
        }
        m_text.append(bytes.data(), static_cast<std::size_t>(count));
        const auto line_end = m_text.find('\n');
        if (line_end == std::string::npos && count > 0) {
            if (m_text.size() > kLongest) {
                end(base::fail(base::ErrorCode::InvalidArgument, "a line on standard input is longer than 64 KiB"));
            }
            return;
        }
        m_text.resize(std::min(line_end, m_text.size()));
        if (m_text.ends_with('\r')) {
            m_text.pop_back();
        }
        if (m_text.empty()) {
            end(nothing());
        } else {
            end(base::Secret(std::move(m_text)));
        }
    }

    void end(base::Result<base::Secret> answer) {
        if (m_notifier != nullptr) {
            m_notifier->setEnabled(false);
        }
        const auto done = std::exchange(m_done, {});
        done(std::move(answer));
    }

    ports::SecretInput::Done m_done;
    Hidden m_hidden;
    std::string m_text;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QObject m_context;
};

} // namespace

std::unique_ptr<ports::SecretInput::Question> TerminalSecretInput::ask(const std::string& prompt, Done done) {
    return std::make_unique<Line>(prompt, std::move(done));
}

} // namespace framehand::platform
