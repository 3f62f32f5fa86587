// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/now_page.h"

#include "ui/labels.h"
#include "ui/pause_menu.h"
#include "ui/preview_view.h"
#include "ui/sentences.h"
#include "ui/sparkline.h"
#include "ui/state_icon.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace framehand::ui {

namespace {

constexpr int kIconSide = 48;
constexpr double kHour = 60;
// Of the progress bar: fine enough to move in a long film.
constexpr int kSteps = 1000;

void enlarge(QLabel& label, double factor) {
    QFont font = label.font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(true);
    label.setFont(font);
}

} // namespace

NowPage::NowPage(const Commands& commands, DaemonCall& daemon, QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(make_header());
    m_refusal = make_label(tr("What was refused"), this);
    layout->addWidget(m_refusal);
    m_refusal->hide();
    layout->addWidget(make_job(daemon));
    layout->addWidget(make_buttons(commands));
    layout->addStretch();
    m_last_error = make_label(tr("Last error"), this);
    layout->addWidget(m_last_error);
    m_counts = make_label(tr("Jobs since the start"), this);
    layout->addWidget(m_counts);
}

QWidget* NowPage::make_header() {
    auto* header = new QWidget(this);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins({});
    m_icon = new QLabel(header);
    m_icon->setAccessibleDescription(tr("State"));
    m_icon->setFixedSize(kIconSide, kIconSide);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    m_headline = make_label(tr("What happens now"), header);
    enlarge(*m_headline, 1.4);
    m_next = make_label(tr("What comes next"), header);
    words->addWidget(m_headline);
    words->addWidget(m_next);
    layout->addLayout(words, 1);
    return header;
}

QWidget* NowPage::make_job(DaemonCall& daemon) {
    m_job = new QWidget(this);
    auto* layout = new QGridLayout(m_job);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);
    m_title = make_label(tr("Video"), m_job);
    enlarge(*m_title, 1.15);
    m_path = make_label(tr("File of the video"), m_job);
    m_rungs = make_label(tr("What is made of it"), m_job);
    m_progress = new QProgressBar(m_job);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, kSteps);
    m_time_left = make_label(tr("Time left"), m_job);
    m_fps = make_label(tr("Frames a second"), m_job);
    m_speed = make_label(tr("Speed"), m_job);
    m_fps_curve = new Sparkline(m_job);
    m_fps_curve->setAccessibleName(tr("Frames a second over time"));
    m_speed_curve = new Sparkline(m_job);
    m_speed_curve->setAccessibleName(tr("Speed over time"));
    m_usage = make_label(tr("What the job takes of this PC"), m_job);
    m_preview = new PreviewView(daemon, m_job);
    int row = 0;
    for (QWidget* wide : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_path), static_cast<QWidget*>(m_rungs),
                          static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_time_left)}) {
        layout->addWidget(wide, row++, 0, 1, 2);
    }
    layout->addWidget(m_fps, row, 0);
    layout->addWidget(m_speed, row++, 1);
    layout->addWidget(m_fps_curve, row, 0);
    layout->addWidget(m_speed_curve, row++, 1);
    layout->addWidget(m_usage, row++, 0, 1, 2);
    layout->addWidget(m_preview, row, 0, 1, 2);
    m_job->hide();
    return m_job;
}

QPushButton* NowPage::add_button(const QString& text, QWidget* row) {
    auto* button = make_button(text, row);
    row->layout()->addWidget(button);
    button->hide();
    return button;
}

