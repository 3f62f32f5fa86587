// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop_calls.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QStandardPaths>

namespace framehand::ui {

DesktopCalls DesktopCalls::real() {
    DesktopCalls calls;
    calls.open = [](const QUrl& url) { return QDesktopServices::openUrl(url); };
    calls.choose_file = [](QWidget* parent, const QString& title, const QString& name) {
        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        return QFileDialog::getSaveFileName(parent, title, folder.filePath(name));
    };
    calls.confirm = [](QWidget* parent, const QString& title, const QString& text) {
        QMessageBox box(QMessageBox::Information, title, text, QMessageBox::Save | QMessageBox::Cancel, parent);
        box.setTextFormat(Qt::PlainText);
        return box.exec() == QMessageBox::Save;
    };
    return calls;
}

} // namespace framehand::ui
