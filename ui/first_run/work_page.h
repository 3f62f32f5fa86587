// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/first_run/first_run_page.h"

#include <QCoreApplication>

#include <map>

class QCheckBox;
class QLabel;
class QRadioButton;

namespace framehand::ui {

/// When to work, and what starts by itself.
class WorkPage final : public FirstRunPage {
    Q_DECLARE_TR_FUNCTIONS(WorkPage)

public:
    explicit WorkPage(FirstRun& run);

    void initializePage() override;

private:
    /// Its words.
    QLabel* add(FirstRunChoices::Work work, const QString& text, const QString& words);

    std::map<FirstRunChoices::Work, QRadioButton*> m_work; ///< all belong to the page
    QLabel* m_as_it_is;
    QCheckBox* m_login;
    QCheckBox* m_service;
};

} // namespace framehand::ui
