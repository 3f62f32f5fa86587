// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_dialog.h"

#include "ui/settings/advanced_page.h"
#include "ui/settings/appearance_page.h"
#include "ui/settings/connection_page.h"
#include "ui/settings/hours_page.h"
#include "ui/settings/job_sources_page.h"
#include "ui/settings/notifications_page.h"
#include "ui/settings/performance_page.h"
#include "ui/settings/startup_page.h"
#include "ui/settings/storage_page.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace framehand::ui {

SettingsDialog::SettingsDialog(SettingsServices& services, QWidget* parent)
    : QDialog(parent), m_services(services),
      m_session(services.daemon, services.timers), m_context{m_session, services, m_names, [this] { refresh(); },
                                                             [this](const QString& key) { show_setting(key); }},
      m_list(new QListWidget(this)), m_stack(new QStackedWidget(this)), m_words(make_words({}, this)),
      m_restart(new QPushButton(tr("Restart now"), this)), m_again(new QPushButton(tr("Try again"), this)) {
    setWindowTitle(tr("Settings of Framehand"));
    make_layout();
    add_page(new ConnectionPage(m_context));
    add_page(new JobSourcesPage(m_context));
    add_page(new StoragePage(m_context));
    add_page(new HoursPage(m_context));
    add_page(new PerformancePage(m_context));
    add_page(new NotificationsPage(m_context));
    add_page(new StartupPage(m_context));
    add_page(new AppearancePage(m_context));
    m_advanced = new AdvancedPage(m_context);
    add_page(m_advanced);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 2 * m_list->frameWidth() + 24); // as its words need
    m_list->setCurrentRow(0);
    resize(820, 640);
    m_session.on_change = [this] { refresh(); };
    refresh();
}

void SettingsDialog::make_layout() {
    auto* layout = new QVBoxLayout(this);
    auto* middle = new QHBoxLayout;
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_list->setSpacing(2);
    middle->addWidget(m_list);
    middle->addWidget(m_stack, 1);
    layout->addLayout(middle, 1);
    auto* news = new QHBoxLayout;
    m_words->setAccessibleDescription(tr("What became of the settings"));
    news->addWidget(m_words, 1);
    for (auto* button : {m_restart, m_again}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
        button->hide();
        news->addWidget(button);
    }
    m_words->hide();
    layout->addLayout(news);
    auto* buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Apply, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_apply = buttons->button(QDialogButtonBox::Apply);
    m_apply->setText(tr("&Apply"));
    layout->addWidget(buttons);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_ok, &QPushButton::clicked, this, [this] { apply(Then::Close); });
    connect(m_apply, &QPushButton::clicked, this, [this] { apply(Then::Stay); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_restart, &QPushButton::clicked, this, [this] { restart(); });
    connect(m_again, &QPushButton::clicked, this, [this] { m_session.load(); });
}

void SettingsDialog::add_page(SettingsPage* page) {
    auto* scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(page->title());
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    m_list->addItem(page->title());
    m_pages.push_back(page);
}

void SettingsDialog::show_page(int page) {
    m_list->setCurrentRow(page);
}

void SettingsDialog::show_setting(const QString& key) {
    m_wanted = key;
    if (!key.isEmpty()) {
        show_wanted();
    }
}

void SettingsDialog::show_wanted() {
    auto page = std::ranges::find_if(
        m_pages, [this](const SettingsPage* each) { return each->findChild<QWidget*>(m_wanted) != nullptr; });
    if (page == m_pages.end()) {
        page = std::ranges::find(m_pages, m_advanced);
    }
    show_page(static_cast<int>(page - m_pages.begin()));
    if (m_session.state() != SettingsSession::State::Ready) {
        return; // until then there is nothing to edit
    }
    const auto key = std::exchange(m_wanted, {});
    (*page)->reveal(key.toStdString());
    if (auto* editor = (*page)->findChild<QWidget*>(key); editor != nullptr) {
        editor->setFocus();
        static_cast<QScrollArea*>(m_stack->currentWidget())->ensureWidgetVisible(editor);
    } else {
        m_advanced->show_setting(key.toStdString());
    }
}

