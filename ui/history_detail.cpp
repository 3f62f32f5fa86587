// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history_detail.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace framehand::ui {

HistoryDetail::HistoryDetail(const HistoryEntry& entry, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Job: %1").arg(entry.title));
    auto* layout = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->addLayout(form);
    const QLocale locale;
    add(*form, tr("Video:"), entry.input);
    add(*form, tr("Result:"), HistoryWords::state(entry.state));
    add(*form, tr("Began:"),
        entry.started.isValid() ? locale.toString(entry.started, QLocale::ShortFormat) : QString());
    add(*form, tr("Ended:"), HistoryWords::ended(entry));
    add(*form, entry.counts_pauses ? tr("Took, with pauses:") : tr("Took, without pauses:"),
        HistoryWords::duration(entry));
    add(*form, tr("Speed:"), HistoryWords::speed(entry));
    add(*form, tr("Size before:"), HistoryWords::size_before(entry));
    add(*form, tr("Size after:"), HistoryWords::size_after(entry));
    add(*form, tr("Made:"), entry.rungs.join(tr(", ", "between renditions")));
    add(*form, tr("Folder on the share:"), entry.output);
    add(*form, tr("Playlist:"), entry.index);
    add(*form, tr("Attempts:"), locale.toString(entry.attempts));
    add(*form, tr("Job's id:"), entry.id);
    add(*form, tr("Error:"), entry.error);
    if (!entry.cause.isEmpty()) {
        auto* name = new QLabel(tr("&Cause:"), this);
        auto* cause = new QPlainTextEdit(entry.cause, this);
        cause->setReadOnly(true);
        cause->setAccessibleName(tr("Cause"));
        cause->setTabChangesFocus(true);
        name->setBuddy(cause);
        layout->addWidget(name);
        layout->addWidget(cause, 1);
        m_lines.append(tr("Cause:") + QLatin1Char(' ') + entry.cause);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copy = buttons->addButton(tr("C&opy"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(as_text()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

void HistoryDetail::add(QFormLayout& form, const QString& name, const QString& value) {
    if (value.isEmpty()) {
        return;
    }
    auto* label = new QLabel(value, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleDescription(name);
    form.addRow(name, label);
    m_lines.append(name + QLatin1Char(' ') + value);
}

} // namespace framehand::ui
