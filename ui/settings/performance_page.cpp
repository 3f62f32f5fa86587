// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/performance_page.h"

#include <QLabel>
#include <QLocale>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>

namespace framehand::ui {

PerformancePage::PerformancePage(PageContext& context)
    : m_context(context), m_form(new FieldForm(context.session, context.names, this)), m_share(make_words({}, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addStretch();
    constexpr int kMostCores = 1024;
    m_form->add_number("threads", tr("Processor &cores for transcoding:"), kMostCores, tr("All"), {});
    m_form->add_widget(m_share);
    m_form->add_text("transcode_memory_limit", tr("Most &memory of a job:"), QStringLiteral("8GB"));
    m_form->add_choice("transcode_priority", tr("&Priority:"),
                       {{QStringLiteral("idle"), tr("Only what nobody else wants")},
                        {QStringLiteral("normal"), tr("As any program: for a PC that does nothing else")}});
    m_form->add_switch("keep_awake", tr("Keep this PC a&wake while a job runs"), QStringLiteral("on"),
                       QStringLiteral("off"));
    m_form->add_choice("encoders", tr("&Encoders:"),
                       {{QStringLiteral("auto"), tr("As measured, a graphics card included")},
                        {QStringLiteral("software"), tr("The processor alone, never a graphics card")}});
    layout->insertWidget(
        1, make_words(tr("Encoders are chosen by measuring: what this PC encodes fastest at the same quality is used."),
                      this));
}

void PerformancePage::refresh() {
    m_form->refresh();
    const int all = std::max(QThread::idealThreadCount(), 1);
    const int chosen = m_context.session.draft().value("threads").toInt();
    const int used = chosen <= 0 ? all : std::min(chosen, all);
    const QLocale locale;
    m_share->setText(tr("%1 of %2 cores of this PC: %3 % of its processor.")
                         .arg(locale.toString(used), locale.toString(all), locale.toString(100 * used / all)));
}

} // namespace framehand::ui
