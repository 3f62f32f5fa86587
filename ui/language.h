// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace framehand::ui {

/// The language of all visible text. Main thread.
class Language {
public:
    struct Choice {
        QString code; ///< "de"
        QString name; ///< in itself: "Deutsch"
    };

    /// English, and each for which `folder` holds framehand_CODE.qm, in the order of their names.
    [[nodiscard]] static std::vector<Choice> choices(const QString& folder = default_folder());

    /// Where the translations of this build are.
    [[nodiscard]] static QString default_folder() { return QStringLiteral(":/i18n"); }

    Language() = default;
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    /// Before the first window is made: text that is shown stays as it is. "" is the system's. English where there is
    /// no translation.
    void install(const QString& code, const QString& folder = default_folder());

private:
    QTranslator m_program;
    QTranslator m_qt; ///< the texts of Qt's own dialogs
};

} // namespace framehand::ui
