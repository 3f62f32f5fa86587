// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_services.h"
#include "tests/ui/find_children.h"
#include "ui/first_run/first_run_wizard.h"
#include "ui/first_run/result_page.h"
#include "ui/first_run/summary_page.h"
#include "ui/settings/test_panel.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using base::Json;
using testing::HasSubstr;

class FirstRunWizardTest : public testing::Test {
protected:
    FirstRunWizardTest() {
        wizard.show();
        fake.answer_settings();
    }

    void next() {
        auto* button =
            wizard.button(wizard.currentId() == FirstRunWizard::Summary ? QWizard::CommitButton : QWizard::NextButton);
        ASSERT_TRUE(button->isEnabled()) << "on page " << wizard.currentId();
        button->click();
    }

    [[nodiscard]] bool can_go_on() const { return wizard.button(QWizard::NextButton)->isEnabled(); }

    template <typename Widget>
    [[nodiscard]] Widget* on_page(int index = 0) const {
        return test::find_children<Widget>(*wizard.currentPage()).at(static_cast<std::size_t>(index));
    }

    void test_nas(bool ok) {
        on_page<TestPanel>()->button().click();
        fake.daemon.answer(
            "storage.test",
            Json{{"ok", ok}, {"checks", Json::array({{{"what", "write"}, {"health", ok ? "ok" : "fail"}}})}});
    }

    void go_to_summary() {
        next();
        next();
        on_page<QComboBox>()->setCurrentText(QStringLiteral("/mnt/nas"));
        test_nas(true);
        next();
        next();
        next();
    }

    [[nodiscard]] std::string summary() const {
        return static_cast<SummaryPage*>(wizard.page(FirstRunWizard::Summary))->text().toStdString();
    }

    test::FakeServices fake{"# mine\n"};
    FirstRunWizard wizard{fake.services, {QStringLiteral("/mnt/nas"), QStringLiteral("/mnt/films")}};
};

TEST_F(FirstRunWizardTest, SaysWhatItFound) {
    QString found;
    for (auto* list : test::find_children<CheckList>(*wizard.page(FirstRunWizard::Welcome))) {
        found += list->text();
    }
    EXPECT_THAT(found.toStdString(), HasSubstr("/mnt/nas, /mnt/films"));
    EXPECT_THAT(found.toStdString(), HasSubstr("config.yml is there"));
    EXPECT_TRUE(can_go_on());
}

TEST_F(FirstRunWizardTest, SaysWhatAServiceOfTheMachineMeans) {
    const auto words = [](const QWizardPage& page) {
        std::string all;
        for (const auto* label : page.findChildren<QLabel*>()) {
            all += label->text().toStdString() + '\n';
        }
        return all;
    };
    EXPECT_THAT(words(*wizard.page(FirstRunWizard::Work)), testing::Not(HasSubstr("an administrator must agree")));
    fake.service.its_kind = ports::BackgroundService::Kind::OfTheMachine;
    const FirstRunWizard other(fake.services, {});
    EXPECT_THAT(words(*other.page(FirstRunWizard::Work)), HasSubstr("an administrator must agree"));
}

TEST_F(FirstRunWizardTest, WaitsForTheDaemon) {
    FirstRunWizard early(fake.services, {});
    early.show();
    EXPECT_FALSE(early.button(QWizard::NextButton)->isEnabled());
    fake.daemon.answer("settings.describe", base::fail(base::ErrorCode::Unavailable, "no daemon runs"));
    EXPECT_FALSE(early.button(QWizard::NextButton)->isEnabled());
    early.show_state(Json::object());
    fake.answer_settings();
    EXPECT_TRUE(early.button(QWizard::NextButton)->isEnabled());
}

TEST_F(FirstRunWizardTest, AnOrchestratorNeedsAnAddress) {
    next();
    EXPECT_TRUE(can_go_on()) << "this PC alone";
    on_page<QRadioButton>(1)->click();
    EXPECT_FALSE(can_go_on());
    on_page<QLineEdit>()->setText(QStringLiteral("nas:8787"));
    EXPECT_FALSE(can_go_on());
    on_page<QLineEdit>()->setText(QStringLiteral("http://nas:8787"));
    EXPECT_TRUE(can_go_on());
    on_page<TestPanel>()->button().click();
    ASSERT_FALSE(fake.daemon.open().empty());
    EXPECT_EQ(fake.daemon.open().back().params, (Json{{"url", "http://nas:8787"}}));
}

