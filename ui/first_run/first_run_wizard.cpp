// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/first_run_wizard.h"

#include "ui/first_run/measure_page.h"
#include "ui/first_run/nas_page.h"
#include "ui/first_run/orchestrator_page.h"
#include "ui/first_run/result_page.h"
#include "ui/first_run/summary_page.h"
#include "ui/first_run/welcome_page.h"
#include "ui/first_run/work_page.h"

#include <QAbstractButton>

namespace framehand::ui {

FirstRunWizard::FirstRunWizard(SettingsServices& services, const QStringList& shares, QWidget* parent)
    : QWizard(parent), m_run(services) {
    setWindowTitle(tr("Set up Framehand"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setOption(QWizard::NoCancelButtonOnLastPage);
    add(Welcome, new WelcomePage(m_run, shares));
    add(Orchestrator, new OrchestratorPage(m_run));
    add(Nas, new NasPage(m_run, shares));
    add(Measure, new MeasurePage(m_run));
    add(Work, new WorkPage(m_run));
    add(Summary, new SummaryPage(m_run));
    add(Result, new ResultPage(m_run));
    for (const auto which : {QWizard::BackButton, QWizard::NextButton, QWizard::CommitButton, QWizard::FinishButton,
                             QWizard::CancelButton}) {
        button(which)->setAccessibleName(plain_label(buttonText(which)));
    }
    resize(640, 520);
    // A list of windows says how far it is.
    connect(this, &QWizard::currentIdChanged, this, [this](int id) {
        setWindowTitle(id < 0 ? tr("Set up Framehand") : tr("Set up Framehand: %1").arg(page(id)->title()));
    });
    m_run.on_change = [this] { refresh(); };
    m_run.load();
}

void FirstRunWizard::add(Page id, FirstRunPage* page) {
    setPage(id, page);
    m_pages.push_back(page);
}

void FirstRunWizard::refresh() {
    for (auto* page : m_pages) {
        page->refresh();
    }
}

void FirstRunWizard::show_state(const base::Json& state) {
    if (m_run.session().state() == SettingsSession::State::Unavailable) {
        m_run.load();
    }
    for (auto* page : m_pages) {
        page->show_state(state);
    }
}

} // namespace framehand::ui
