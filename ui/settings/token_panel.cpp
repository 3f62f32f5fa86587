// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/token_panel.h"

#include "core/settings/access_token.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <utility>

namespace framehand::ui {

using base::Json;

namespace {

QString trimmed(QString orchestrator) {
    while (orchestrator.endsWith(QLatin1Char('/'))) {
        orchestrator.chop(1);
    }
    return orchestrator;
}

} // namespace

TokenPanel::TokenPanel(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_secret(nullptr), m_place(make_words({}, this)) {
    const auto text = tr("Access to&ken:");
    const auto mistake = [](const QString& token) {
        return settings::check_access_token(token.toStdString())
                   ? QString()
                   : tr("An access token has from %1 to %2 characters: letters, digits and -._~+/, and = at its end.")
                         .arg(settings::kShortestToken)
                         .arg(settings::kLongestToken);
    };
    m_secret = new SecretField(context, {kName, text, "token.set", Json::object(), "token", mistake}, this);
    auto* layout = new QFormLayout(this);
    layout->setContentsMargins({});
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto* label = new QLabel(text, this);
    label->setBuddy(&m_secret->edit());
    layout->addRow(label, m_secret);
    layout->addRow(make_words(tr("An orchestrator may ask for an access token. This PC shows it to its "
                                 "orchestrator; if it is the orchestrator itself, all others must show it."),
                              this));
    layout->addRow(m_place);
    refresh();
}

std::string TokenPanel::key() const {
    const auto orchestrator = m_orchestrator.value_or(QString());
    return orchestrator.isEmpty() ? "access token of this PC's own orchestrator"
                                  : "access token of " + orchestrator.toStdString();
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
    m_secret->forget();
    refresh();
}

void TokenPanel::ask() {
    m_context.services.daemon.call("state.get", Json::object(), *this,
                                   [this, question = ++m_question](const base::Result<Json>& answer) {
                                       if (question == m_question) {
                                           show_state(answer);
                                       }
                                   });
}

void TokenPanel::show_state(const base::Result<Json>& answer) {
    auto held = SecretField::Held::Unknown;
    if (answer) {
        const auto state = answer->find("state");
        const auto told = state != answer->end() && state->is_object() ? state->value(kName, Json()) : Json();
        held = told == "none"         ? SecretField::Held::None
               : told == "file"       ? SecretField::Held::File
               : told == "credential" ? SecretField::Held::Credential
                                      : SecretField::Held::Unsupported;
    }
    m_secret->set_held(SecretField::Held::Unknown); // of another key
    m_secret->set_key(key());
    m_secret->set_held(held);
    refresh();
}

void TokenPanel::refresh() {
    const auto folder = m_context.session.draft().value("data_dir");
    m_place->setText(tr("It is kept in your keychain and, because the daemon also works while nobody is logged in to "
                        "unlock a keychain, in a file that only you can read: %1")
                         .arg(folder + QStringLiteral("/access-token")));
}

void TokenPanel::apply(const QString& orchestrator, std::function<void(const base::Result<AppliedSettings>&)> done) {
    ++m_question;
    m_orchestrator = trimmed(orchestrator);
    m_secret->apply(key(), std::move(done));
}

} // namespace framehand::ui
