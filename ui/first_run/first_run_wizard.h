// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "ui/first_run/first_run.h"

#include <QCoreApplication>
#include <QStringList>
#include <QWizard>

#include <vector>

namespace framehand::ui {

class FirstRunPage;

/// The first setup. Cancel changes nothing at all.
class FirstRunWizard final : public QWizard {
    Q_DECLARE_TR_FUNCTIONS(FirstRunWizard)

public:
    enum Page { Welcome, Orchestrator, Nas, Measure, Work, Summary, Result };

    /// `shares` are folders that look like a NAS. `services` must outlive it.
    FirstRunWizard(SettingsServices& services, const QStringList& shares, QWidget* parent = nullptr);

    /// The daemon's state; the first one, and one that comes back, makes it read the settings.
    void show_state(const base::Json& state);

private:
    void add(Page id, FirstRunPage* page);
    void refresh();

    FirstRun m_run; ///< before the pages that use it
    std::vector<FirstRunPage*> m_pages;
};

} // namespace framehand::ui
