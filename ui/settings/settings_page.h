// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/field_form.h"
#include "ui/settings/settings_services.h"
#include "ui/settings/settings_session.h"

#include <QWidget>

#include <functional>
#include <string>

namespace framehand::ui {

/// What the pages of one settings dialog share. It outlives them.
struct PageContext {
    SettingsSession& session;
    SettingsServices& services;
    SettingNames& names; ///< of the settings that have a page of their own
    /// A page's own values have changed: the buttons of the dialog may change.
    std::function<void()> on_page_change;
    /// Goes to the page that has this setting, with the focus on its editor.
    std::function<void(const QString& key)> show_setting;
};

/// One page of the settings dialog.
class SettingsPage : public QWidget {
public:
    using QWidget::QWidget;

    /// In the list of pages.
    [[nodiscard]] virtual QString title() const = 0;

    /// Shows the session as it is now.
    virtual void refresh() = 0;

    /// Brings the editor of one of its settings into sight, where something else may be shown in its place.
    virtual void reveal(const std::string& /*key*/) {}

    /// Whether it has values of its own, besides the session's, that are not applied yet.
    [[nodiscard]] virtual bool has_changes() const { return false; }

    /// Takes them up; an error says which could not be.
    [[nodiscard]] virtual base::Status apply() { return {}; }

    /// Whether something that was entered in it cannot be applied.
    [[nodiscard]] virtual bool has_mistakes() const { return false; }

    /// Takes up what is still changed after apply(), for which somebody else must be waited for. `done` comes once,
    /// with what a restart is needed for, and never after the end of the page.
    virtual void apply_to_daemon(std::function<void(const base::Result<AppliedSettings>&)> done) {
        done(AppliedSettings{});
    }
};

} // namespace framehand::ui