TEST_F(FirstRunWizardTest, TheFolderIsTriedBeforeItIsTaken) {
    next();
    next();
    EXPECT_FALSE(can_go_on());
    on_page<QComboBox>()->setCurrentText(QStringLiteral("/mnt/nas"));
    EXPECT_FALSE(can_go_on());
    test_nas(false);
    EXPECT_FALSE(can_go_on());
    on_page<QCheckBox>()->click();
    EXPECT_TRUE(can_go_on()) << "the person knows better";
    on_page<QComboBox>()->setCurrentText(QStringLiteral("/mnt/films"));
    EXPECT_FALSE(can_go_on()) << "that was another folder";
    test_nas(true);
    EXPECT_TRUE(can_go_on());
}

TEST_F(FirstRunWizardTest, TheMeasurementIsFollowedAndNeedNotBeWaitedFor) {
    next();
    next();
    on_page<QComboBox>()->setCurrentText(QStringLiteral("/mnt/nas"));
    test_nas(true);
    next();
    auto* bar = on_page<QProgressBar>();
    wizard.show_state(Json{{"measuring", {{"encoder", "libx264"}, {"done", 3}, {"of", 8}}}});
    EXPECT_EQ(bar->maximum(), 8);
    EXPECT_EQ(bar->value(), 3);
    EXPECT_TRUE(can_go_on());
    fake.daemon.answer(
        "capabilities.measure",
        Json{{"encoders", Json::array({{{"name", "libx264"}, {"works", true}, {"max_height", 2160}, {"fps_720p", 87.4}},
                                       {{"name", "h264_nvenc"}, {"works", false}, {"max_height", 0}},
                                       {{"name", "aac"}, {"works", true}, {"max_height", 0}}})}});
    QString text;
    for (auto* label : wizard.currentPage()->findChildren<QLabel*>()) {
        text += label->text() + QLatin1Char('\n');
    }
    EXPECT_THAT(text.toStdString(), HasSubstr("libx264: 87 pictures a second"));
    EXPECT_THAT(text.toStdString(), testing::Not(HasSubstr("aac")));
    EXPECT_THAT(text.toStdString(), testing::Not(HasSubstr("nvenc")));
}

TEST_F(FirstRunWizardTest, CancelChangesNothing) {
    go_to_summary();
    wizard.button(QWizard::CancelButton)->click();
    fake.settle();
    EXPECT_FALSE(wizard.isVisible());
    EXPECT_EQ(fake.file(), "# mine\n");
    EXPECT_FALSE(fake.login.on);
    EXPECT_TRUE(fake.asked.empty());
    EXPECT_TRUE(fake.service.asked.empty());
}

TEST_F(FirstRunWizardTest, TheSummaryNamesAllThatIsDoneThen) {
    go_to_summary();
    EXPECT_THAT(summary(), HasSubstr((fake.folder.path() / "config.yml").string()));
    EXPECT_THAT(summary(), HasSubstr("nas_mount_path: not set -> /mnt/nas"));
    EXPECT_THAT(summary(), HasSubstr("framehand.desktop"));
    EXPECT_THAT(summary(), testing::Not(HasSubstr("work_hours")));
    EXPECT_EQ(fake.file(), "# mine\n");
    next();
    fake.settle();
    EXPECT_EQ(fake.file(), "# mine\nnas_mount_path: /mnt/nas\n");
    EXPECT_TRUE(fake.login.on);
    const auto* result = static_cast<ResultPage*>(wizard.page(FirstRunWizard::Result));
    EXPECT_TRUE(result->isComplete());
    EXPECT_EQ(result->list().text().count(QLatin1Char('\n')), 2) << result->list().text().toStdString();
    wizard.button(QWizard::FinishButton)->click();
    EXPECT_EQ(wizard.result(), QDialog::Accepted);
}

TEST_F(FirstRunWizardTest, OffersToLeaveOnlyHoursOfTheirOwn) {
    const auto offers = [](const FirstRunWizard& shown) {
        for (auto* choice : test::find_children<QRadioButton>(*shown.page(FirstRunWizard::Work))) {
            if (choice->accessibleName() == QStringLiteral("Leave it as it is now")) {
                return !choice->isHidden() && choice->isChecked();
            }
        }
        return false;
    };
    go_to_summary();
    EXPECT_FALSE(offers(wizard));
    test::FakeServices own("nas_mount_path: /mnt/nas\nwork_hours: \"Mon-Fri 18:00-08:00\"\n");
    FirstRunWizard again(own.services, {});
    again.show();
    own.answer_settings();
    again.page(FirstRunWizard::Work)->initializePage();
    EXPECT_TRUE(offers(again));
}

TEST_F(FirstRunWizardTest, AChangedMindIsWhatCounts) {
    go_to_summary();
    wizard.back();
    on_page<QRadioButton>(2)->click();
    on_page<QCheckBox>(0)->click();
    next();
    EXPECT_THAT(summary(), HasSubstr("while_in_use: pause -> run"));
    EXPECT_THAT(summary(), testing::Not(HasSubstr("framehand.desktop")));
}

} // namespace
} // namespace framehand::ui