void SettingsDialog::open_anew() {
    if (!isVisible()) {
        say({});
        m_restart->hide();
        m_session.load();
    }
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

void SettingsDialog::daemon_is_back() {
    if (isVisible() && m_session.state() == SettingsSession::State::Unavailable) {
        m_session.load();
    }
}

bool SettingsDialog::has_page_changes() const {
    return std::ranges::any_of(m_pages, [](const SettingsPage* page) { return page->has_changes(); });
}

bool SettingsDialog::has_mistakes() const {
    return m_session.draft().has_mistakes() ||
           std::ranges::any_of(m_pages, [](const SettingsPage* page) { return page->has_mistakes(); });
}

void SettingsDialog::refresh() {
    for (auto* page : m_pages) {
        page->refresh();
    }
    const bool applying = m_waits || m_session.state() == SettingsSession::State::Applying;
    const bool mistaken = has_mistakes();
    m_again->setVisible(m_session.state() == SettingsSession::State::Unavailable);
    if (!m_session.problem().isEmpty()) {
        say(m_session.state() == SettingsSession::State::Unavailable
                ? tr("The settings of the daemon cannot be read: %1").arg(m_session.problem())
                : m_session.problem());
    } else if (mistaken) {
        say(tr("There is a mistake in the settings, so that they cannot be applied."));
    } else if (m_session.draft().is_changed() || m_session.state() == SettingsSession::State::Loading) {
        say({});
    }
    m_ok->setEnabled(!applying && !mistaken);
    m_apply->setEnabled(!applying && !mistaken && (m_session.can_apply() || has_page_changes()));
    if (m_session.state() == SettingsSession::State::Unavailable) {
        m_wanted.clear();
    } else if (m_session.state() == SettingsSession::State::Ready && !m_wanted.isEmpty()) {
        show_wanted();
    }
}

void SettingsDialog::say(const QString& words) {
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
}

void SettingsDialog::apply(Then then) {
    for (auto* page : m_pages) {
        if (!page->has_changes()) {
            continue;
        }
        if (const auto done = page->apply(); !done) {
            say(QString::fromStdString(done.error().text()));
            return;
        }
    }
    apply_pages(0, then, {});
}

void SettingsDialog::apply_pages(std::size_t from, Then then, AppliedSettings before) {
    while (from < m_pages.size() && !m_pages[from]->has_changes()) {
        ++from;
    }
    if (from == m_pages.size()) {
        apply_session(then, before);
        return;
    }
    m_waits = true;
    refresh();
    m_pages[from]->apply_to_daemon(
        [this, from, then, before = std::move(before)](const base::Result<AppliedSettings>& outcome) mutable {
            m_waits = false;
            if (outcome) {
                before.restart += outcome->restart;
                apply_pages(from + 1, then, std::move(before));
                return;
            }
            refresh();
            say(QString::fromStdString(outcome.error().text()));
            m_restart->setVisible(!before.restart.isEmpty());
        });
}

void SettingsDialog::apply_session(Then then, const AppliedSettings& before) {
    if (m_session.can_apply()) {
        m_session.apply([this, then, before](base::Result<AppliedSettings> outcome) {
            if (outcome) {
                outcome->restart += before.restart;
            } else {
                m_restart->setVisible(!before.restart.isEmpty());
            }
            applied(outcome, then);
        });
        return;
    }
    refresh();
    if (!before.restart.isEmpty()) {
        tell(before);
    } else if (then == Then::Close) {
        accept();
    }
}

void SettingsDialog::applied(const base::Result<AppliedSettings>& outcome, Then then) {
    if (!outcome) {
        refresh();
        return;
    }
    tell(*outcome);
    // What needs an answer keeps it open.
    if (then == Then::Close && outcome->restart.isEmpty() && outcome->overridden.empty()) {
        accept();
    }
}

QString SettingsDialog::names_of(const QStringList& keys) const {
    QStringList names;
    for (const auto& key : keys) {
        const auto found = m_names.find(key.toStdString());
        names.append(found == m_names.end() ? key : found->second);
    }
    return names.join(QStringLiteral("; "));
}

void SettingsDialog::tell(const AppliedSettings& applied) {
    QStringList lines;
    if (!applied.at_once.isEmpty()) {
        lines.append(tr("In force now: %1").arg(names_of(applied.at_once)));
    }
    if (!applied.next_job.isEmpty()) {
        lines.append(tr("In force with the next job: %1").arg(names_of(applied.next_job)));
    }
    if (!applied.restart.isEmpty()) {
        lines.append(tr("In force after a restart of the daemon: %1").arg(names_of(applied.restart)));
    }
    for (const auto& [key, by] : applied.overridden) {
        lines.append(tr("Written, but decided by %1: %2").arg(by, names_of({QString::fromStdString(key)})));
    }
    say(lines.join(QLatin1Char('\n')));
    m_restart->setVisible(!applied.restart.isEmpty());
}

void SettingsDialog::restart() {
    m_restart->setEnabled(false);
    say(tr("The daemon is restarted..."));
    m_services.restart_daemon([dialog = QPointer<SettingsDialog>(this)](const base::Status& outcome) {
        if (!dialog) {
            return;
        }
        dialog->m_restart->setEnabled(true);
        dialog->m_restart->setVisible(!outcome);
        dialog->say(outcome ? tr("The daemon was restarted with the settings as they are now.")
                            : QString::fromStdString(outcome.error().text()));
    });
}

} // namespace framehand::ui
