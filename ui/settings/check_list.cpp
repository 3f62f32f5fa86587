// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/check_list.h"

#include "ui/json_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace framehand::ui {

std::vector<CheckLine> check_lines(const base::Json& answer) {
    std::vector<CheckLine> lines;
    if (!answer.is_object() || !answer.contains("checks") || !answer["checks"].is_array()) {
        return lines;
    }
    for (const auto& check : answer["checks"]) {
        const auto health = json_view::any_text(check, "health");
        CheckLine line{json_view::any_text(check, "what"), CheckLine::Health::Warn,
                       json_view::any_text(check, "finding"), json_view::any_text(check, "advice")};
        if (health == QStringLiteral("ok")) {
            line.health = CheckLine::Health::Ok;
        } else if (health == QStringLiteral("fail")) {
            line.health = CheckLine::Health::Fail;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

CheckList::CheckList(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins({});
    setAccessibleName(tr("What the test found"));
    clear();
}

void CheckList::clear() {
    delete m_lines;
    m_lines = new QWidget(this);
    auto* grid = new QGridLayout(m_lines);
    grid->setContentsMargins({});
    grid->setColumnStretch(1, 1);
    m_layout->addWidget(m_lines);
    m_text.clear();
}

void CheckList::add(const QString& sign, const QString& words) {
    auto* grid = static_cast<QGridLayout*>(m_lines->layout());
    const int row = grid->rowCount();
    if (!sign.isEmpty()) {
        grid->addWidget(new QLabel(sign, m_lines), row, 0, Qt::AlignTop);
    }
    auto* label = new QLabel(words, m_lines);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(label, row, 1);
    m_text += (m_text.isEmpty() ? QString() : QStringLiteral("\n")) +
              (sign.isEmpty() ? QString() : sign + QLatin1Char(' ')) + words;
}

void CheckList::show_lines(const std::vector<CheckLine>& lines) {
    clear();
    for (const auto& line : lines) {
        QString sign = QStringLiteral("\u2713");
        QString words = tr("%1: %2").arg(line.what, line.finding);
        if (line.health == CheckLine::Health::Warn) {
            sign = QStringLiteral("\u26a0");
        } else if (line.health == CheckLine::Health::Fail) {
            sign = QStringLiteral("\u2717");
        }
        if (!line.advice.isEmpty()) {
            words += QLatin1Char('\n') + line.advice;
        }
        add(sign, words);
    }
    setAccessibleDescription(m_text);
}

void CheckList::show_words(const QString& words) {
    clear();
    if (!words.isEmpty()) {
        add({}, words);
    }
    setAccessibleDescription(m_text);
}

} // namespace framehand::ui
