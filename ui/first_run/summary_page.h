// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/first_run/first_run_page.h"

#include <QCoreApplication>

class QLabel;

namespace framehand::ui {

/// Every change, before any is made.
class SummaryPage final : public FirstRunPage {
    Q_DECLARE_TR_FUNCTIONS(SummaryPage)

public:
    explicit SummaryPage(FirstRun& run);

    void initializePage() override;

    /// As it is shown.
    [[nodiscard]] QString text() const;

private:
    QLabel* m_changes; ///< belongs to the page
};

} // namespace framehand::ui
