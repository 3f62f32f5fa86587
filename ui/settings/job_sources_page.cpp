// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/job_sources_page.h"

#include "ui/settings/source_list.h"
#include "ui/settings/source_panels.h"
#include "ui/settings/source_titles.h"

#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace framehand::ui {

using base::Json;

JobSourcesPage::JobSourcesPage(PageContext& context)
    : m_context(context), m_list(new SourceList(context.session, context.names, this)),
      m_orchestrator(make_orchestrator()), m_panels(SourcePanels::make_sources(context, this)),
      m_set_storage(new QPushButton(tr("&Set up object storage..."), this)), m_problem(make_words({}, this)),
      m_place(make_words({}, this)) {
    m_panels.push_back(SourcePanels::make_storage(context, this));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(
        make_words(tr("Jobs come from all sources that are checked. The upper ones are asked first."), this));
    layout->addWidget(m_list);
    layout->addWidget(m_problem);
    layout->addWidget(m_orchestrator);
    for (auto* panel : m_panels) {
        layout->addWidget(panel);
    }
    layout->addWidget(m_set_storage, 0, Qt::AlignLeading);
    layout->addWidget(m_place);
    layout->addStretch();
    m_problem->hide();
    m_set_storage->setAccessibleName(plain_label(m_set_storage->text()));
    m_set_storage->setAutoDefault(false);
    m_list->on_choice = [this] { show_panels(); };
    connect(m_set_storage, &QPushButton::clicked, this,
            [this] { m_context.show_setting(QStringLiteral("s3_endpoint")); });
    show_panels();
}

QWidget* JobSourcesPage::make_orchestrator() {
    auto* box = new QGroupBox(source_title(QString::fromLatin1(kOrchestratorSource)), this);
    box->setObjectName(QStringLiteral("orchestrator source"));
    auto* layout = new QVBoxLayout(box);
    layout->addWidget(make_words(
        tr("It hands out jobs to many PCs. Where it is, or that this PC is its own, is said on the page Connection."),
        box));
    auto* open = new QPushButton(tr("Open the page &Connection"), box);
    open->setAccessibleName(plain_label(open->text()));
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this, [this] { m_context.show_setting(QStringLiteral("orchestrator_url")); });
    layout->addWidget(open, 0, Qt::AlignLeading);
    return box;
}

void JobSourcesPage::refresh() {
    const auto state = m_context.session.state();
    if (state == SettingsSession::State::Loading) {
        ++m_question;
        m_asked = false;
        m_wants_storage = false;
        for (auto* panel : m_panels) {
            panel->forget_secrets();
        }
    }
    const bool fresh = state == SettingsSession::State::Ready && !m_asked;
    m_list->refresh();
    if (fresh) {
        choose_first();
    }
    show_panels();
    for (auto* panel : m_panels) {
        panel->refresh();
    }
    m_place->setText(tr("Passwords and keys are kept in your keychain and, because the daemon also works while nobody "
                        "is logged in to unlock a keychain, in files that only you can read: %1")
                         .arg(m_context.session.draft().value("data_dir") + QStringLiteral("/secrets")));
    if (fresh) {
        m_asked = true;
        look();
    }
}

void JobSourcesPage::choose_first() {
    const auto chosen = chosen_sources(m_context.session.draft());
    const auto first = std::ranges::find_if(
        chosen, [](const QString& source) { return source != QLatin1String(kOrchestratorSource); });
    if (first != chosen.end()) {
        m_list->choose(*first);
    }
}

void JobSourcesPage::look() {
    m_context.services.daemon.call("secrets.list", Json::object(), *this,
                                   [this, question = ++m_question](const base::Result<Json>& answer) {
                                       if (question == m_question) {
                                           show_answer(answer);
                                       }
                                   });
}

void JobSourcesPage::show_answer(const base::Result<Json>& answer) {
    // Both came with the same version.
    const bool too_old = !answer && answer.error().code == base::ErrorCode::Unsupported;
    for (auto* panel : m_panels) {
        panel->set_testable(!too_old);
        if (answer || too_old) {
            panel->show_secrets(answer ? HeldSecrets::from(*answer) : HeldSecrets());
        }
    }
    set_text(*m_problem, answer || too_old ? QString()
                                           : tr("What passwords and keys the daemon has cannot be read: %1")
                                                 .arg(QString::fromStdString(answer.error().text())));
}

bool JobSourcesPage::needs_storage() const {
    const auto& draft = m_context.session.draft();
    const auto chosen = chosen_sources(draft);
    return chosen.contains(QStringLiteral("celery")) || chosen.contains(QStringLiteral("bullmq")) ||
           chosen.contains(QStringLiteral("rabbitmq")) || !draft.value("s3_endpoint").isEmpty() ||
           draft.is_changed("s3_endpoint");
}

void JobSourcesPage::show_panels() {
    const auto current = m_list->current();
    const auto chosen = chosen_sources(m_context.session.draft());
    m_orchestrator->setVisible(current == QLatin1String(kOrchestratorSource));
    for (auto* panel : m_panels) {
        const auto source = QString::fromStdString(panel->source());
        panel->setVisible(source == current);
        panel->set_in_use(chosen.contains(source));
    }
    const bool with_storage = m_wants_storage || needs_storage();
    m_panels.back()->setVisible(with_storage);
    m_panels.back()->set_in_use(with_storage);
    m_set_storage->setVisible(!with_storage);
    m_place->setHidden(std::ranges::all_of(m_panels, &SourcePanel::isHidden));
}

void JobSourcesPage::reveal(const std::string& key) {
    const auto panel = std::ranges::find_if(m_panels, [&](const SourcePanel* each) { return each->has(key); });
    if (panel == m_panels.end()) {
        return;
    }
    if (*panel == m_panels.back()) {
        m_wants_storage = true;
    } else {
        m_list->choose(QString::fromStdString((*panel)->source()));
    }
    show_panels();
}

bool JobSourcesPage::has_changes() const {
    return std::ranges::any_of(m_panels, [](const SourcePanel* panel) {
        return std::ranges::any_of(panel->secrets(), &SecretField::has_changes);
    });
}

bool JobSourcesPage::has_mistakes() const {
    return std::ranges::any_of(m_panels, [](const SourcePanel* panel) {
        return std::ranges::any_of(panel->secrets(), &SecretField::has_mistakes);
    });
}

void JobSourcesPage::apply_to_daemon(Done done) {
    apply_next(std::move(done));
}

void JobSourcesPage::apply_next(Done done) {
    for (const auto* panel : m_panels) {
        for (auto* secret : panel->secrets()) {
            if (!secret->has_changes()) {
                continue;
            }
            secret->apply(panel->key_of(*secret),
                          [this, secret, done = std::move(done)](const base::Result<AppliedSettings>& outcome) mutable {
                              if (!outcome) {
                                  reveal(secret->name());
                                  done(base::Error(outcome.error()));
                                  return;
                              }
                              m_applied.restart += outcome->restart;
                              apply_next(std::move(done));
                          });
            return;
        }
    }
    done(std::exchange(m_applied, {}));
}

} // namespace framehand::ui
