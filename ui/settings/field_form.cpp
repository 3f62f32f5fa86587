// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/field_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace framehand::ui {

FieldForm::FieldForm(SettingsSession& session, SettingNames& names, QWidget* parent)
    : QWidget(parent), m_session(session), m_names(names), m_layout(new QFormLayout(this)) {
    m_layout->setContentsMargins({});
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

void FieldForm::add_row(const std::string& key, const QString& label, QWidget* row, QWidget* editor,
                        std::function<void(const QString&)> show) {
    auto* field = new QWidget(this);
    auto* lines = new QVBoxLayout(field);
    lines->setContentsMargins({});
    lines->setSpacing(2);
    row->setParent(field);
    lines->addWidget(row);
    auto* message = make_words({}, field);
    message->setObjectName(QStringLiteral("message of ") + QString::fromStdString(key));
    message->hide();
    lines->addWidget(message);
    editor->setObjectName(QString::fromStdString(key));
    if (label.isEmpty()) {
        m_layout->addRow(field);
    } else {
        auto* name = new QLabel(label, this);
        name->setBuddy(editor);
        m_layout->addRow(name, field);
    }
    m_rows.push_back({key, editor, row, message, std::move(show)});
}

void FieldForm::add_editor(const std::string& key, const QString& label, QWidget* row, QWidget* editor,
                           std::function<void(const QString&)> show) {
    if (!label.isEmpty()) {
        m_names[key] = plain_label(label);
        editor->setAccessibleName(plain_label(label));
    }
    add_row(key, label, row, editor, std::move(show));
}

QLineEdit* FieldForm::add_text(const std::string& key, const QString& label, const QString& hint) {
    auto* edit = new QLineEdit(this);
    edit->setPlaceholderText(hint);
    QObject::connect(edit, &QLineEdit::textEdited, edit,
                     [this, key](const QString& text) { m_session.set(key, text); });
    add_editor(key, label, edit, edit, [edit](const QString& value) {
        if (edit->text() != value) {
            edit->setText(value);
            edit->home(false);
        }
    });
    return edit;
}

QLineEdit* FieldForm::add_folder(const std::string& key, const QString& label, const QString& hint) {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto* edit = new QLineEdit(row);
    edit->setPlaceholderText(hint);
    auto* choose = new QPushButton(tr("Choose..."), row);
    choose->setAccessibleName(tr("Choose the folder: %1").arg(plain_label(label)));
    layout->addWidget(edit, 1);
    layout->addWidget(choose);
    QObject::connect(edit, &QLineEdit::textEdited, edit,
                     [this, key](const QString& text) { m_session.set(key, text); });
    QObject::connect(choose, &QPushButton::clicked, edit, [this, key, label, edit] {
        const auto folder = QFileDialog::getExistingDirectory(edit->window(), plain_label(label), edit->text());
        if (!folder.isEmpty()) {
            m_session.set(key, folder);
        }
    });
    add_editor(key, label, row, edit, [edit](const QString& value) {
        if (edit->text() != value) {
            edit->setText(value);
            edit->home(false);
        }
    });
    return edit;
}

void FieldForm::add_choice(const std::string& key, const QString& label, const Choices& choices) {
    auto* box = new QComboBox(this);
    for (const auto& [value, shown] : choices) {
        box->addItem(shown, value);
    }
    QObject::connect(box, &QComboBox::activated, box,
                     [this, key, box] { m_session.set(key, box->currentData().toString()); });
    add_editor(key, label, box, box, [box](const QString& value) { box->setCurrentIndex(box->findData(value)); });
}

void FieldForm::add_switch(const std::string& key, const QString& label, const QString& on, const QString& off) {
    auto* box = new QCheckBox(label, this);
    box->setAccessibleName(plain_label(label));
    m_names[key] = plain_label(label);
    QObject::connect(box, &QCheckBox::clicked, box,
                     [this, key, on, off](bool checked) { m_session.set(key, checked ? on : off); });
    add_row(key, {}, box, box, [box, on](const QString& value) { box->setChecked(value == on); });
}

void FieldForm::add_number(const std::string& key, const QString& label, int most, const QString& none,
                           const QString& suffix) {
    auto* box = new QSpinBox(this);
    box->setRange(0, most);
    box->setSpecialValueText(none);
    box->setSuffix(suffix);
    QObject::connect(box, &QSpinBox::valueChanged, box,
                     [this, key](int value) { m_session.set(key, QString::number(value)); });
    add_editor(key, label, box, box, [box](const QString& value) {
        const QSignalBlocker quiet(box);
        box->setValue(value.toInt());
    });
}

void FieldForm::add_widget(QWidget* widget) {
    m_layout->addRow(widget);
}

void FieldForm::add_labelled(const QString& label, QWidget* row, QWidget* editor) {
    auto* name = new QLabel(label, this);
    name->setBuddy(editor);
    m_layout->addRow(name, row);
}

std::vector<std::string> FieldForm::keys() const {
    std::vector<std::string> keys;
    std::ranges::transform(m_rows, std::back_inserter(keys), &Row::key);
    return keys;
}

QString FieldForm::message(const SettingsSession& session, const std::string& key) {
    const auto& draft = session.draft();
    if (const auto lock = draft.lock(key); !lock.isEmpty()) {
        return tr("Decided by %1, which goes before the settings file.").arg(lock);
    }
    if (const auto mistake = draft.mistake(key); !mistake.isEmpty()) {
        return QChar(0x26a0) + QLatin1Char(' ') + mistake;
    }
    return session.state() == SettingsSession::State::Ready && draft.find(key) == nullptr
               ? tr("This version of the daemon does not know it.")
               : QString();
}

void FieldForm::refresh() {
    const auto& draft = m_session.draft();
    const bool ready = m_session.state() == SettingsSession::State::Ready;
    for (const auto& row : m_rows) {
        const auto* field = draft.find(row.key);
        row.show(draft.value(row.key));
        row.row->setEnabled(ready && field != nullptr && draft.lock(row.key).isEmpty());
        const auto words = message(m_session, row.key);
        row.message->setText(words);
        row.message->setVisible(!words.isEmpty());
        row.editor->setAccessibleDescription(words.isEmpty() && field != nullptr ? field->help : words);
    }
}

} // namespace framehand::ui
