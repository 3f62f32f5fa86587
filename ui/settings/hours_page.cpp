// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/hours_page.h"

#include "ui/settings/program_picker.h"
#include "ui/week_grid_widget.h"

#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace framehand::ui {

namespace {

constexpr auto kHours = "work_hours";
constexpr auto kPrograms = "pause_for_programs";

} // namespace

HoursPage::HoursPage(PageContext& context)
    : m_context(context), m_courtesy(new FieldForm(context.session, context.names, this)),
      m_off_words(make_words(tr("Only you pause work now: the rules below are switched off."), this)),
      m_all(new QWidget(this)) {
    auto* layout = new QVBoxLayout(this);
    m_courtesy->add_switch("courtesy", tr("&Leave this PC alone while somebody needs it"), QStringLiteral("on"),
                           QStringLiteral("off"));
    layout->addWidget(m_courtesy);
    layout->addWidget(m_off_words);
    auto* all = new QVBoxLayout(m_all);
    all->setContentsMargins({});
    all->addWidget(make_hours());
    all->addWidget(make_rules());
    all->addWidget(make_programs());
    layout->addWidget(m_all);
    layout->addStretch();
}

QWidget* HoursPage::make_hours() {
    auto* box = new QGroupBox(tr("Hours of the week"), m_all);
    auto* layout = new QVBoxLayout(box);
    m_grid = new WeekGridWidget(box);
    m_grid->on_change = [this] {
        m_context.session.set(kHours, QString::fromStdString(settings::to_text(m_grid->grid())));
    };
    layout->addWidget(m_grid);
    auto* buttons = new QHBoxLayout;
    const auto add = [&](const QString& text, const QString& hours) {
        auto* button = new QPushButton(text, box);
        button->setAccessibleName(tr("Hours of the week: %1").arg(plain_label(text)));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, hours] { m_context.session.set(kHours, hours); });
        buttons->addWidget(button);
    };
    add(tr("Al&ways"), QStringLiteral("always"));
    add(tr("&Nights only"), QStringLiteral("Mon-Sun 22:00-07:00"));
    add(tr("Nights and wee&kends"), QStringLiteral("Mon-Fri 22:00-07:00, Sat-Sun 00:00-24:00"));
    buttons->addStretch();
    layout->addLayout(buttons);
    m_hours = new FieldForm(m_context.session, m_context.names, box);
    m_hours->add_text(kHours, tr("&In words of the settings file:"));
    layout->addWidget(m_hours);
    return box;
}

QWidget* HoursPage::make_rules() {
    const auto pause = QStringLiteral("pause");
    const auto run = QStringLiteral("run");
    auto* box = new QGroupBox(tr("What pauses work"), m_all);
    auto* layout = new QVBoxLayout(box);
    m_rules = new FieldForm(m_context.session, m_context.names, box);
    layout->addWidget(m_rules);
    m_rules->add_switch("while_in_use", tr("Pause while keyboard or mouse are in &use"), pause, run);
    m_rules->add_text("idle_before_work", tr("Time without in&put until work goes on:"), QStringLiteral("5m"));
    m_rules->add_switch("while_full_screen", tr("Pause while a program fills the &screen or a game runs"), pause, run);
    m_rules->add_switch("while_on_battery", tr("Pause while this PC runs on &battery"), pause, run);
    m_rules->add_switch("while_power_saver", tr("Pause while the power sa&ver is on"), pause, run);
    m_rules->add_switch("while_metered", tr("Pause while the network is &metered"), pause, run);
    m_rules->add_number("other_cpu_limit", tr("Pause when o&ther programs use more of the processor than:"), 100,
                        tr("no limit"), tr(" %"));
    m_rules->add_number("temperature_limit", tr("Pause when the processor is &hotter than:"), 150, tr("no limit"),
                        tr(" °C"));
    return box;
}

QWidget* HoursPage::make_programs() {
    auto* box = new QGroupBox(tr("Programs that pause work while they run"), m_all);
    auto* layout = new QVBoxLayout(box);
    m_programs = new FieldForm(m_context.session, m_context.names, box);
    m_programs->add_text(kPrograms, tr("P&rograms:"), QStringLiteral("blender, vlc"));
    layout->addWidget(m_programs);
    auto* pick = new QPushButton(tr("Choose from the programs that run n&ow..."), box);
    pick->setAccessibleName(plain_label(pick->text()));
    pick->setAutoDefault(false);
    connect(pick, &QPushButton::clicked, this, [this] { pick_programs(); });
    layout->addWidget(pick, 0, Qt::AlignLeading);
    return box;
}

void HoursPage::pick_programs() {
    ProgramPicker picker(m_context.services.programs.own(), m_context.session.draft().value(kPrograms), this);
    if (picker.exec() == QDialog::Accepted) {
        m_context.session.set(kPrograms, picker.names());
    }
}

void HoursPage::refresh() {
    const auto& draft = m_context.session.draft();
    const bool courtesy = draft.value("courtesy") != QStringLiteral("off");
    for (FieldForm* form : {m_courtesy, m_hours, m_rules, m_programs}) {
        form->refresh();
    }
    m_off_words->setVisible(!courtesy);
    m_all->setEnabled(courtesy);
    const bool ready = m_context.session.state() == SettingsSession::State::Ready;
    m_grid->setEnabled(ready && draft.lock(kHours).isEmpty());
    if (const auto grid = settings::parse_week_grid(draft.value(kHours).toStdString());
        grid && *grid != m_grid->grid()) {
        m_grid->set_grid(*grid);
    }
}

} // namespace framehand::ui