QWidget* NowPage::make_buttons(const Commands& commands) {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    PauseMenu::fill(m_pause_menu, commands);
    m_pause = add_button(tr("&Pause"), row);
    m_pause->setMenu(&m_pause_menu);
    m_resume = add_button(tr("&Resume"), row);
    m_finish = add_button(tr("&Finish this job, then pause"), row);
    m_ignore = add_button(tr("&Ignore \"in use\" for 1 hour"), row);
    m_heed = add_button(tr("&Heed \"in use\" again"), row);
    m_start = add_button(tr("&Start Framehand"), row);
    layout->addStretch();
    connect(m_resume, &QPushButton::clicked, this, [&commands] { commands.resume(); });
    connect(m_finish, &QPushButton::clicked, this, [&commands] { commands.finish_then_pause(); });
    connect(m_ignore, &QPushButton::clicked, this, [&commands] { commands.ignore_in_use(kHour); });
    connect(m_heed, &QPushButton::clicked, this, [&commands] { commands.ignore_in_use(std::nullopt); });
    connect(m_start, &QPushButton::clicked, this, [&commands] { commands.start_daemon(); });
    return row;
}

void NowPage::show_snapshot(const Snapshot& snapshot, const QDateTime& now) {
    const AppState state = app_state(snapshot);
    if (m_shown != state) {
        const auto ratio = devicePixelRatioF();
        QPixmap pixmap = state_pixmap(state, static_cast<int>(std::lround(kIconSide * ratio)));
        pixmap.setDevicePixelRatio(ratio);
        m_icon->setPixmap(pixmap);
        m_shown = state;
    }
    set_text(*m_headline, Sentences::headline(snapshot));
    m_icon->setAccessibleName(m_headline->text());
    set_text(*m_next, Sentences::next(snapshot, now));
    show_job(snapshot);
    show_counts(snapshot);
    const Possible can = possible(snapshot);
    m_pause->setVisible(can.pause);
    m_resume->setVisible(can.resume);
    m_finish->setVisible(can.finish_then_pause);
    m_ignore->setVisible(can.ignore_in_use);
    m_heed->setVisible(can.heed_in_use);
    m_start->setVisible(can.start);
}

void NowPage::show_job(const Snapshot& snapshot) {
    m_job->setVisible(snapshot.job.has_value());
    m_preview->follow(snapshot);
    if (!snapshot.job) {
        return;
    }
    const JobView& job = *snapshot.job;
    if (job.id != m_job_id) {
        m_job_id = job.id;
        m_fps_curve->clear();
        m_speed_curve->clear();
    }
    const bool runs = snapshot.phase == Phase::Transcoding;
    if (runs && job.fps > 0) {
        m_fps_curve->add(job.fps);
        m_speed_curve->add(job.speed);
    }
    m_fps_curve->setVisible(!m_fps_curve->history().values().empty());
    m_speed_curve->setVisible(m_fps_curve->isVisibleTo(m_job));
    set_text(*m_title, job.title);
    set_text(*m_path, job.path == job.title ? QString() : job.path);
    set_text(*m_rungs, Sentences::rungs(job));
    m_progress->setValue(static_cast<int>(job.percent / 100 * kSteps));
    m_progress->setFormat(Sentences::percent(job));
    set_text(*m_time_left, runs ? Sentences::time_left(job) : QString());
    set_text(*m_fps, runs && job.fps > 0 ? Sentences::fps(job) : QString());
    set_text(*m_speed, runs && job.fps > 0 ? Sentences::speed(job) : QString());
    set_text(*m_usage, snapshot.usage ? Sentences::usage(*snapshot.usage) : QString());
    m_fps_curve->setAccessibleDescription(m_fps->text());
    m_speed_curve->setAccessibleDescription(m_speed->text());
}

void NowPage::show_counts(const Snapshot& snapshot) {
    if (snapshot.link != Link::Online || snapshot.phase == Phase::NoWorker) {
        set_text(*m_counts, {});
        set_text(*m_last_error, {});
        return;
    }
    const QLocale locale;
    set_text(*m_counts, tr("Jobs since the start: finished %1, failed %2")
                            .arg(locale.toString(static_cast<qulonglong>(snapshot.jobs_completed)),
                                 locale.toString(static_cast<qulonglong>(snapshot.jobs_failed))));
    set_text(*m_last_error, snapshot.last_error.isEmpty() ? QString() : tr("Last error: %1").arg(snapshot.last_error));
}

void NowPage::show_refusal(const QString& sentence) {
    set_text(*m_refusal, sentence);
}

} // namespace framehand::ui
