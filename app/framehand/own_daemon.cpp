// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/own_daemon.h"

#include "core/base/text.h"

#include <QProcess>
#include <QStringList>

#include <algorithm>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

namespace framehand::desktop {

namespace {

/// Of framehandd: wrong usage or wrong settings, so that a restart does not help.
constexpr int kUsage = 2;

/// The last line that it wrote to standard error, without its own name; "" if there is none.
std::string last_words(const std::filesystem::path& errors) {
    std::ifstream file(errors);
    std::string last;
    for (std::string line; std::getline(file, line);) {
        if (const auto words = base::trim(line); !words.empty()) {
            last = words;
        }
    }
    constexpr std::string_view kName = "framehandd: ";
    return last.starts_with(kName) ? last.substr(kName.size()) : last;
}

} // namespace

OwnDaemon::Ways OwnDaemon::plain_ways() {
    return {[](QProcess&) {}, [](QProcess& process) { process.terminate(); }};
}

OwnDaemon::OwnDaemon(Find find, ports::Timers& timers, Ways ways)
    : m_find(std::move(find)), m_timers(timers), m_ways(std::move(ways)) {
}

OwnDaemon::~OwnDaemon() {
    if (m_process != nullptr) {
        m_process->disconnect();
    }
}

void OwnDaemon::start() {
    if (m_process != nullptr && m_stopped.empty()) {
        return;
    }
    m_wanted = true;
    m_failure.reset();
    m_delay = kFirstRestart;
    if (m_process == nullptr) {
        launch();
    }
    changed();
}

void OwnDaemon::launch() {
    m_timer.reset();
    auto program = m_find();
    if (!program) {
        give_up(program.error());
        return;
    }
    m_program = std::move(*program);
    std::error_code error;
    std::filesystem::create_directories(m_program.errors.parent_path(), error);

    m_process = std::make_unique<QProcess>();
    auto* process = m_process.get();
    QStringList arguments;
    for (const auto& argument : m_program.arguments) {
        arguments.append(QString::fromStdString(argument));
    }
    process->setProgram(QString::fromStdString(m_program.path.string()));
    process->setArguments(arguments);
    // Files, not pipes: a pipe whose reader has crashed would end the daemon with its next word.
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QString::fromStdString(m_program.errors.string()));
    QObject::connect(process, &QProcess::finished, process, [this](int exit_code, QProcess::ExitStatus status) {
        ended(exit_code, status == QProcess::CrashExit);
    });
    QObject::connect(process, &QProcess::errorOccurred, process, [this, process](QProcess::ProcessError what) {
        if (what == QProcess::FailedToStart) {
            const auto cause = process->errorString().toStdString();
            m_process.release()->deleteLater();
            m_timer.reset();
            if (!m_stopped.empty()) {
                tell_stopped();
                return;
            }
            give_up(base::fail(base::ErrorCode::NotFound, "cannot start " + m_program.path.string(), cause));
        }
    });
    m_timer = m_timers.after(kWell, [this] {
        m_delay = kFirstRestart;
        m_failure.reset();
        m_timer.reset();
    });
    m_ways.prepare(*process);
    process->start(QIODevice::ReadOnly);
}

void OwnDaemon::ended(int exit_code, bool crashed) {
    m_process.release()->deleteLater();
    m_timer.reset();
    if (!m_stopped.empty()) {
        tell_stopped();
        return;
    }
    const auto words = last_words(m_program.errors);
    if (crashed) {
        start_again(base::fail(base::ErrorCode::Internal, "framehandd has crashed and is started again", words));
    } else if (exit_code == kUsage) {
        give_up(base::fail(base::ErrorCode::InvalidArgument,
                           words.empty() ? std::string("framehandd refuses its settings") : words));
    } else if (exit_code != 0) {
        start_again(base::fail(base::ErrorCode::Unavailable,
                               words.empty() ? "framehandd ended with status " + std::to_string(exit_code) : words));
    } else {
        m_wanted = false; // somebody asked it to end
        m_failure.reset();
        changed();
    }
}

void OwnDaemon::tell_stopped() {
    for (const auto& done : std::exchange(m_stopped, {})) {
        done();
    }
    // Somebody wanted it again while it ended, and nobody has started it since.
    if (m_wanted && m_process == nullptr) {
        launch();
        changed();
    }
}

void OwnDaemon::give_up(base::Error why) {
    m_timer.reset();
    m_wanted = false;
    m_failure = std::move(why);
    changed();
}

void OwnDaemon::start_again(base::Error why) {
    m_failure = std::move(why);
    m_timer = m_timers.after(m_delay, [this] {
        launch();
        changed();
    });
    m_delay = std::min(m_delay * 2, kLastRestart);
    changed();
}

void OwnDaemon::stop(std::function<void()> done) {
    m_wanted = false;
    if (m_process == nullptr) {
        m_timer.reset();
        done();
        return;
    }
    m_stopped.push_back(std::move(done));
    if (m_stopped.size() > 1) {
        return; // it has been asked, and its time runs
    }
    m_timer = m_timers.after(kPatience, [this] { m_process->kill(); });
    m_ways.ask_to_end(*m_process);
}

void OwnDaemon::let_go() {
    if (m_process == nullptr) {
        m_wanted = false;
        m_failure.reset();
        m_timer.reset();
    }
}

void OwnDaemon::changed() const {
    if (on_change) {
        on_change();
    }
}

} // namespace framehand::desktop
