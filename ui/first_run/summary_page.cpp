// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/summary_page.h"

#include <QLabel>
#include <QVBoxLayout>

namespace framehand::ui {

SummaryPage::SummaryPage(FirstRun& run) : FirstRunPage(run), m_changes(make_words({}, this)) {
    setTitle(tr("This will be changed"));
    setSubTitle(
        tr("Nothing of it is done yet. Apply makes these changes and starts the work; Cancel changes nothing."));
    setCommitPage(true);
    setButtonText(QWizard::CommitButton, tr("&Apply"));
    auto* layout = new QVBoxLayout(this);
    m_changes->setAccessibleDescription(tr("All changes"));
    m_changes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_changes);
    layout->addStretch();
}

void SummaryPage::initializePage() {
    QStringList lines;
    QString where;
    for (const auto& change : m_run.plan()) {
        if (change.where != where) {
            where = change.where;
            lines.append((lines.isEmpty() ? QString() : QStringLiteral("\n")) + where);
        }
        lines.append(change.what.isEmpty() ? tr("    %1 -> %2").arg(change.before, change.after)
                                           : tr("    %1: %2 -> %3").arg(change.what, change.before, change.after));
    }
    m_changes->setText(lines.isEmpty() ? tr("Nothing: all is as you want it already. The daemon is started with it.")
                                       : lines.join(QLatin1Char('\n')));
}

QString SummaryPage::text() const {
    return m_changes->text();
}

} // namespace framehand::ui
