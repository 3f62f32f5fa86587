// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_folder.h"
#include "ui/language.h"

#include <QLocale>
#include <gtest/gtest.h>

namespace framehand::ui {
namespace {

TEST(LanguageTest, OffersEnglishAndWhatThereIsATranslationFor) {
    const test::TempFolder folder;
    folder.write("framehand_de.qm", "");
    folder.write("framehand_zh_CN.qm", "");
    folder.write("other_fr.qm", "");
    folder.write("framehand_tlh_none.txt", "");
    const auto choices = Language::choices(QString::fromStdString(folder.path().string()));
    ASSERT_EQ(choices.size(), 3U);
    EXPECT_EQ(choices[0].code.toStdString(), "de");
    EXPECT_EQ(choices[0].name.toStdString(), "Deutsch");
    EXPECT_EQ(choices[1].code.toStdString(), "en");
    EXPECT_EQ(choices[2].code.toStdString(), "zh_CN");
}

TEST(LanguageTest, WithoutATranslationItIsEnglish) {
    const test::TempFolder folder;
    const QLocale before;
    {
        Language language;
        language.install(QStringLiteral("de"), QString::fromStdString(folder.path().string()));
        EXPECT_EQ(QCoreApplication::translate("MainWindow", "Framehand").toStdString(), "Framehand");
    }
    QLocale::setDefault(before);
}

} // namespace
} // namespace framehand::ui
