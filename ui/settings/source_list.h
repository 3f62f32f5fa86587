// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/field_form.h"

#include <QCoreApplication>
#include <QStringList>

class QListWidget;
class QPushButton;

namespace framehand::ui {

/// The sources of jobs below each other, the preferred first; checked are those that jobs are taken from. What is
/// changed goes into the session at once. One is chosen, so that its settings can be shown. Main thread.
class SourceList final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(SourceList)

public:
    /// References must outlive it.
    SourceList(SettingsSession& session, SettingNames& names, QWidget* parent);

    /// Shows the draft as it is now.
    void refresh();

    /// Whose settings shall be shown; "" before anything is known.
    [[nodiscard]] QString current() const;
    void choose(const QString& source);

    /// After another one was chosen. May be empty.
    std::function<void()> on_choice;

private:
    enum class Step { Up, Down };

    void make_layout(const QString& label);
    void fill(const QStringList& order);
    void move(Step step);
    void set_session();
    /// Of all rows, and of the checked ones alone.
    [[nodiscard]] QStringList order() const;
    [[nodiscard]] QStringList checked_ones() const;
    /// Those that are not checked stay where they are while the person changes the others.
    [[nodiscard]] bool is_in_order(const QStringList& chosen) const;
    void enable();

    SettingsSession& m_session;
    bool m_fresh = true; ///< nothing was shown since the settings were read

    // All belong to this widget.
    QListWidget* m_list;
    QPushButton* m_up;
    QPushButton* m_down;
    QLabel* m_message;
};

} // namespace framehand::ui
