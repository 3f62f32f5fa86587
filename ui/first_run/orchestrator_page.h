// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/first_run/first_run_page.h"
#include "ui/settings/test_panel.h"

#include <QCoreApplication>

class QLineEdit;
class QRadioButton;

namespace framehand::ui {

/// Who hands out the jobs.
class OrchestratorPage final : public FirstRunPage {
    Q_DECLARE_TR_FUNCTIONS(OrchestratorPage)

public:
    explicit OrchestratorPage(FirstRun& run);

    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;

private:
    void changed();

    // All belong to the page.
    QRadioButton* m_alone;
    QRadioButton* m_remote;
    QLineEdit* m_url;
    TestPanel* m_test;
};

} // namespace framehand::ui
