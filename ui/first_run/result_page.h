// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/first_run/first_run_page.h"
#include "ui/settings/check_list.h"

#include <QCoreApplication>

namespace framehand::ui {

/// Makes the changes and shows what became of each.
class ResultPage final : public FirstRunPage {
    Q_DECLARE_TR_FUNCTIONS(ResultPage)

public:
    explicit ResultPage(FirstRun& run);

    void initializePage() override;

    [[nodiscard]] bool isComplete() const override { return m_ended; }

    [[nodiscard]] const CheckList& list() const { return *m_list; }

private:
    std::vector<CheckLine> m_lines;
    bool m_ended = false;
    CheckList* m_list; ///< both belong to the page
    QLabel* m_end;
};

} // namespace framehand::ui
