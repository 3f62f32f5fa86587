// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/first_run/first_run_page.h"

#include <QCoreApplication>

class QLabel;
class QProgressBar;

namespace framehand::ui {

/// What the encoders of this PC can do, measured while the person waits or goes on.
class MeasurePage final : public FirstRunPage {
    Q_DECLARE_TR_FUNCTIONS(MeasurePage)

public:
    explicit MeasurePage(FirstRun& run);

    void initializePage() override;
    void show_state(const base::Json& state) override;

private:
    void measured(const base::Result<base::Json>& answer);

    enum class Progress { NotBegun, Runs, Ended };

    Progress m_progress = Progress::NotBegun;
    QProgressBar* m_bar; ///< all belong to the page
    QLabel* m_now;
    QLabel* m_result;
};

} // namespace framehand::ui
