// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log_page.h"

#include "ui/json_view.h"
#include "ui/labels.h"
#include "ui/log_line.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace framehand::ui {

namespace {

constexpr int kMostAtOnce = 1'000;
constexpr int kMostJobs = 50;

} // namespace

LogPage::LogPage(DaemonCall& daemon, DesktopCalls desktop, QWidget* parent)
    : QWidget(parent), m_daemon(daemon), m_desktop(std::move(desktop)), m_report(daemon, *this),
      m_timer(new QTimer(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(make_filters());
    m_text = new QPlainTextEdit(this);
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMaximumBlockCount(kMostLines);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLayoutDirection(Qt::LeftToRight); // the log is English in every language
    m_text->setAccessibleName(tr("Log"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_text, 1);
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setAccessibleDescription(tr("What became of the last wish"));
    m_message->hide();
    layout->addWidget(m_message);
    layout->addWidget(make_buttons());
    m_timer->setInterval(kPollMs);
    connect(m_timer, &QTimer::timeout, this, [this] { poll(); });
}

QWidget* LogPage::make_filters() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto* level_name = new QLabel(tr("&Level:"), row);
    m_level = new QComboBox(row);
    m_level->setAccessibleName(tr("Level"));
    m_level->addItem(tr("Everything"), QStringLiteral("debug"));
    m_level->addItem(tr("Without details"), QStringLiteral("info"));
    m_level->addItem(tr("Warnings and errors"), QStringLiteral("warning"));
    m_level->addItem(tr("Errors"), QStringLiteral("error"));
    level_name->setBuddy(m_level);
    auto* job_name = new QLabel(tr("&Job:"), row);
    m_job = new QComboBox(row);
    m_job->setAccessibleName(tr("Job"));
    m_job->addItem(tr("All"), QString());
    m_job->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    job_name->setBuddy(m_job);
    m_follow = new QCheckBox(tr("&Follow"), row);
    m_follow->setAccessibleDescription(tr("Keep the newest line in sight"));
    m_follow->setChecked(true);
    layout->addWidget(level_name);
    layout->addWidget(m_level);
    layout->addWidget(job_name);
    layout->addWidget(m_job, 1);
    layout->addWidget(m_follow);
    connect(m_level, &QComboBox::currentIndexChanged, this, [this] { start_anew(); });
    connect(m_job, &QComboBox::currentIndexChanged, this, [this] { start_anew(); });
    connect(m_follow, &QCheckBox::toggled, this, [this](bool follow) {
        if (follow) {
            m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
        }
    });
    return row;
}

QWidget* LogPage::make_buttons() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto* copy_button = make_button(tr("&Copy"), row);
    copy_button->setAccessibleDescription(tr("What is selected, or everything that is shown"));
    m_save = make_button(tr("Save a re&port..."), row);
    layout->addWidget(copy_button);
    layout->addStretch();
    layout->addWidget(m_save);
    connect(copy_button, &QPushButton::clicked, this, [this] { copy(); });
    connect(m_save, &QPushButton::clicked, this, [this] { save_report(); });
    return row;
}

void LogPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_timer->start();
    poll();
}

void LogPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_timer->stop();
}

void LogPage::start_anew() {
    ++m_generation;
    m_asking = false;
    m_after.reset();
    m_text->clear();
    if (isVisible()) {
        poll();
    }
}

void LogPage::poll() {
    if (std::exchange(m_asking, true)) {
        return;
    }
    base::Json params{{"level", m_level->currentData().toString().toStdString()},
                      {"job", m_job->currentData().toString().toStdString()},
                      {"limit", kMostAtOnce}};
    if (m_after) {
        params["after"] = *m_after;
    }
    m_daemon.call("log.tail", std::move(params), *this,
                  [this, generation = m_generation](const base::Result<base::Json>& answer) {
                      if (generation == m_generation) {
                          m_asking = false;
                          take(answer);
                      }
                  });
}

void LogPage::take(const base::Result<base::Json>& answer) {
    if (!answer) {
        return; // the window says that the daemon is away; the lines that are there stay
    }
    QStringList texts;
    if (const auto lost = json_view::count(*answer, "lost"); lost > 0) {
        texts.append(
            tr("(%n line(s) are missing here)", nullptr, static_cast<int>(std::min<std::uint64_t>(lost, 1'000'000))));
    }
    for (const auto& line : log_lines_of(*answer)) {
        texts.append(line.in_short());
        offer_job(line.job);
    }
    m_after = json_view::count(*answer, "next");
    append(texts);
}

void LogPage::append(const QStringList& lines) {
    if (lines.isEmpty()) {
        return;
    }
    auto* bar = m_text->verticalScrollBar();
    const int before = bar->value();
    m_text->appendPlainText(lines.join(QLatin1Char('\n')));
    bar->setValue(m_follow->isChecked() ? bar->maximum() : before);
}

void LogPage::offer_job(const QString& job) {
    if (job.isEmpty() || m_job->findData(job) >= 0) {
        return;
    }
    if (m_job->count() > kMostJobs) { // "All" comes first
        const QSignalBlocker same_choice(m_job);
        m_job->removeItem(m_job->currentIndex() == 1 ? 2 : 1);
    }
    m_job->addItem(job, job);
}

void LogPage::copy() const {
    const QString selected = m_text->textCursor().selectedText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    QGuiApplication::clipboard()->setText(selected.isEmpty() ? m_text->toPlainText() : selected);
}

void LogPage::save_report() {
    say({});
    const QString title = tr("Save a report");
    if (!m_desktop.confirm(this, title, SupportReport::contents())) {
        return;
    }
    const QString file = m_desktop.choose_file(this, title, QStringLiteral("framehand-report.txt"));
    if (file.isEmpty()) {
        return;
    }
    m_save->setEnabled(false);
    say(tr("The report is being made..."));
    m_report.start(QDateTime::currentDateTime(), [this, file](const QString& text) { write_report(file, text); });
}

void LogPage::write_report(const QString& file, const QString& text) {
    m_save->setEnabled(true);
    QSaveFile out(file);
    const bool saved = out.open(QIODevice::WriteOnly) && out.write(text.toUtf8()) >= 0 && out.commit();
    say(saved ? tr("The report is in %1").arg(file)
              : tr("The file %1 cannot be written: %2").arg(file, out.errorString()));
}

void LogPage::say(const QString& sentence) {
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

} // namespace framehand::ui
