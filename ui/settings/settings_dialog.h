// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

#include <QCoreApplication>
#include <QDialog>

#include <vector>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace framehand::ui {

class AdvancedPage;

/// All settings of the daemon and of the app. What is typed is checked at once, and nothing is changed before Apply.
class SettingsDialog final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(SettingsDialog)

public:
    /// `services` must outlive it.
    explicit SettingsDialog(SettingsServices& services, QWidget* parent = nullptr);

    /// Reads the settings anew and shows it; it comes to the front if it is open.
    void open_anew();

    /// The daemon can be reached again: settings that could not be read are read now, if somebody waits for them.
    void daemon_is_back();

    [[nodiscard]] const std::vector<SettingsPage*>& pages() const { return m_pages; }

    void show_page(int page);
    /// The page that has it, with the focus on its editor; the table, where no other page has it.
    void show_setting(const QString& key);

private:
    enum class Then { Stay, Close };

    void add_page(SettingsPage* page);
    void make_layout();
    void refresh();
    void show_wanted();
    [[nodiscard]] bool has_page_changes() const;
    [[nodiscard]] bool has_mistakes() const;
    void apply(Then then);
    /// Of the pages from this one on, those that others must be waited for; then of the session. `before`: what was
    /// applied already.
    void apply_pages(std::size_t from, Then then, AppliedSettings before);
    void apply_session(Then then, const AppliedSettings& before);
    void applied(const base::Result<AppliedSettings>& outcome, Then then);
    /// Also of what needs a restart.
    void tell(const AppliedSettings& applied);
    void restart();
    void say(const QString& words);
    [[nodiscard]] QString names_of(const QStringList& keys) const;

    SettingsServices& m_services;
    SettingsSession m_session;
    SettingNames m_names;
    PageContext m_context;
    std::vector<SettingsPage*> m_pages; ///< all widgets belong to the dialog
    AdvancedPage* m_advanced = nullptr;
    QString m_wanted;     ///< the setting that is shown once the settings are read
    bool m_waits = false; ///< for a page that is taken up
    QListWidget* m_list;
    QStackedWidget* m_stack;
    QLabel* m_words;
    QPushButton* m_restart;
    QPushButton* m_again;
    QPushButton* m_ok = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace framehand::ui
