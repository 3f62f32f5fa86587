// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/first_run/first_run_page.h"
#include "ui/settings/check_list.h"

#include <QCoreApplication>
#include <QStringList>

namespace framehand::ui {

/// What was found on this PC.
class WelcomePage final : public FirstRunPage {
    Q_DECLARE_TR_FUNCTIONS(WelcomePage)

public:
    WelcomePage(FirstRun& run, QStringList shares);

    void refresh() override;
    [[nodiscard]] bool isComplete() const override;

private:
    const QStringList m_shares;
    CheckList* m_found; ///< belongs to the page
};

} // namespace framehand::ui
