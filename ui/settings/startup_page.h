// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

#include <QCoreApplication>

class QCheckBox;

namespace framehand::ui {

/// What starts by itself: the app at login, or the daemon as a service.
class StartupPage final : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(StartupPage)

public:
    explicit StartupPage(PageContext& context);

    [[nodiscard]] QString title() const override { return tr("Startup"); }

    void refresh() override {}

    [[nodiscard]] bool has_changes() const override;
    [[nodiscard]] base::Status apply() override;

private:
    PageContext& m_context;
    bool m_starts;      ///< at login, as it is now
    QCheckBox* m_login; ///< both belong to this widget
    QLabel* m_login_problem;
};

} // namespace framehand::ui
