// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history_page.h"

#include "ui/history_csv.h"
#include "ui/history_detail.h"
#include "ui/history_model.h"
#include "ui/labels.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace framehand::ui {

namespace {

constexpr int kTypingPause = 250; // ms, before what was typed is searched for

} // namespace

HistoryPage::HistoryPage(DaemonCall& daemon, DesktopCalls desktop, QWidget* parent)
    : QWidget(parent), m_daemon(daemon), m_desktop(std::move(desktop)), m_export(daemon, *this),
      m_model(new HistoryModel(daemon, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(make_filters());
    m_problem = make_words({}, this);
    m_problem->setAccessibleDescription(tr("Why the list is not up to date"));
    m_problem->hide();
    layout->addWidget(m_problem);
    m_table = make_table();
    layout->addWidget(m_table, 1);
    m_count = make_words({}, this);
    m_count->setAccessibleDescription(tr("How many jobs are listed"));
    layout->addWidget(m_count);
    m_message = make_words({}, this);
    m_message->setAccessibleDescription(tr("What became of the last wish"));
    m_message->hide();
    layout->addWidget(m_message);
    layout->addWidget(make_buttons());
    m_model->before_reset = [this] { remember_selection(); };
    m_model->on_answer = [this] { show_answer(); };
    show_buttons();
}

HistoryPage::~HistoryPage() = default;

QWidget* HistoryPage::make_filters() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto* search_name = new QLabel(tr("&Search:"), row);
    m_search = new QLineEdit(row);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Words in the name, the id or the error"));
    m_search->setClearButtonEnabled(true);
    search_name->setBuddy(m_search);
    auto* state_name = new QLabel(tr("&Result:"), row);
    m_state = new QComboBox(row);
    m_state->setAccessibleName(tr("Result"));
    m_state->addItem(tr("All"), QString());
    for (const char* state : {"COMPLETED", "FAILED", "CANCELLED", "RETURNED"}) {
        m_state->addItem(HistoryWords::state(QLatin1String(state)), QLatin1String(state));
    }
    state_name->setBuddy(m_state);
    layout->addWidget(search_name);
    layout->addWidget(m_search, 1);
    layout->addWidget(state_name);
    layout->addWidget(m_state);
    auto* typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(kTypingPause);
    connect(typing, &QTimer::timeout, this, [this] { m_model->search_for(m_search->text().trimmed()); });
    connect(m_search, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_model->search_for(m_search->text().trimmed()); });
    connect(m_state, &QComboBox::currentIndexChanged, this,
            [this] { m_model->show_only(m_state->currentData().toString()); });
    return row;
}

QTableView* HistoryPage::make_table() {
    auto* table = new QTableView(this);
    table->setModel(m_model);
    table->setAccessibleName(tr("Jobs that ended on this PC"));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(HistoryModel::Title, QHeaderView::Stretch);
    table->horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 8);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSortIndicator(HistoryModel::Ended, Qt::DescendingOrder);
    table->setSortingEnabled(true);
    connect(table, &QTableView::doubleClicked, this, [this] { show_detail(); });
    table->installEventFilter(this);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { show_buttons(); });
    return table;
}

QPushButton* HistoryPage::add_button(const QString& text, QWidget* row) {
    auto* button = make_button(text, row);
    row->layout()->addWidget(button);
    return button;
}

QWidget* HistoryPage::make_buttons() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    m_details = add_button(tr("&Details"), row);
    m_retry = add_button(tr("Try aga&in"), row);
    m_folder = add_button(tr("Open &folder"), row);
    m_play = add_button(tr("&Play"), row);
    layout->addStretch();
    m_csv = add_button(tr("&Export as CSV..."), row);
    connect(m_details, &QPushButton::clicked, this, [this] { show_detail(); });
    connect(m_retry, &QPushButton::clicked, this, [this] { retry(); });
    connect(m_folder, &QPushButton::clicked, this, [this] { open_folder(); });
    connect(m_play, &QPushButton::clicked, this, [this] { play(); });
    connect(m_csv, &QPushButton::clicked, this, [this] { export_csv(); });
    return row;
}

void HistoryPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false)) {
        m_model->reload();
    }
}

