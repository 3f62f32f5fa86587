// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/token_panel.h"

#include "core/settings/access_token.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace framehand::ui {

using base::Json;

TokenPanel::TokenPanel(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_label(new QLabel(tr("Access to&ken:"), this)), m_edit(new QLineEdit(this)),
      m_show(new QPushButton(tr("&Show"), this)), m_remove(new QPushButton(tr("Remo&ve"), this)),
      m_message(make_words({}, this)), m_state(make_words({}, this)),
      m_offer(new QPushButton(tr("&Use the one in the keychain"), this)), m_place(make_words({}, this)),
      m_outcome(make_words({}, this)) {
    context.names[kName] = plain_label(m_label->text());
    m_edit->setObjectName(QString::fromLatin1(kName));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setAccessibleName(plain_label(m_label->text()));
    m_label->setBuddy(m_edit);
    m_show->setCheckable(true);
    m_remove->setCheckable(true);
    for (auto* button : {m_show, m_remove, m_offer}) {
        button->setAccessibleName(plain_label(button->text()));
        button->setAutoDefault(false);
    }
    make_layout();
    connect(m_edit, &QLineEdit::textChanged, this, [this] { changed(); });
    connect(m_show, &QPushButton::toggled, this,
            [this](bool shown) { m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_remove, &QPushButton::toggled, this, [this](bool remove) {
        if (remove) {
            m_edit->clear();
        }
        changed();
    });
    connect(m_offer, &QPushButton::clicked, this, [this] { take_from_keychain(); });
    m_message->hide();
    m_offer->hide();
    m_outcome->hide();
    refresh();
}

void TokenPanel::make_layout() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    auto* row = new QHBoxLayout;
    row->addWidget(m_label);
    row->addWidget(m_edit, 1);
    row->addWidget(m_show);
    row->addWidget(m_remove);
    layout->addLayout(row);
    layout->addWidget(m_message);
    layout->addWidget(m_state);
    layout->addWidget(m_offer, 0, Qt::AlignLeading);
    layout->addWidget(m_outcome);
    layout->addWidget(make_words(tr("An orchestrator may ask for an access token. This PC shows it to its "
                                    "orchestrator; if it is the orchestrator itself, all others must show it."),
                                 this));
    layout->addWidget(m_place);
}

ports::SecretStore::Name TokenPanel::name() const {
    const auto orchestrator = m_orchestrator.value_or(QString());
    return {kService, orchestrator.isEmpty() ? "access token of this PC's own orchestrator"
                                             : "access token of " + orchestrator.toStdString()};
}

QString TokenPanel::trimmed(QString orchestrator) {
    while (orchestrator.endsWith(QLatin1Char('/'))) {
        orchestrator.chop(1);
    }
    return orchestrator;
}

void TokenPanel::look(const QString& orchestrator) {
    if (m_orchestrator != trimmed(orchestrator)) {
        m_orchestrator = trimmed(orchestrator);
        ask();
    }
}

void TokenPanel::forget() {
    ++m_question;
    m_orchestrator.reset();
    m_known = Known::Nothing;
    m_edit->clear();
    m_show->setChecked(false);
    m_remove->setChecked(false);
    m_outcome->hide();
    m_offer->hide();
    refresh();
}

void TokenPanel::ask() {
    m_offer->hide();
    m_context.services.daemon.call("state.get", Json::object(), *this,
                                   [this, question = ++m_question](const base::Result<Json>& answer) {
                                       if (question == m_question) {
                                           show_state(answer);
                                       }
                                   });
}

void TokenPanel::show_state(const base::Result<Json>& answer) {
    m_known = Known::Nothing;
    if (answer) {
        const auto state = answer->find("state");
        const auto told = state != answer->end() && state->is_object() ? state->value(kName, Json()) : Json();
        m_known = told == "none"         ? Known::None
                  : told == "file"       ? Known::File
                  : told == "credential" ? Known::Credential
                                         : Known::Unsupported;
    }
    refresh();
    if (m_known == Known::None) {
        offer_from_keychain();
    }
}

void TokenPanel::offer_from_keychain() {
    m_context.services.secrets.read(name(), [panel = QPointer<TokenPanel>(this), question = m_question](
                                                const base::Result<std::optional<base::Secret>>& secret) {
        // Without a keychain there is nothing to offer, which is no news to anybody.
        if (panel && question == panel->m_question && secret && *secret) {
            panel->m_offer->show();
            panel->refresh();
        }
    });
}

void TokenPanel::take_from_keychain() {
    m_context.services.secrets.read(name(), [panel = QPointer<TokenPanel>(this), question = m_question](
                                                const base::Result<std::optional<base::Secret>>& secret) {
        if (!panel || question != panel->m_question) {
            return;
        }
        panel->m_outcome->setVisible(!secret);
        if (!secret) {
            panel->m_outcome->setText(
                tr("The keychain cannot be read: %1").arg(QString::fromStdString(secret.error().text())));
        } else if (*secret) {
            panel->m_remove->setChecked(false);
            panel->m_edit->setText(QString::fromStdString((*secret)->reveal()));
            panel->m_edit->setFocus();
        }
    });
}

bool TokenPanel::has_changes() const {
    return !m_edit->text().isEmpty() || m_remove->isChecked();
}

void TokenPanel::changed() {
    refresh();
    m_context.on_page_change();
}

QString TokenPanel::words() const {
    switch (m_known) {
    case Known::Nothing:
        return {};
    case Known::None:
        return m_offer->isHidden() ? tr("No access token is set.")
                                   : tr("No access token is set, but your keychain has one for this orchestrator.");
    case Known::File:
        return m_remove->isChecked() ? tr("Apply removes the access token from the keychain and from the file.")
                                     : tr("An access token is set.");
    case Known::Credential:
        return tr(
            "The access token is a credential that the service manager hands over. It can be changed only there.");
    case Known::Unsupported:
        return tr("This version of the daemon knows no access token.");
    }
    return {};
}

void TokenPanel::refresh() {
    const bool ours = m_known == Known::None || m_known == Known::File;
    const auto token = m_edit->text();
    m_mistaken = !token.isEmpty() && !settings::check_access_token(token.toStdString());
    m_message->setVisible(m_mistaken);
    m_message->setText(
        m_mistaken
            ? QChar(0x26a0) + QLatin1Char(' ') +
                  tr("An access token has from %1 to %2 characters: letters, digits and -._~+/, and = at its end.")
                      .arg(settings::kShortestToken)
                      .arg(settings::kLongestToken)
            : QString());
    m_edit->setEnabled(ours && !m_remove->isChecked());
    m_show->setEnabled(ours);
    m_remove->setEnabled(m_known == Known::File);
    m_state->setText(words());
    m_state->setVisible(!m_state->text().isEmpty());
    m_edit->setAccessibleDescription(m_mistaken ? m_message->text() : m_state->text());
    const auto folder = m_context.session.draft().value("data_dir");
    m_place->setText(tr("It is kept in your keychain and, because the daemon also works while nobody is logged in to "
                        "unlock a keychain, in a file that only you can read: %1")
                         .arg(folder + QStringLiteral("/access-token")));
}

void TokenPanel::apply(const QString& orchestrator, std::function<void(const base::Result<AppliedSettings>&)> done) {
    std::optional<base::Secret> token;
    if (!m_remove->isChecked()) {
        token.emplace(m_edit->text().toStdString());
    }
    ++m_question;
    m_orchestrator = trimmed(orchestrator);
    m_outcome->hide();
    const auto params = Json{{"token", token ? Json(token->reveal()) : Json()}};
    m_context.services.daemon.call(
        "token.set", params, *this, [this, token, done = std::move(done)](const base::Result<Json>& answer) {
            if (!answer) {
                done(base::Error(answer.error()));
                return;
            }
            const auto kept = [panel = QPointer<TokenPanel>(this), token, done](const base::Status& outcome) {
                if (!panel) {
                    return;
                }
                if (!outcome) {
                    const auto why = QString::fromStdString(outcome.error().text());
                    panel->m_outcome->setText(
                        token ? tr("No keychain could take the access token, so it is kept in the file alone: %1")
                                    .arg(why)
                              : tr("The access token could not be removed from the keychain: %1").arg(why));
                    // Where there is none, there is nothing left in it.
                    panel->m_outcome->setVisible(token || outcome.error().code != base::ErrorCode::Unsupported);
                }
                panel->applied(token, done);
            };
            if (token) {
                m_context.services.secrets.write(name(), *token, kept);
            } else {
                m_context.services.secrets.remove(name(), kept);
            }
        });
}

void TokenPanel::applied(const std::optional<base::Secret>& token,
                         const std::function<void(const base::Result<AppliedSettings>&)>& done) {
    m_known = token ? Known::File : Known::None;
    m_edit->clear();
    m_show->setChecked(false);
    m_remove->setChecked(false);
    m_offer->hide();
    refresh();
    AppliedSettings applied;
    applied.restart.append(QString::fromLatin1(kName));
    done(applied);
}

} // namespace framehand::ui
