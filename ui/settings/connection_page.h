// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"
#include "ui/settings/test_panel.h"

#include <QCoreApplication>

class QRadioButton;

namespace framehand::ui {

/// Where jobs come from: an orchestrator somewhere, or this PC itself.
class ConnectionPage final : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(ConnectionPage)

public:
    explicit ConnectionPage(PageContext& context);

    [[nodiscard]] QString title() const override { return tr("Connection"); }

    void refresh() override;

private:
    [[nodiscard]] bool alone() const;

    PageContext& m_context;
    bool m_wants_orchestrator = false; ///< chosen, though no address is typed yet

    // All belong to this widget.
    QRadioButton* m_orchestrator;
    FieldForm* m_remote;
    TestPanel* m_test;
    QRadioButton* m_alone;
    FieldForm* m_own;
    QLabel* m_own_words;
    FieldForm* m_common;
};

} // namespace framehand::ui
