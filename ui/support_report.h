// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/daemon_call.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

class QObject;

namespace framehand::ui {

/// One readable text for who helps with a problem: versions, state, settings without secrets, what this machine can do,
/// the doctor's findings, the newest log. What the daemon does not answer is said in its place. One at a time.
class SupportReport {
    Q_DECLARE_TR_FUNCTIONS(SupportReport)

public:
    using Done = std::function<void(const QString& text)>;

    /// `daemon` must outlive it; `owner`, which lives as long as this, ends it with itself.
    SupportReport(DaemonCall& daemon, const QObject& owner) : m_daemon(daemon), m_owner(owner) {}

    /// What will be in it, for the person to know before it is saved.
    [[nodiscard]] static QString contents();

    /// `done` is called once, possibly before this returns. What an earlier start() was after is dropped.
    void start(const QDateTime& now, Done done);

    /// The text without the names and passwords that an address may hold ("http://name:password@host"). Pure.
    [[nodiscard]] static QString without_passwords(QString text);

private:
    void ask(std::size_t section);
    void ask_log();
    void finish();

    DaemonCall& m_daemon;
    const QObject& m_owner;
    Done m_done;
    QString m_text;
    QStringList m_log;
    std::optional<std::uint64_t> m_log_after;
    int m_generation = 0;
};

} // namespace framehand::ui
