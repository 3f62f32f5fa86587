// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/source_panel.h"

#include "ui/json_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace framehand::ui {

using base::Json;

HeldSecrets HeldSecrets::from(const Json& answer) {
    HeldSecrets held;
    if (!answer.is_object() || !answer.contains("secrets") || !answer["secrets"].is_array()) {
        return held;
    }
    for (const auto& told : answer["secrets"]) {
        const auto from = json_view::any_text(told, "from");
        Each each{SecretField::Held::None, json_view::any_text(told, "problem")};
        if (from == QStringLiteral("file")) {
            each.held = SecretField::Held::File;
        } else if (from == QStringLiteral("credential")) {
            each.held = SecretField::Held::Credential;
        } else if (from == QStringLiteral("environment")) {
            each.held = SecretField::Held::Environment;
        }
        held.secrets[json_view::any_text(told, "name").toStdString()] = each;
    }
    return held;
}

HeldSecrets::Each HeldSecrets::of(const std::string& name) const {
    const auto found = secrets.find(name);
    return found == secrets.end() ? Each{} : found->second;
}

SourcePanel::SourcePanel(PageContext& context, std::string source, const QString& title, const QString& words,
                         QWidget* parent)
    : QGroupBox(title, parent), m_context(context), m_source(std::move(source)),
      m_unused(make_words(tr("It is not checked in the list above, so that no jobs are taken from it."), this)),
      m_form(new FieldForm(context.session, context.names, this)),
      m_cannot_test(make_words(tr("This version of the daemon cannot test it."), this)) {
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(make_words(words, this));
    layout->addWidget(m_unused);
    layout->addWidget(m_form);
    m_cannot_test->hide();
}

void SourcePanel::add_secret(settings::SourceSecret secret, const QString& label, const std::string& address) {
    const std::string name(settings::to_string(secret));
    auto* field = new SecretField(m_context, {name, label, "secrets.set", {{"name", name}}, "value", {}}, m_form);
    m_form->add_labelled(label, field, &field->edit());
    field->on_edit = [this] {
        if (m_test != nullptr) {
            m_test->forget();
        }
    };
    m_addresses[name] = address;
    m_secrets.push_back(field);
}

void SourcePanel::add_test(const QString& button, const QString& rest) {
    m_test = new TestPanel(
        m_context.services.daemon, "sources.test", [this] { return params(); }, button, this);
    layout()->addWidget(m_cannot_test);
    layout()->addWidget(m_test);
    if (!rest.isEmpty()) {
        layout()->addWidget(make_words(
            tr("Its other settings are on the page Advanced, where their names begin with \"%1\".").arg(rest), this));
    }
}

bool SourcePanel::has(const std::string& name) const {
    return m_addresses.contains(name) || std::ranges::count(m_form->keys(), name) > 0;
}

void SourcePanel::set_in_use(bool in_use) {
    m_in_use = in_use;
    m_unused->setVisible(!in_use);
}

void SourcePanel::set_testable(bool testable) {
    m_cannot_test->setVisible(!testable);
    m_test->setVisible(testable);
}

Json SourcePanel::settings() const {
    const auto& draft = m_context.session.draft();
    const auto changes = draft.changes();
    const auto mine = m_form->keys();
    auto values = Json::object();
    for (const auto& field : draft.fields()) {
        const bool own = std::ranges::count(mine, field.key) > 0;
        if (own && draft.lock(field.key).isEmpty()) {
            // Also what is not changed: the file may have values that are not in force yet.
            values[field.key] = changes.contains(field.key) ? changes[field.key] : Json(field.value.toStdString());
        } else if (!own && field.group == QStringLiteral("source") && changes.contains(field.key) &&
                   draft.mistake(field.key).isEmpty()) {
            values[field.key] = changes[field.key];
        }
    }
    return values;
}

Json SourcePanel::params() const {
    auto secrets = Json::object();
    for (const auto* field : m_secrets) {
        if (const auto typed = field->typed()) {
            secrets[field->name()] = typed->reveal();
        }
    }
    return {{"source", m_source}, {"settings", settings()}, {"secrets", std::move(secrets)}};
}

void SourcePanel::show_secrets(const HeldSecrets& held) {
    for (auto* field : m_secrets) {
        const auto each = held.of(field->name());
        field->set_held(each.held, each.problem);
    }
}

void SourcePanel::forget_secrets() {
    for (auto* field : m_secrets) {
        field->forget();
    }
}

std::string SourcePanel::key_of(const SecretField& secret) const {
    auto address = m_context.session.draft().value(m_addresses.at(secret.name())).trimmed();
    while (address.endsWith(QLatin1Char('/'))) {
        address.chop(1);
    }
    return address.isEmpty() ? std::string() : secret.name() + " of " + address.toStdString();
}

void SourcePanel::set_keys() {
    const auto& draft = m_context.session.draft();
    for (auto* field : m_secrets) {
        // Not while an address is typed: a keychain may have to be unlocked.
        if (!draft.is_changed(m_addresses.at(field->name()))) {
            field->set_key(key_of(*field));
        }
    }
}

void SourcePanel::refresh() {
    m_form->refresh();
    if (m_in_use && m_context.session.state() == SettingsSession::State::Ready) {
        set_keys();
    }
    if (auto values = settings(); values != m_tested) {
        m_tested = std::move(values);
        m_test->forget();
    }
}

} // namespace framehand::ui
