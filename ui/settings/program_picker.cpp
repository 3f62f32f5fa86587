// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/program_picker.h"

#include "ui/settings/field_form.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace framehand::ui {

namespace {

constexpr QLatin1Char kComma(',');

} // namespace

ProgramPicker::ProgramPicker(const ports::Reading<std::vector<std::string>>& running, const QString& chosen,
                             QWidget* parent)
    : QDialog(parent), m_list(new QListWidget(this)) {
    setWindowTitle(tr("Programs that pause work"));
    auto* layout = new QVBoxLayout(this);
    auto* search_label = new QLabel(tr("&Search:"), this);
    auto* search = new QLineEdit(this);
    search->setAccessibleName(plain_label(search_label->text()));
    search_label->setBuddy(search);
    layout->addWidget(search_label);
    layout->addWidget(search);
    m_list->setAccessibleName(tr("Programs"));
    layout->addWidget(m_list);
    if (!running.value) {
        layout->addWidget(make_words(QString::fromStdString(running.why_unknown), this));
    }

    QStringList checked;
    for (const auto& name : chosen.split(kComma, Qt::SkipEmptyParts)) {
        checked.append(name.trimmed());
    }
    QStringList all = checked;
    for (const auto& name : running.value.value_or(std::vector<std::string>())) {
        const auto text = QString::fromStdString(name);
        // A comma would be read as two names.
        if (!all.contains(text) && !text.contains(kComma)) {
            all.append(text);
        }
    }
    for (const auto& name : all) {
        auto* item = new QListWidgetItem(name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(checked.contains(name) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);

    connect(search, &QLineEdit::textChanged, m_list, [this](const QString& text) {
        for (int row = 0; row < m_list->count(); ++row) {
            m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
        }
    });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

QString ProgramPicker::names() const {
    QStringList names;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            names.append(m_list->item(row)->text());
        }
    }
    return names.join(QStringLiteral(", "));
}

} // namespace framehand::ui
