// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/labels.h"
#include "ui/settings/settings_session.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QString>
#include <QWidget>

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

class QAbstractButton;
class QLabel;
class QLineEdit;

namespace framehand::ui {

/// What settings are called in the pages, without mnemonics: key -> name.
using SettingNames = std::map<std::string, QString>;

/// Rows of a page, each an editor of one setting. What is typed goes into the session at once; below each editor stands
/// what is wrong with it, or who else decides it. Labels hold a mnemonic. Main thread.
class FieldForm final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(FieldForm)

public:
    /// Spelled in the file -> shown to people.
    using Choices = std::vector<std::pair<QString, QString>>;

    /// References must outlive it.
    FieldForm(SettingsSession& session, SettingNames& names, QWidget* parent);

    QLineEdit* add_text(const std::string& key, const QString& label, const QString& hint = {});
    /// A folder, to be typed or chosen.
    QLineEdit* add_folder(const std::string& key, const QString& label, const QString& hint = {});
    void add_choice(const std::string& key, const QString& label, const Choices& choices);
    /// A box that is checked for `on`.
    void add_switch(const std::string& key, const QString& label, const QString& on, const QString& off);
    /// 0 is shown as `none`.
    void add_number(const std::string& key, const QString& label, int most, const QString& none, const QString& suffix);
    /// Any editor: `show` gives it the draft's value. The row has no label of its own if `label` is empty.
    void add_editor(const std::string& key, const QString& label, QWidget* row, QWidget* editor,
                    std::function<void(const QString&)> show);
    /// Over the whole width, no setting.
    void add_widget(QWidget* widget);
    /// With a label that leads to its `editor`, no setting.
    void add_labelled(const QString& label, QWidget* row, QWidget* editor);

    /// Of all rows that are settings.
    [[nodiscard]] std::vector<std::string> keys() const;
    /// What is to be said of a setting below its editor: who else decides it, or what is wrong with it. "" for nothing.
    [[nodiscard]] static QString message(const SettingsSession& session, const std::string& key);

    /// Shows the draft as it is now.
    void refresh();

private:
    struct Row {
        std::string key;
        QWidget* editor;
        QWidget* row;
        QLabel* message;
        std::function<void(const QString&)> show;
    };

    void add_row(const std::string& key, const QString& label, QWidget* row, QWidget* editor,
                 std::function<void(const QString&)> show);

    SettingsSession& m_session;
    SettingNames& m_names;
    QFormLayout* m_layout;
    std::vector<Row> m_rows;
};

} // namespace framehand::ui
