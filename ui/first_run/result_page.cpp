// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/result_page.h"

#include <QLabel>
#include <QVBoxLayout>

namespace framehand::ui {

ResultPage::ResultPage(FirstRun& run) : FirstRunPage(run), m_list(new CheckList(this)), m_end(make_words({}, this)) {
    setTitle(tr("Making the changes"));
    setSubTitle(tr("One after the other, as they were listed."));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(m_end);
    layout->addStretch();
}

void ResultPage::initializePage() {
    m_end->setText(tr("Please wait..."));
    m_run.apply(
        [this](const FirstRun::Step& step) {
            m_lines.push_back({step.ok ? tr("Done") : tr("Failed"),
                               step.ok ? CheckLine::Health::Ok : CheckLine::Health::Fail,
                               step.words,
                               {}});
            m_list->show_lines(m_lines);
        },
        [this](bool ok) {
            m_ended = true;
            m_end->setText(
                ok ? tr("Framehand is ready. All of it can be changed in the settings.")
                   : tr("The steps after that were not done. The first setup can be opened again from the settings, on "
                        "the page Startup."));
            Q_EMIT completeChanged();
        });
}

} // namespace framehand::ui
