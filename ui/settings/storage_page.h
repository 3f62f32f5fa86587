// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"
#include "ui/settings/test_panel.h"

#include <QCoreApplication>

namespace framehand::ui {

/// Where the videos lie, and where they are worked on.
class StoragePage final : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(StoragePage)

public:
    explicit StoragePage(PageContext& context);

    [[nodiscard]] QString title() const override { return tr("Storage"); }

    void refresh() override { m_form->refresh(); }

private:
    /// Both belong to this widget.
    FieldForm* m_form;
    TestPanel* m_test = nullptr;
};

} // namespace framehand::ui
