// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/first_run/first_run_page.h"
#include "ui/settings/test_panel.h"

#include <QCoreApplication>
#include <QStringList>

class QCheckBox;
class QComboBox;

namespace framehand::ui {

/// Where the videos lie.
class NasPage final : public FirstRunPage {
    Q_DECLARE_TR_FUNCTIONS(NasPage)

public:
    /// `shares` are offered.
    NasPage(FirstRun& run, const QStringList& shares);

    void initializePage() override;
    /// Once it was tried and is fine, or the person wants it in spite of that.
    [[nodiscard]] bool isComplete() const override;

private:
    void changed();

    // All belong to the page.
    QComboBox* m_folder;
    TestPanel* m_test;
    QCheckBox* m_anyway;
};

} // namespace framehand::ui
