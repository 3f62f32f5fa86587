// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/this_pc_page.h"

#include "ui/health_icon.h"
#include "ui/labels.h"
#include "ui/this_pc_words.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGroupBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace framehand::ui {

namespace {

constexpr int kIconSide = 20;
constexpr int kRowsShown = 8;

enum Column { kName, kCodec, kWorks, kFps, kLargest, kReason, kColumns };

/// What the daemon says can be copied with the keyboard, too.
QLabel* make_saying(const QString& what_it_is, QWidget* parent) {
    auto* label = make_label(what_it_is, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QPushButton* add_button(const QString& text, QLayout* layout) {
    auto* button = make_button(text, nullptr);
    layout->addWidget(button);
    return button;
}

} // namespace

ThisPcPage::ThisPcPage(DaemonCall& daemon, QWidget* parent) : QScrollArea(parent), m_daemon(daemon) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    m_problem = make_saying(tr("Problem with the settings"), content);
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addWidget(make_machine());
    layout->addWidget(make_encoders());
    layout->addWidget(make_doctor());
    layout->addStretch();
    setWidget(content);
    show_machine();
    show_buttons();
}

QWidget* ThisPcPage::make_machine() {
    auto* box = new QGroupBox(tr("This PC"));
    auto* form = new QFormLayout(box);
    const auto row = [form, box](const QString& name) {
        auto* value = make_saying(name, box);
        form->addRow(tr("%1:").arg(name), value);
        return value;
    };
    m_processor = row(tr("Processor"));
    m_memory = row(tr("Memory"));
    m_graphics = row(tr("Graphics"));
    m_libav = row(tr("FFmpeg libraries"));
    return box;
}

QWidget* ThisPcPage::make_encoders() {
    auto* box = new QGroupBox(tr("Encoders, as measured by really encoding with them"));
    auto* layout = new QVBoxLayout(box);
    m_encoders = new QTableWidget(0, kColumns, box);
    m_encoders->setAccessibleName(tr("Encoders"));
    m_encoders->setHorizontalHeaderLabels(
        {tr("Encoder"), tr("Codec"), tr("Works"), tr("Frames a second at 720p"), tr("Largest picture"), tr("Why not")});
    m_encoders->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_encoders->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_encoders->setTabKeyNavigation(false); // the keyboard must come out of it again
    m_encoders->setWordWrap(false);
    m_encoders->verticalHeader()->hide();
    m_encoders->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_encoders->horizontalHeader()->setStretchLastSection(true);
    layout->addWidget(m_encoders);
    m_encoders_problem = make_saying(tr("Why the encoders are not known"), box);
    m_encoders_problem->hide();
    layout->addWidget(m_encoders_problem);
    auto* row = new QHBoxLayout;
    m_measure = add_button(tr("&Measure again"), row);
    connect(m_measure, &QPushButton::clicked, this, [this] { measure(); });
    m_progress = new QProgressBar(box);
    m_progress->setAccessibleName(tr("Progress of the measurement"));
    m_progress->hide();
    row->addWidget(m_progress, 1);
    row->addStretch();
    layout->addLayout(row);
    return box;
}

QWidget* ThisPcPage::make_doctor() {
    auto* box = new QGroupBox(tr("Check-up"));
    auto* layout = new QVBoxLayout(box);
    m_findings = new QVBoxLayout;
    layout->addLayout(m_findings);
    m_examining = make_saying(tr("What happens now"), box);
    m_examining->setText(tr("Everything that is needed is being examined; this can take a moment."));
    layout->addWidget(m_examining);
    m_doctor_problem = make_saying(tr("Why nothing could be examined"), box);
    m_doctor_problem->hide();
    layout->addWidget(m_doctor_problem);
    auto* row = new QHBoxLayout;
    m_examine = add_button(tr("&Examine again"), row);
    connect(m_examine, &QPushButton::clicked, this, [this] { examine(); });
    m_copy = add_button(tr("&Copy as text"), row);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(as_text()); });
    row->addStretch();
    layout->addLayout(row);
    return box;
}

void ThisPcPage::show_snapshot(const Snapshot& snapshot) {
    const bool online = snapshot.link == Link::Online;
    if (std::exchange(m_online, online) != online) {
        m_asked = false;
    }
    set_text(*m_problem, snapshot.settings_problem.isEmpty()
                             ? QString()
                             : tr("The settings as they are now could not be started with, so the former ones are in "
                                  "use: %1")
                                   .arg(snapshot.settings_problem));
    const bool ended = std::exchange(m_measuring, snapshot.measuring).has_value() && !m_measuring;
    if (ended && !m_measures && isVisible()) {
        ask_capabilities(); // somebody else has measured
    }
    if (m_measuring) {
        m_progress->setRange(0, m_measuring->of);
        m_progress->setValue(m_measuring->done);
        m_progress->setFormat(ThisPcWords::measuring(*m_measuring));
    }
    show_buttons();
    ask_if_seen();
}

void ThisPcPage::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    ask_if_seen();
}

void ThisPcPage::ask_if_seen() {
    if (!m_online || m_asked || !isVisible()) {
        return;
    }
    m_asked = true;
    ask_capabilities();
    examine();
}

