// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <functional>

class QWidget;

namespace framehand::ui {

/// What pages ask of the desktop around them; tests answer for it. All are set.
struct DesktopCalls {
    /// Opens a file or a folder with the person's own program; false if there is none for it.
    std::function<bool(const QUrl&)> open;
    /// Where to save a file of this proposed name; "" if the person does not want to.
    std::function<QString(QWidget* parent, const QString& title, const QString& name)> choose_file;
    /// Shows a text and asks whether to go on.
    std::function<bool(QWidget* parent, const QString& title, const QString& text)> confirm;

    /// Those of the real desktop.
    [[nodiscard]] static DesktopCalls real();
};

} // namespace framehand::ui
