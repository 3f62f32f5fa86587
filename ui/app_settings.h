// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notice.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <filesystem>

namespace framehand::ui {

enum class Appearance {
    System, ///< as the desktop does
    Light,
    Dark,
};

/// What the desktop app keeps for itself: nothing that the daemon knows. An INI file, written at once; a value that is
/// missing or spelled wrong is the default. Main thread.
class AppSettings {
public:
    /// The file need not exist.
    explicit AppSettings(const std::filesystem::path& file);

    [[nodiscard]] Appearance appearance() const;
    void set_appearance(Appearance appearance);

    /// "de", or "" for the one of the system.
    [[nodiscard]] QString language() const;
    void set_language(const QString& code);

    /// Whether notices of this kind are shown; all are by default.
    [[nodiscard]] bool notifies(Notice::Kind kind) const;
    void set_notifies(Notice::Kind kind, bool notifies);

    /// Whether the first setup was finished, or put off, by the person.
    [[nodiscard]] bool first_run_done() const;
    void set_first_run_done();

    /// As QWidget::saveGeometry() made it; empty if there is none.
    [[nodiscard]] QByteArray window_geometry() const;
    void set_window_geometry(const QByteArray& geometry);

private:
    void set(const QString& key, const QVariant& value);

    QSettings m_file;
};

} // namespace framehand::ui
