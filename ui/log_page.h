// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/daemon_call.h"
#include "ui/desktop_calls.h"
#include "ui/support_report.h"

#include <QCoreApplication>
#include <QWidget>

#include <cstdint>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace framehand::ui {

/// The daemon's log, live while somebody sees it: by level and job, followed or at rest, copied, saved as a report.
class LogPage final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(LogPage)

public:
    static constexpr int kPollMs = 1'000;
    static constexpr int kMostLines = 5'000;

    /// `daemon` must outlive it.
    explicit LogPage(DaemonCall& daemon, DesktopCalls desktop = DesktopCalls::real(), QWidget* parent = nullptr);

    /// Asks for what is new, unless it asks already.
    void poll();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* make_filters();
    [[nodiscard]] QWidget* make_buttons();
    void start_anew();
    void take(const base::Result<base::Json>& answer);
    void append(const QStringList& lines);
    void offer_job(const QString& job);
    void copy() const;
    void save_report();
    void write_report(const QString& file, const QString& text);
    void say(const QString& sentence);

    DaemonCall& m_daemon;
    const DesktopCalls m_desktop;
    SupportReport m_report;
    std::optional<std::uint64_t> m_after;
    bool m_asking = false;
    int m_generation = 0; ///< answers for other filters are dropped

    // All belong to this widget.
    QTimer* m_timer;
    QComboBox* m_level = nullptr;
    QComboBox* m_job = nullptr;
    QCheckBox* m_follow = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace framehand::ui
