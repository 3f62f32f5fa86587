// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QPushButton;
class QWidget;

namespace framehand::ui {

/// "&Name:" -> "Name": what a control is called where no key is marked.
[[nodiscard]] QString plain_label(QString label);

/// A paragraph that wraps and can be copied. Plain text: what other programs and files say is never taken for mark-up.
[[nodiscard]] QLabel* make_words(const QString& text, QWidget* parent);

/// The same for text that comes later. A screen reader reads it, and then what it is.
[[nodiscard]] QLabel* make_label(const QString& what_it_is, QWidget* parent);

/// Hidden while there is nothing to say.
void set_text(QLabel& label, const QString& text);

/// Named for screen readers by its text.
[[nodiscard]] QPushButton* make_button(const QString& text, QWidget* parent);

} // namespace framehand::ui
