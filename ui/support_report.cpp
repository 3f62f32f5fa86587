// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support_report.h"

#include "ui/json_view.h"
#include "ui/log_line.h"

#include <QRegularExpression>
#include <QSysInfo>

#include <array>
#include <utility>

namespace framehand::ui {

using base::Json;

namespace {

// In English, as the log is: it is read by who helps, in whatever language.
struct Section {
    const char* title;
    const char* method;
};

constexpr std::array<Section, 5> kSections{{{"Version", "version"},
                                            {"State", "state.get"},
                                            {"Settings", "settings.get"},
                                            {"What this machine can do", "capabilities.get"},
                                            {"Findings of the doctor", "doctor.run"}}};
constexpr int kIndent = 2;
constexpr int kMostLines = 2'000;
constexpr qsizetype kMostLogLines = 20'000;

QString heading(const QString& title) {
    return QStringLiteral("\n== %1 ==\n\n").arg(title);
}

} // namespace

QString SupportReport::contents() {
    return tr("The report is one text file with:\n"
              "• the versions of Framehand and of the operating system\n"
              "• what the worker does now\n"
              "• all settings, with addresses and folders, but without passwords and other secrets\n"
              "• what this PC can encode\n"
              "• what the doctor finds\n"
              "• the newest lines of the log, in which files are named\n\n"
              "It is saved on this PC only; nothing is sent. Look through it before you give it to anybody.");
}

QString SupportReport::without_passwords(QString text) {
    static const QRegularExpression kUser(QStringLiteral("://[^/\\s\"]+@"));
    return text.replace(kUser, QStringLiteral("://***@"));
}

void SupportReport::start(const QDateTime& now, Done done) {
    m_done = std::move(done);
    m_log.clear();
    m_log_after.reset();
    ++m_generation;
    m_text = QStringLiteral("Framehand support report, %1\n").arg(now.toUTC().toString(Qt::ISODate));
    m_text +=
        QStringLiteral("%1, %2, Qt %3\n")
            .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(), QString::fromLatin1(qVersion()));
    ask(0);
}

void SupportReport::ask(std::size_t section) {
    if (section == kSections.size()) {
        ask_log();
        return;
    }
    m_daemon.call(
        kSections.at(section).method, Json::object(), m_owner,
        [this, section, generation = m_generation](const base::Result<Json>& answer) {
            if (generation != m_generation) {
                return;
            }
            m_text += heading(QLatin1String(kSections.at(section).title));
            m_text += QString::fromStdString(answer ? answer->dump(kIndent, ' ', false, Json::error_handler_t::replace)
                                                    : "not available: " + answer.error().text());
            m_text += QLatin1Char('\n');
            ask(section + 1);
        },
        DaemonCall::kLong);
}

void SupportReport::ask_log() {
    Json params{{"limit", kMostLines}, {"after", m_log_after.value_or(0)}};
    m_daemon.call(
        "log.tail", std::move(params), m_owner, [this, generation = m_generation](const base::Result<Json>& answer) {
            if (generation != m_generation) {
                return;
            }
            if (!answer) {
                m_log.append(QStringLiteral("not available: ") + QString::fromStdString(answer.error().text()));
                finish();
                return;
            }
            const auto lines = log_lines_of(*answer);
            for (const auto& line : lines) {
                m_log.append(line.in_full());
            }
            const auto next = json_view::count(*answer, "next");
            if (lines.empty() || next <= m_log_after.value_or(0) || m_log.size() >= kMostLogLines) {
                finish();
            } else {
                m_log_after = next;
                ask_log();
            }
        });
}

void SupportReport::finish() {
    m_text += heading(QStringLiteral("Log"));
    m_text += m_log.join(QLatin1Char('\n')) + QLatin1Char('\n');
    m_done(without_passwords(std::exchange(m_text, {})));
}

} // namespace framehand::ui
