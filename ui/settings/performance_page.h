// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

#include <QCoreApplication>

namespace framehand::ui {

/// How much of this PC a job may take.
class PerformancePage final : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(PerformancePage)

public:
    explicit PerformancePage(PageContext& context);

    [[nodiscard]] QString title() const override { return tr("Performance"); }

    void refresh() override;

private:
    PageContext& m_context;
    FieldForm* m_form; ///< both belong to this widget
    QLabel* m_share;
};

} // namespace framehand::ui
