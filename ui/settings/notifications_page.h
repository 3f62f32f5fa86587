// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

#include <QCoreApplication>

#include <map>

class QCheckBox;

namespace framehand::ui {

/// Of what the person is told although they look elsewhere.
class NotificationsPage final : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(NotificationsPage)

public:
    explicit NotificationsPage(PageContext& context);

    [[nodiscard]] QString title() const override { return tr("Notifications"); }

    void refresh() override {}

    [[nodiscard]] bool has_changes() const override;
    [[nodiscard]] base::Status apply() override;

private:
    PageContext& m_context;
    std::map<Notice::Kind, QCheckBox*> m_boxes; ///< belong to this widget
};

} // namespace framehand::ui
