// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connection_page.h"

#include "ui/settings/source_titles.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace framehand::ui {

namespace {

constexpr auto kUrl = "orchestrator_url";

} // namespace

ConnectionPage::ConnectionPage(PageContext& context)
    : m_context(context), m_orchestrator(new QRadioButton(tr("An &orchestrator hands out the jobs"), this)),
      m_remote(new FieldForm(context.session, context.names, this)),
      m_alone(new QRadioButton(tr("This PC is the orchestrator and works for &itself"), this)),
      m_own(new FieldForm(context.session, context.names, this)), m_own_words(make_words({}, m_own)),
      m_elsewhere(make_words({}, this)), m_common(new FieldForm(context.session, context.names, this)),
      m_token(new TokenPanel(context, this)), m_sources(make_words({}, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_elsewhere);
    layout->addWidget(m_orchestrator);
    auto* url = m_remote->add_text(kUrl, tr("Add&ress of the orchestrator:"), QStringLiteral("http://server:8787"));
    m_test = new TestPanel(
        context.services.daemon, "orchestrator.test",
        [url] {
            return base::Json{{"url", url->text().toStdString()}};
        },
        tr("&Test the connection"), m_remote);
    connect(url, &QLineEdit::textEdited, m_test, [this] { m_test->forget(); });
    m_remote->add_widget(m_test);
    layout->addWidget(m_remote);
    layout->addWidget(m_alone);
    m_own->add_text("listen_address", tr("&Listens on the address:"));
    m_own->add_text("listen_port", tr("On the &port:"));
    m_own->add_widget(m_own_words);
    layout->addWidget(m_own);
    m_common->add_text("worker_id", tr("&Name of this worker:"));
    layout->addSpacing(12);
    layout->addWidget(m_common);
    layout->addSpacing(12);
    layout->addWidget(m_token);
    layout->addSpacing(12);
    layout->addWidget(m_sources);
    auto* other = new QPushButton(tr("Other &job sources..."), this);
    other->setAccessibleName(plain_label(other->text()));
    other->setAutoDefault(false);
    connect(other, &QPushButton::clicked, this, [this] { m_context.show_setting(QString::fromLatin1(kJobSource)); });
    layout->addWidget(other, 0, Qt::AlignLeading);
    layout->addStretch();
    for (auto* choice : {m_orchestrator, m_alone}) {
        choice->setAccessibleName(plain_label(choice->text()));
    }
    for (QWidget* rows : {static_cast<QWidget*>(m_remote), static_cast<QWidget*>(m_own)}) {
        rows->setContentsMargins(24, 0, 0, 8);
    }
    connect(m_alone, &QRadioButton::clicked, this, [this] {
        m_wants_orchestrator = false;
        m_context.session.reset(kUrl);
        refresh();
    });
    connect(m_orchestrator, &QRadioButton::clicked, this, [this, url] {
        m_wants_orchestrator = true;
        refresh();
        url->setFocus();
    });
}

bool ConnectionPage::alone() const {
    const auto& draft = m_context.session.draft();
    const auto* field = draft.find(kUrl);
    if (m_wants_orchestrator || field == nullptr) {
        return false;
    }
    return draft.is_changed(kUrl) ? draft.changes()[kUrl].is_null() : !field->is_set();
}

QString ConnectionPage::orchestrator() const {
    return alone() ? QString() : m_context.session.draft().value(kUrl);
}

void ConnectionPage::refresh() {
    const bool itself = alone();
    const bool ready = m_context.session.state() == SettingsSession::State::Ready;
    if (m_context.session.state() == SettingsSession::State::Loading) {
        m_token->forget();
    } else if (ready && !m_context.session.draft().is_changed(kUrl) &&
               m_context.session.draft().find(kUrl) != nullptr) {
        m_token->look(orchestrator());
    }
    const bool locked = !m_context.session.draft().lock(kUrl).isEmpty();
    m_orchestrator->setChecked(!itself);
    m_alone->setChecked(itself);
    m_orchestrator->setEnabled(ready && !locked);
    m_alone->setEnabled(ready && !locked);
    for (FieldForm* form : {m_remote, m_own, m_common}) {
        form->refresh();
    }
    m_remote->setEnabled(!itself);
    m_own->setEnabled(itself);
    m_own_words->setText(
        m_context.services.has_own_daemon()
            ? tr("127.0.0.1 is for this PC alone; 0.0.0.0 lets other PCs of your network work for it: "
                 "those that know the access token below, or all if there is none.")
            : tr("The daemon that runs now was not started by this app. It becomes its own orchestrator "
                 "with a restart if it is the service; if it was started as \"framehandd worker\", it "
                 "does not."));
    refresh_sources();
}

void ConnectionPage::refresh_sources() {
    const auto chosen = chosen_sources(m_context.session.draft());
    const auto orchestrator = QString::fromLatin1(kOrchestratorSource);
    QStringList titles;
    std::ranges::transform(chosen, std::back_inserter(titles), source_title);
    const auto list = QLocale().createSeparatedList(titles);
    const bool asked = chosen.isEmpty() || chosen.contains(orchestrator);
    set_text(*m_elsewhere, asked ? QString() : tr("No orchestrator is asked for jobs. They come from: %1").arg(list));
    m_sources->setText(asked && chosen.size() > 1
                           ? tr("Jobs come from these sources, and the first is preferred: %1").arg(list)
                           : tr("Jobs can also come from Redis, Celery, BullMQ or RabbitMQ."));
}

} // namespace framehand::ui