void HistoryPage::show_snapshot(const Snapshot& snapshot) {
    Seen seen{snapshot.link, snapshot.job ? snapshot.job->id : QString(), snapshot.jobs_completed,
              snapshot.jobs_failed};
    if (seen == m_seen) {
        return;
    }
    m_seen = std::move(seen);
    m_stale = true;
    if (isVisible() && snapshot.link == Link::Online) {
        m_stale = false;
        m_model->reload();
    }
}

bool HistoryPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            show_detail();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

const HistoryEntry* HistoryPage::selected() const {
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->entry(rows.constFirst().row());
}

void HistoryPage::remember_selection() {
    const auto* entry = selected();
    m_kept = entry != nullptr ? std::optional(*entry) : std::nullopt;
}

void HistoryPage::show_answer() {
    if (m_kept) {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->entry(row).is_same(*m_kept)) {
                m_table->selectRow(row);
                break;
            }
        }
        m_kept.reset();
    }
    m_problem->setText(m_model->problem());
    m_problem->setVisible(!m_model->problem().isEmpty());
    const bool filtered = !m_search->text().trimmed().isEmpty() || m_state->currentIndex() > 0;
    const int total = m_model->total();
    if (total > 0) {
        m_count->setText(tr("%n job(s)", nullptr, total));
    } else if (m_model->problem().isEmpty()) {
        m_count->setText(filtered ? tr("No job is like this.") : tr("No job has ended on this PC yet."));
    } else {
        m_count->clear();
    }
    show_buttons();
}

void HistoryPage::show_buttons() {
    const auto* entry = selected();
    m_details->setEnabled(entry != nullptr);
    m_retry->setEnabled(entry != nullptr && entry->can_retry());
    m_folder->setEnabled(entry != nullptr && !entry->index.isEmpty());
    m_play->setEnabled(entry != nullptr && !entry->index.isEmpty());
    m_csv->setEnabled(m_model->rowCount() > 0);
}

void HistoryPage::say(const QString& sentence) {
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

void HistoryPage::show_detail() {
    if (const auto* entry = selected()) {
        auto* detail = new HistoryDetail(*entry, this);
        detail->setAttribute(Qt::WA_DeleteOnClose);
        detail->open();
    }
}

void HistoryPage::retry() {
    const auto* entry = selected();
    if (entry == nullptr) {
        return;
    }
    say({});
    m_retry->setEnabled(false);
    m_daemon.call(
        "job.retry", {{"id", entry->id.toStdString()}}, *this,
        [this, title = entry->title](const base::Result<base::Json>& answer) {
            say(answer
                    ? tr("\"%1\" waits for its turn again.").arg(title)
                    : tr("\"%1\" cannot be tried again: %2").arg(title, QString::fromStdString(answer.error().text())));
            show_buttons();
        },
        DaemonCall::kLong);
}

void HistoryPage::open_folder() {
    const auto* entry = selected();
    if (entry != nullptr && !entry->index.isEmpty()) {
        const QString folder = QFileInfo(entry->index).path();
        say(m_desktop.open(QUrl::fromLocalFile(folder)) ? QString()
                                                        : tr("The folder %1 cannot be opened.").arg(folder));
    }
}

void HistoryPage::play() {
    const auto* entry = selected();
    if (entry != nullptr && !entry->index.isEmpty()) {
        say(m_desktop.open(QUrl::fromLocalFile(entry->index))
                ? QString()
                : tr("No program could be found that plays %1.").arg(entry->index));
    }
}

void HistoryPage::export_csv() {
    const QString file =
        m_desktop.choose_file(this, tr("Export the jobs that are listed"), QStringLiteral("framehand-jobs.csv"));
    if (file.isEmpty()) {
        return;
    }
    say({});
    m_export.start(
        // What is listed may change while the pages come.
        m_model->query(0, 0), [this, file](const base::Result<std::vector<HistoryEntry>>& entries) {
            if (entries) {
                save_csv(file, *entries);
            } else {
                say(tr("The jobs cannot be exported: %1").arg(QString::fromStdString(entries.error().text())));
            }
        });
}

void HistoryPage::save_csv(const QString& file, const std::vector<HistoryEntry>& entries) {
    QSaveFile out(file);
    const bool saved = out.open(QIODevice::WriteOnly) && out.write(history_csv(entries)) >= 0 && out.commit();
    say(saved ? tr("%n job(s) exported to %1", nullptr, static_cast<int>(entries.size())).arg(file)
              : tr("The file %1 cannot be written: %2").arg(file, out.errorString()));
}

} // namespace framehand::ui
