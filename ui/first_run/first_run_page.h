// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "ui/first_run/first_run.h"
#include "ui/settings/field_form.h"

#include <QWizardPage>

namespace framehand::ui {

/// One page of the first setup. `run` must outlive it.
class FirstRunPage : public QWizardPage {
public:
    explicit FirstRunPage(FirstRun& run) : m_run(run) {}

    /// What is there became known, or changed.
    virtual void refresh() {}

    /// The daemon's state, as state.get tells it.
    virtual void show_state(const base::Json& /*state*/) {}

protected:
    FirstRun& m_run;
};

} // namespace framehand::ui
