// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

namespace framehand::ui {

QString plain_label(QString label) {
    // Where a language has no letters for keys, they follow in brackets: "検索(&S)".
    static const QRegularExpression key_in_brackets(QStringLiteral("\\s?\\(&[^&]\\)"));
    static const QRegularExpression colon(QStringLiteral("\\s*[:：]$"));
    label.remove(key_in_brackets);
    // Of "&&" one stays.
    const QChar mark(1);
    label.replace(QStringLiteral("&&"), mark);
    label.remove(QLatin1Char('&')).replace(mark, QLatin1Char('&'));
    return label.remove(colon);
}

QLabel* make_words(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* make_label(const QString& what_it_is, QWidget* parent) {
    auto* label = make_words({}, parent);
    label->setAccessibleDescription(what_it_is);
    return label;
}

void set_text(QLabel& label, const QString& text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

QPushButton* make_button(const QString& text, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setAccessibleName(plain_label(text));
    return button;
}

} // namespace framehand::ui
