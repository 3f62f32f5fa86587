// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/daemon_call.h"
#include "ui/snapshot.h"
#include "ui/this_pc.h"

#include <QCoreApplication>
#include <QScrollArea>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace framehand::ui {

/// What this machine is, what its encoders really do, and what the doctor says of it. Asks the daemon once it is seen,
/// and again when another daemon is there.
class ThisPcPage final : public QScrollArea {
    Q_DECLARE_TR_FUNCTIONS(ThisPcPage)

public:
    /// `daemon` must outlive it.
    explicit ThisPcPage(DaemonCall& daemon, QWidget* parent = nullptr);

    void show_snapshot(const Snapshot& snapshot);

    /// The person wants to change this setting. Without it no button offers that.
    std::function<void(const QString& key)> on_change_setting;

    /// All of the page as text.
    [[nodiscard]] QString as_text() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* make_machine();
    [[nodiscard]] QWidget* make_encoders();
    [[nodiscard]] QWidget* make_doctor();
    void ask_if_seen();
    void ask_capabilities();
    void examine();
    void measure();
    void take_machine(const base::Result<base::Json>& answer);
    void show_machine();
    void show_checks();
    void add_check(const CheckView& check);
    void show_buttons();

    DaemonCall& m_daemon;
    bool m_online = false;
    bool m_asked = false; ///< of the daemon that is there
    bool m_measures = false;
    bool m_examines = false;
    std::optional<MeasuringView> m_measuring;
    MachineView m_machine;
    std::vector<CheckView> m_checks;

    // All belong to this widget.
    QLabel* m_problem = nullptr;
    QLabel* m_processor = nullptr;
    QLabel* m_memory = nullptr;
    QLabel* m_graphics = nullptr;
    QLabel* m_libav = nullptr;
    QTableWidget* m_encoders = nullptr;
    QLabel* m_encoders_problem = nullptr;
    QPushButton* m_measure = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_examining = nullptr;
    QLabel* m_doctor_problem = nullptr;
    QVBoxLayout* m_findings = nullptr;
    QPushButton* m_examine = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace framehand::ui
