// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace framehand::ui {

std::vector<Language::Choice> Language::choices(const QString& folder) {
    std::vector<Choice> found{{QStringLiteral("en"), QStringLiteral("English")}};
    const auto files = QDir(folder).entryList({QStringLiteral("framehand_*.qm")}, QDir::Files);
    for (const auto& file : files) {
        const auto code = file.section(QLatin1Char('_'), 1).chopped(3);
        const auto name = QLocale(code).nativeLanguageName();
        if (!name.isEmpty() && code != QStringLiteral("en")) {
            found.push_back({code, name.at(0).toUpper() + name.mid(1)});
        }
    }
    std::ranges::sort(found, {}, [](const Choice& choice) { return choice.name.toCaseFolded(); });
    return found;
}

Language::~Language() {
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::install(const QString& code, const QString& folder) {
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    if (!code.isEmpty()) {
        QLocale::setDefault(locale);
    }
    // English has its plurals there.
    if (m_program.load(locale, QStringLiteral("framehand"), QStringLiteral("_"), folder) ||
        m_program.load(QStringLiteral("framehand_en"), folder)) {
        QCoreApplication::installTranslator(&m_program);
        if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
            QCoreApplication::installTranslator(&m_qt);
        }
    }
}

} // namespace framehand::ui