void ThisPcPage::ask_capabilities() {
    m_daemon.call("capabilities.get", base::Json::object(), *this,
                  [this](const base::Result<base::Json>& answer) { take_machine(answer); });
}

void ThisPcPage::measure() {
    m_measures = true;
    show_buttons();
    m_daemon.call(
        "capabilities.measure", base::Json::object(), *this,
        [this](const base::Result<base::Json>& answer) {
            m_measures = false;
            take_machine(answer);
            show_buttons();
            if (answer && !m_checks.empty()) {
                examine(); // what it says of the encoders may be another thing now
            }
        },
        DaemonCall::kLong);
}

void ThisPcPage::take_machine(const base::Result<base::Json>& answer) {
    set_text(*m_encoders_problem, answer ? QString() : QString::fromStdString(answer.error().text()));
    if (answer) {
        m_machine = machine_of(*answer);
        show_machine();
    }
}

void ThisPcPage::examine() {
    if (std::exchange(m_examines, true)) {
        return;
    }
    show_buttons();
    m_daemon.call(
        "doctor.run", base::Json::object(), *this,
        [this](const base::Result<base::Json>& answer) {
            m_examines = false;
            set_text(*m_doctor_problem, answer ? QString() : QString::fromStdString(answer.error().text()));
            if (answer) {
                m_checks = checks_of(*answer);
                show_checks();
                if (m_machine.encoders.empty()) {
                    ask_capabilities(); // which it has waited for
                }
            }
            show_buttons();
        },
        DaemonCall::kLong);
}

void ThisPcPage::show_machine() {
    m_processor->setText(ThisPcWords::processor(m_machine));
    m_memory->setText(ThisPcWords::memory(m_machine));
    m_graphics->setText(ThisPcWords::graphics(m_machine));
    m_libav->setText(m_machine.libav);
    m_encoders->setRowCount(static_cast<int>(m_machine.encoders.size()));
    int row = 0;
    for (const EncoderView& encoder : m_machine.encoders) {
        const QString cells[kColumns] = {encoder.name,
                                         encoder.codec,
                                         ThisPcWords::works(encoder),
                                         ThisPcWords::fps(encoder),
                                         ThisPcWords::largest(encoder),
                                         encoder.works ? QString() : encoder.reason};
        for (int column = 0; column < kColumns; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(column == kReason ? cells[column] : QString());
            if (column == kFps) {
                item->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
            }
            m_encoders->setItem(row, column, item);
        }
        ++row;
    }
    // As high as its rows, so that there is one thing to scroll.
    const int shown = std::clamp(row, 2, kRowsShown);
    m_encoders->setMinimumHeight(m_encoders->horizontalHeader()->sizeHint().height() +
                                 shown * m_encoders->verticalHeader()->defaultSectionSize() +
                                 2 * m_encoders->frameWidth());
}

void ThisPcPage::show_checks() {
    while (auto* item = m_findings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const CheckView& check : m_checks) {
        add_check(check);
    }
}

void ThisPcPage::add_check(const CheckView& check) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    auto* icon = new QLabel(row);
    const auto ratio = devicePixelRatioF();
    QPixmap pixmap = health_pixmap(check.health, static_cast<int>(std::lround(kIconSide * ratio)));
    pixmap.setDevicePixelRatio(ratio);
    icon->setPixmap(pixmap);
    icon->setAccessibleName(ThisPcWords::health(check.health));
    icon->setToolTip(ThisPcWords::health(check.health));
    layout->addWidget(icon, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    auto* title = make_saying(tr("What was looked at"), row);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setText(ThisPcWords::title(check));
    words->addWidget(title);
    auto* finding = make_saying(tr("What was found"), row);
    set_text(*finding, check.finding);
    words->addWidget(finding);
    auto* advice = make_saying(tr("What to do about it"), row);
    set_text(*advice, check.advice);
    words->addWidget(advice);
    layout->addLayout(words, 1);
    const bool can_mend =
        check.remedy && (check.remedy->kind == RemedyView::Kind::Measure || static_cast<bool>(on_change_setting));
    if (can_mend) {
        auto* mend = add_button(ThisPcWords::remedy(check), layout);
        mend->setAccessibleDescription(title->text());
        layout->setAlignment(mend, Qt::AlignTop);
        connect(mend, &QPushButton::clicked, this, [this, remedy = *check.remedy] {
            if (remedy.kind == RemedyView::Kind::Measure) {
                measure();
            } else {
                on_change_setting(remedy.key);
            }
        });
    }
    m_findings->addWidget(row);
    row->show();
}

void ThisPcPage::show_buttons() {
    const bool measures = m_measures || m_measuring;
    m_measure->setEnabled(m_online && !measures);
    m_progress->setVisible(measures);
    m_encoders_problem->setVisible(!measures && !m_encoders_problem->text().isEmpty());
    m_examining->setVisible(m_examines);
    if (measures && !m_measuring) {
        m_progress->setRange(0, 0);
    }
    m_examine->setEnabled(m_online && !m_examines);
    m_copy->setEnabled(!m_machine.encoders.empty() || !m_checks.empty());
}

QString ThisPcPage::as_text() const {
    return ThisPcWords::as_text(m_machine, m_checks);
}

} // namespace framehand::ui
