// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secret_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace framehand::ui {

using base::Json;

namespace {

constexpr int kLongest = 4096;

QString warning(const QString& words) {
    return QChar(0x26a0) + QLatin1Char(' ') + words;
}

} // namespace

SecretField::SecretField(PageContext& context, Kind kind, QWidget* parent)
    : QWidget(parent), m_context(context), m_kind(std::move(kind)), m_edit(new QLineEdit(this)),
      m_show(new QPushButton(tr("Show"), this)), m_remove(new QPushButton(tr("Remove"), this)),
      m_message(make_words({}, this)), m_state(make_words({}, this)),
      m_offer(new QPushButton(tr("Use the one in the keychain"), this)), m_outcome(make_words({}, this)) {
    const auto label = plain_label(m_kind.label);
    context.names[m_kind.name] = label;
    m_edit->setObjectName(QString::fromStdString(m_kind.name));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(kLongest);
    m_edit->setAccessibleName(label);
    m_show->setAccessibleName(tr("Show what is typed: %1").arg(label));
    m_remove->setAccessibleName(tr("Remove: %1").arg(label));
    m_offer->setAccessibleName(tr("Use the one in the keychain: %1").arg(label));
    m_show->setCheckable(true);
    m_remove->setCheckable(true);
    for (auto* button : {m_show, m_remove, m_offer}) {
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
    m_offer->hide();
    m_outcome->hide();
    refresh();
}

void SecretField::make_layout() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_show);
    row->addWidget(m_remove);
    layout->addLayout(row);
    layout->addWidget(m_message);
    layout->addWidget(m_state);
    layout->addWidget(m_offer, 0, Qt::AlignLeading);
    layout->addWidget(m_outcome);
}

void SecretField::set_key(const std::string& key) {
    if (m_key == key) {
        return;
    }
    m_key = key;
    offer_from_keychain();
}

void SecretField::set_held(Held held, const QString& problem) {
    m_held = held;
    m_problem = problem;
    offer_from_keychain();
    refresh();
}

void SecretField::forget() {
    ++m_question;
    m_held = Held::Unknown;
    m_problem.clear();
    m_edit->clear();
    m_show->setChecked(false);
    m_remove->setChecked(false);
    m_outcome->hide();
    m_offer->hide();
    refresh();
}

void SecretField::offer_from_keychain() {
    m_offer->hide();
    ++m_question;
    if (m_held != Held::None || m_key.empty()) {
        return;
    }
    m_context.services.secrets.read({kService, m_key}, [field = QPointer<SecretField>(this), question = m_question](
                                                           const base::Result<std::optional<base::Secret>>& secret) {
        // Without a keychain there is nothing to offer, which is no news to anybody.
        if (field && question == field->m_question && secret && *secret) {
            field->m_offer->show();
            field->refresh();
        }
    });
}

void SecretField::take_from_keychain() {
    m_context.services.secrets.read({kService, m_key}, [field = QPointer<SecretField>(this), question = m_question](
                                                           const base::Result<std::optional<base::Secret>>& secret) {
        if (!field || question != field->m_question) {
            return;
        }
        field->m_outcome->setVisible(!secret);
        if (!secret) {
            field->say(tr("The keychain cannot be read: %1").arg(QString::fromStdString(secret.error().text())));
        } else if (*secret) {
            field->m_remove->setChecked(false);
            field->m_edit->setText(QString::fromStdString((*secret)->reveal()));
            field->m_edit->setFocus();
        }
    });
}

void SecretField::say(const QString& words) {
    m_outcome->setText(words);
    m_outcome->show();
}

std::optional<base::Secret> SecretField::typed() const {
    return m_edit->text().isEmpty() ? std::nullopt : std::optional<base::Secret>(m_edit->text().toStdString());
}

bool SecretField::has_changes() const {
    return !m_edit->text().isEmpty() || m_remove->isChecked();
}

void SecretField::changed() {
    refresh();
    if (on_edit) {
        on_edit();
    }
    m_context.on_page_change();
}

QString SecretField::words() const {
    switch (m_held) {
    case Held::Unknown:
        return {};
    case Held::None:
        return m_offer->isHidden() ? tr("Not set.") : tr("Not set, but your keychain has one for this address.");
    case Held::File:
        return m_remove->isChecked() ? tr("Apply removes it from the keychain and from the file.")
               : m_problem.isEmpty() ? tr("Set. What is typed here takes its place.")
                                     : warning(m_problem);
    case Held::Credential:
        return tr("It is a credential that the service manager hands over. It can be changed only there.");
    case Held::Environment:
        return tr("The environment of the daemon has it. It can be changed only there.");
    case Held::Unsupported:
        return tr("This version of the daemon keeps no such secret.");
    }
    return {};
}

void SecretField::refresh() {
    const bool ours = m_held == Held::None || m_held == Held::File;
    const auto mistake = m_kind.mistake && !m_edit->text().isEmpty() ? m_kind.mistake(m_edit->text()) : QString();
    m_mistaken = !mistake.isEmpty();
    set_text(*m_message, m_mistaken ? warning(mistake) : QString());
    m_edit->setEnabled(ours && !m_remove->isChecked());
    m_show->setEnabled(ours);
    m_remove->setEnabled(m_held == Held::File);
    set_text(*m_state, words());
    m_edit->setAccessibleDescription(m_mistaken ? m_message->text() : m_state->text());
}

void SecretField::apply(const std::string& key, std::function<void(const base::Result<AppliedSettings>&)> done) {
    const auto secret = m_remove->isChecked() ? std::nullopt : typed();
    ++m_question;
    m_key = key;
    m_outcome->hide();
    auto params = m_kind.params;
    params[m_kind.member] = secret ? Json(secret->reveal()) : Json();
    m_context.services.daemon.call(m_kind.method, std::move(params), *this,
                                   [this, secret, done = std::move(done)](const base::Result<Json>& answer) {
                                       if (answer) {
                                           keep(secret, done);
                                       } else {
                                           say(warning(QString::fromStdString(answer.error().text())));
                                           done(base::Error(answer.error()));
                                       }
                                   });
}

void SecretField::keep(const std::optional<base::Secret>& secret,
                       const std::function<void(const base::Result<AppliedSettings>&)>& done) {
    const auto kept = [field = QPointer<SecretField>(this), secret, done](const base::Status& outcome) {
        if (!field) {
            return;
        }
        if (!outcome && secret) {
            field->say(tr("No keychain could take it, so it is kept in the file alone: %1")
                           .arg(QString::fromStdString(outcome.error().text())));
        } else if (!outcome && outcome.error().code != base::ErrorCode::Unsupported) { // without one, nothing is left
            field->say(tr("It could not be removed from the keychain: %1")
                           .arg(QString::fromStdString(outcome.error().text())));
        }
        field->applied(secret, done);
    };
    if (m_key.empty()) {
        applied(secret, done);
    } else if (secret) {
        m_context.services.secrets.write({kService, m_key}, *secret, kept);
    } else {
        m_context.services.secrets.remove({kService, m_key}, kept);
    }
}

void SecretField::applied(const std::optional<base::Secret>& secret,
                          const std::function<void(const base::Result<AppliedSettings>&)>& done) {
    m_held = secret ? Held::File : Held::None;
    m_problem.clear();
    m_edit->clear();
    m_show->setChecked(false);
    m_remove->setChecked(false);
    m_offer->hide();
    refresh();
    AppliedSettings applied;
    applied.restart.append(QString::fromStdString(m_kind.name));
    done(applied);
}

} // namespace framehand::ui
