// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

#include <QCoreApplication>

class QComboBox;

namespace framehand::ui {

/// Colours and language of the app.
class AppearancePage final : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(AppearancePage)

public:
    explicit AppearancePage(PageContext& context);

    [[nodiscard]] QString title() const override { return tr("Appearance"); }

    void refresh() override {}

    [[nodiscard]] bool has_changes() const override;
    [[nodiscard]] base::Status apply() override;

private:
    PageContext& m_context;
    QComboBox* m_colours; ///< both belong to this widget
    QComboBox* m_language;
};

} // namespace framehand::ui
