// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_child_process_launcher.h"

#include "platform/qt/line_splitter.h"

#include <QProcess>

#include <utility>

namespace framehand::platform {

namespace {

using ports::ChildExit;

constexpr std::size_t kStderrKept = 4096;

class QtChildProcess final : public ports::ChildProcess {
public:
    QtChildProcess(ports::ChildProcessRequest request, std::shared_ptr<const ProcessHooks> hooks)
        : m_request(std::move(request)), m_hooks(std::move(hooks)), m_process(new QProcess),
          m_out(m_request.max_line_bytes), m_err(kStderrKept) {
        QObject::connect(m_process, &QProcess::readyReadStandardOutput, &m_context, [this] { read_stdout(); });
        QObject::connect(m_process, &QProcess::readyReadStandardError, &m_context, [this] { read_stderr(); });
        QObject::connect(m_process, &QProcess::finished, &m_context, [this] { finish(); });
        // Queued: a failed fork is reported from inside start().
        QObject::connect(
            m_process, &QProcess::errorOccurred, &m_context,
            [this](QProcess::ProcessError error) {
                if (error == QProcess::FailedToStart) {
                    fail_to_start();
                }
            },
            Qt::QueuedConnection);
        m_family = m_hooks->prepare(*m_process, m_request.priority);
        QStringList arguments;
        for (const auto& argument : m_request.arguments) {
            arguments << QString::fromStdString(argument);
        }
        m_process->start(QString::fromStdString(m_request.program.string()), arguments);
        if (m_process->processId() > 0) {
            m_family->started(m_process->processId());
        }
    }

    ~QtChildProcess() override {
        *m_alive = false;
        m_process->disconnect(&m_context);
        if (m_process->state() != QProcess::NotRunning) {
            kill();
            m_process->waitForFinished(-1);
        }
        if (m_in_signal) {
            m_process->deleteLater();
        } else {
            delete m_process;
        }
    }

    QtChildProcess(const QtChildProcess&) = delete;
    QtChildProcess& operator=(const QtChildProcess&) = delete;

    void write(std::string_view bytes) override { m_process->write(bytes.data(), static_cast<qint64>(bytes.size())); }

    void close_stdin() override { m_process->closeWriteChannel(); }

    void kill() override { tell_family(&ProcessFamily::kill); }

    void pause() override { tell_family(&ProcessFamily::stop); }

    void resume() override { tell_family(&ProcessFamily::go_on); }

    [[nodiscard]] ports::ProcessorTime processor_time() const override {
        return m_process->processId() > 0 ? m_family->processor_time() : ports::ProcessorTime{};
    }

    [[nodiscard]] std::int64_t process_id() const override { return m_process->processId(); }

private:
    void tell_family(void (ProcessFamily::*what)()) {
        // A process id is safe to signal only until the child is reaped, which QProcess does when its state changes.
        if (m_process->state() != QProcess::NotRunning && m_process->processId() > 0) {
            ((*m_family).*what)();
        }
    }

    void read_stdout() {
        const auto alive = m_alive;
        m_in_signal = true;
        const QByteArray bytes = m_process->readAllStandardOutput();
        const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        const bool fine = m_too_long || m_out.feed(
                                            view,
                                            [this](std::string_view line) {
                                                if (m_request.on_line) {
                                                    m_request.on_line(line);
                                                }
                                            },
                                            [alive] { return *alive; });
        if (!*alive) {
            return;
        }
        m_in_signal = false;
        if (!fine) {
            m_too_long = true;
            kill();
        }
    }

    void read_stderr() {
        const auto alive = m_alive;
        m_in_signal = true;
        const QByteArray bytes = m_process->readAllStandardError();
        std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        m_last_stderr.append(view);
        if (m_last_stderr.size() > kStderrKept) {
            m_last_stderr.erase(0, m_last_stderr.size() - kStderrKept);
        }
        const auto line = [this](std::string_view text) {
            if (m_request.on_stderr_line) {
                m_request.on_stderr_line(text);
            }
        };
        // Too long a line of standard error is only cut: words of despair are no reason to kill.
        (void)m_err.feed(view, line, [alive] { return *alive; });
        if (*alive) {
            m_in_signal = false;
        }
    }

    void finish() {
        const auto alive = m_alive;
        read_stdout();
        if (*alive) {
            read_stderr();
        }
        if (!*alive) {
            return;
        }
        m_in_signal = true;
        ChildExit exit = m_hooks->how_it_ended(*m_process);
        // What a child was writing when it fell is no line.
        const bool whole = !m_too_long && exit.kind == ChildExit::Kind::Exited;
        if (const auto rest = m_out.take_rest(); !rest.empty() && whole && m_request.on_line) {
            m_request.on_line(rest);
            if (!*alive) {
                return;
            }
        }
        if (m_too_long) {
            exit.kind = ChildExit::Kind::Crashed;
            exit.description =
                "ended for a line of output longer than " + std::to_string(m_request.max_line_bytes) + " bytes";
        }
        report(std::move(exit));
    }

    void fail_to_start() {
        m_in_signal = true;
        ChildExit exit;
        exit.kind = ChildExit::Kind::FailedToStart;
        exit.description =
            "could not be started: " + m_request.program.string() + ": " + m_process->errorString().toStdString();
        report(std::move(exit));
    }

    void report(ChildExit exit) {
        const auto alive = m_alive;
        exit.last_stderr = m_last_stderr;
        if (const auto on_exit = std::exchange(m_request.on_exit, {})) {
            on_exit(exit);
        }
        if (*alive) {
            m_in_signal = false;
        }
    }

    ports::ChildProcessRequest m_request;
    std::shared_ptr<const ProcessHooks> m_hooks;
    std::unique_ptr<ProcessFamily> m_family;
    QObject m_context;
    QProcess* m_process; ///< deleted later if this object ends inside one of its signals
    LineSplitter m_out;
    LineSplitter m_err;
    std::string m_last_stderr;
    bool m_too_long = false;
    bool m_in_signal = false;
    /// Outlives this object on the stack of a callback that destroys it.
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace

QtChildProcessLauncher::QtChildProcessLauncher(std::shared_ptr<const ProcessHooks> hooks) : m_hooks(std::move(hooks)) {
}

std::unique_ptr<ports::ChildProcess> QtChildProcessLauncher::start(ports::ChildProcessRequest request) {
    return std::make_unique<QtChildProcess>(std::move(request), m_hooks);
}

} // namespace framehand::platform
