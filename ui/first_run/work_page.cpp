// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/work_page.h"

#include <QCheckBox>
#include <QGroupBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace framehand::ui {

using Work = FirstRunChoices::Work;

WorkPage::WorkPage(FirstRun& run)
    : FirstRunPage(run), m_login(new QCheckBox(tr("Start Framehand in the tray when I &log in"), this)),
      m_service(new QCheckBox(tr("Also work as a background &service, without the app"), this)) {
    setTitle(tr("When may this PC work?"));
    setSubTitle(tr("Finer rules, and hours of the week, are in the settings."));
    auto* layout = new QVBoxLayout(this);
    add(Work::WhenNobodyUsesIt, tr("&Whenever nobody uses it"),
        tr("Work pauses within a second of the first key or movement, and goes on after five minutes without."));
    add(Work::Nights, tr("Only at ni&ght"), tr("From 22:00 to 07:00, and only while nobody uses it."));
    add(Work::Always, tr("&Always"),
        tr("Also while you use it, at the lowest priority. Games, full-screen programs and battery still pause it."));
    m_as_it_is =
        add(Work::AsItIs, tr("Lea&ve it as it is now"), tr("The hours and rules that are in the settings stay."));
    layout->addSpacing(12);
    auto* box = new QGroupBox(tr("What starts by itself"), this);
    auto* starts = new QVBoxLayout(box);
    for (auto* check : {m_login, m_service}) {
        check->setParent(box);
        check->setAccessibleName(plain_label(check->text()));
        starts->addWidget(check);
    }
    if (run.services().service.kind() == ports::BackgroundService::Kind::OfTheMachine) {
        auto* words =
            make_words(tr("It starts with the machine, and an administrator must agree. It needs the share by "
                          "its name in the network, such as \\\\nas\\videos, and often cannot use the graphics "
                          "card; for a PC that somebody uses, the start at login above is the better choice."),
                       box);
        words->setContentsMargins(24, 0, 0, 6);
        m_service->setAccessibleDescription(words->text());
        starts->addWidget(words);
    }
    layout->addWidget(box);
    layout->addStretch();
    connect(m_login, &QCheckBox::toggled, this, [this](bool on) { m_run.choices.start_at_login = on; });
    connect(m_service, &QCheckBox::toggled, this, [this](bool on) { m_run.choices.as_service = on; });
}

QLabel* WorkPage::add(Work work, const QString& text, const QString& words) {
    auto* button = new QRadioButton(text, this);
    button->setAccessibleName(plain_label(text));
    button->setAccessibleDescription(words);
    auto* label = make_words(words, this);
    label->setContentsMargins(24, 0, 0, 6);
    auto* lines = static_cast<QVBoxLayout*>(layout());
    lines->addWidget(button);
    lines->addWidget(label);
    connect(button, &QRadioButton::clicked, this, [this, work] { m_run.choices.work = work; });
    m_work[work] = button;
    return label;
}

void WorkPage::initializePage() {
    m_work.at(Work::AsItIs)->setVisible(m_run.has_own_hours());
    m_as_it_is->setVisible(m_run.has_own_hours());
    m_work.at(m_run.choices.work)->setChecked(true);
    m_login->setChecked(m_run.choices.start_at_login);
    m_service->setChecked(m_run.choices.as_service);
}

} // namespace framehand::ui
