// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/field_table.h"
#include "tests/support/rooted.h"
#include "tests/ui/fake_services.h"
#include "tests/ui/find_children.h"
#include "ui/settings/check_list.h"
#include "ui/settings/program_picker.h"
#include "ui/settings/settings_dialog.h"
#include "ui/week_grid_widget.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QtTest/QTest>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class SettingsDialogTest : public testing::Test {
protected:
    void open() {
        dialog.emplace(fake.services);
        dialog->open_anew();
        fake.settle();
    }

    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name) const {
        auto* found = dialog->findChild<Widget*>(QString::fromUtf8(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }

    /// By what a screen reader calls it.
    template <typename Widget>
    [[nodiscard]] Widget* named(const char* name) const {
        for (auto* widget : dialog->findChildren<Widget*>()) {
            if (widget->accessibleName() == QString::fromUtf8(name)) {
                return widget;
            }
        }
        ADD_FAILURE() << name;
        return nullptr;
    }

    void type(const char* key, const char* text) const {
        auto* edit = find<QLineEdit>(key);
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromUtf8(text));
    }

    [[nodiscard]] QPushButton* button(QDialogButtonBox::StandardButton which) const {
        return dialog->findChild<QDialogButtonBox*>()->button(which);
    }

    void click(QDialogButtonBox::StandardButton which) {
        button(which)->click();
        fake.settle();
    }

    [[nodiscard]] std::string message(const char* key) const {
        auto* label = find<QLabel>((std::string("message of ") + key).c_str());
        return label->isHidden() ? std::string() : label->text().toStdString();
    }

    [[nodiscard]] std::string news() const {
        for (auto* label : dialog->findChildren<QLabel*>()) {
            if (label->accessibleDescription() == QStringLiteral("What became of the settings")) {
                return label->isHidden() ? std::string() : label->text().toStdString();
            }
        }
        return "no such label";
    }

    test::FakeServices fake{"nas_mount_path: /mnt/nas\nthreads: 2\n", {{"WORKER_WORKER_ID", "pc-7"}}};
    std::optional<SettingsDialog> dialog;
};

TEST_F(SettingsDialogTest, ShowsWhatIsInForce) {
    open();
    EXPECT_EQ(find<QLineEdit>("nas_mount_path")->text().toStdString(), test::rooted("/mnt/nas").string());
    EXPECT_EQ(find<QSpinBox>("threads")->value(), 2);
    EXPECT_TRUE(find<QCheckBox>("while_on_battery")->isChecked());
    EXPECT_TRUE(button(QDialogButtonBox::Ok)->isEnabled());
    EXPECT_FALSE(button(QDialogButtonBox::Apply)->isEnabled()) << "there is nothing to apply";
}

TEST_F(SettingsDialogTest, WhatTheEnvironmentDecidesIsLockedWithTheReason) {
    open();
    EXPECT_FALSE(find<QLineEdit>("worker_id")->isEnabled());
    EXPECT_EQ(find<QLineEdit>("worker_id")->text().toStdString(), "pc-7");
    EXPECT_THAT(message("worker_id"), HasSubstr("environment WORKER_WORKER_ID"));
}

TEST_F(SettingsDialogTest, AMistakeIsSaidBelowItsFieldAndNothingCanBeApplied) {
    open();
    type("idle_before_work", "soon");
    fake.settle();
    EXPECT_THAT(message("idle_before_work"), HasSubstr("expected a time"));
    EXPECT_FALSE(button(QDialogButtonBox::Apply)->isEnabled());
    EXPECT_FALSE(button(QDialogButtonBox::Ok)->isEnabled());
    type("idle_before_work", "7m");
    fake.settle();
    EXPECT_EQ(message("idle_before_work"), "");
    EXPECT_TRUE(button(QDialogButtonBox::Apply)->isEnabled());
    click(QDialogButtonBox::Apply);
    EXPECT_THAT(fake.file(), HasSubstr("idle_before_work: 7m"));
    EXPECT_FALSE(button(QDialogButtonBox::Apply)->isEnabled());
}

TEST_F(SettingsDialogTest, SaysFromWhenOnWhatWasAppliedHolds) {
    open();
    find<QCheckBox>("while_on_battery")->click();
    type("nas_mount_path", "/mnt/other");
    fake.settle();
    click(QDialogButtonBox::Ok);
    EXPECT_THAT(fake.file(), HasSubstr("while_on_battery: run"));
    EXPECT_THAT(news(), HasSubstr("In force now: Pause while this PC runs on battery"));
    EXPECT_THAT(news(), HasSubstr("Folder with the videos"));
    auto* restart = named<QPushButton>("Restart now");
    if (news().find("after a restart") != std::string::npos) {
        EXPECT_TRUE(dialog->isVisible()) << "somebody has to decide on the restart";
        EXPECT_FALSE(restart->isHidden());
        restart->click();
        EXPECT_THAT(fake.asked, testing::Contains("restart"));
        EXPECT_TRUE(restart->isHidden());
    } else {
        EXPECT_FALSE(dialog->isVisible());
        EXPECT_TRUE(restart->isHidden());
    }
}

TEST_F(SettingsDialogTest, ARefusedRestartIsSaidAndCanBeTriedAgain) {
    fake.restart_outcome = base::fail(base::ErrorCode::InvalidArgument, "the port is taken");
    open();
    auto* restart = named<QPushButton>("Restart now");
    restart->show();
    restart->click();
    EXPECT_EQ(news(), "the port is taken");
    EXPECT_TRUE(restart->isEnabled());
    EXPECT_FALSE(restart->isHidden());
}

TEST_F(SettingsDialogTest, CancelChangesNothing) {
    open();
    const auto before = fake.file();
    type("nas_mount_path", "/mnt/other");
    named<QCheckBox>("Start Framehand in the tray when I log in")->click();
    fake.settle();
    click(QDialogButtonBox::Cancel);
    EXPECT_EQ(fake.file(), before);
    EXPECT_FALSE(fake.login.on);
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(SettingsDialogTest, ThisPcAloneTakesTheAddressOutOfTheFile) {
    test::FakeServices other("orchestrator_url: http://nas:8787\n");
    SettingsDialog mine(other.services);
    mine.open_anew();
    other.settle();
    auto* alone = mine.findChildren<QRadioButton*>().at(1);
    auto* url = mine.findChild<QLineEdit*>(QStringLiteral("orchestrator_url"));
    EXPECT_FALSE(alone->isChecked());
    EXPECT_TRUE(url->isEnabled());
    alone->click();
    other.settle();
    EXPECT_FALSE(url->isEnabled());
    mine.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Apply)->click();
    other.settle();
    EXPECT_EQ(other.file(), "");
    mine.findChildren<QRadioButton*>().at(0)->click();
    EXPECT_TRUE(url->isEnabled());
    QTest::keyClicks(url, QStringLiteral("x"));
    EXPECT_TRUE(mine.findChildren<QRadioButton*>().at(0)->isChecked()) << "while an address is typed";
}

TEST_F(SettingsDialogTest, PaintedHoursAndTheirWordsAreTheSame) {
    open();
    auto* grid = test::find_children<WeekGridWidget>(*dialog).at(0);
    auto* words = find<QLineEdit>("work_hours");
    EXPECT_EQ(words->text().toStdString(), "always");
    named<QPushButton>("Hours of the week: Nights only")->click();
    EXPECT_EQ(grid->grid(), settings::parse_week_grid("Mon-Sun 22:00-07:00").value());
    QTest::keyClick(grid, Qt::Key_Space);
    EXPECT_EQ(words->text().toStdString(), settings::to_text(grid->grid()));
    type("work_hours", "never");
    EXPECT_EQ(grid->grid(), settings::WeekGrid());
    type("work_hours", "Mon 99:00");
    fake.settle();
    EXPECT_THAT(message("work_hours"), HasSubstr("99:00"));
    EXPECT_EQ(grid->grid(), settings::WeekGrid()) << "as it was last understood";
}

TEST_F(SettingsDialogTest, WithoutCourtesyItsRulesAreOff) {
    open();
    find<QCheckBox>("courtesy")->click();
    EXPECT_FALSE(find<QCheckBox>("while_in_use")->isEnabled());
    find<QCheckBox>("courtesy")->click();
    EXPECT_TRUE(find<QCheckBox>("while_in_use")->isEnabled());
}

TEST_F(SettingsDialogTest, GraphicsCardsCanBeLeftAlone) {
    open();
    auto* encoders = find<QComboBox>("encoders");
    EXPECT_EQ(encoders->currentText(), QStringLiteral("As measured, a graphics card included"));
    QTest::keyClick(encoders, Qt::Key_Down);
    fake.settle();
    EXPECT_EQ(encoders->currentText(), QStringLiteral("The processor alone, never a graphics card"));
    click(QDialogButtonBox::Apply);
    EXPECT_THAT(fake.file(), HasSubstr("encoders: software"));
    EXPECT_THAT(news(), HasSubstr("In force with the next job: Encoders"));
}

TEST_F(SettingsDialogTest, ATestShowsEachLineOfItsAnswer) {
    open();
    named<QPushButton>("Test reading, writing and renaming")->click();
    ASSERT_FALSE(fake.daemon.open().empty());
    EXPECT_EQ(fake.daemon.open().back().method, "storage.test");
    EXPECT_EQ(fake.daemon.open().back().params, (base::Json{{"path", test::rooted("/mnt/nas").string()}}));
    fake.daemon.answer(
        "storage.test",
        base::Json{{"ok", false},
                   {"checks", base::Json::array({{{"what", "read"}, {"health", "ok"}, {"finding", "fine"}},
                                                 {{"what", "write"},
                                                  {"health", "fail"},
                                                  {"finding", "read-only"},
                                                  {"advice", "Mount it with rw."}}})}});
    auto* list = named<QWidget>("What the test found");
    std::string shown;
    for (auto* candidate : test::find_children<CheckList>(*dialog)) {
        shown += candidate->text().toStdString();
    }
    EXPECT_NE(list, nullptr);
    EXPECT_THAT(shown, HasSubstr("\u2713 read: fine"));
    EXPECT_THAT(shown, HasSubstr("\u2717 write: read-only\nMount it with rw."));
}

TEST_F(SettingsDialogTest, TheAppsOwnSettingsAreAppliedToo) {
    open();
    named<QCheckBox>("Notify me when a job is finished")->click();
    auto* colours = named<QComboBox>("Colours");
    colours->setFocus();
    QTest::keyClick(colours, Qt::Key_End);
    Q_EMIT colours->activated(colours->currentIndex());
    named<QCheckBox>("Start Framehand in the tray when I log in")->click();
    EXPECT_TRUE(button(QDialogButtonBox::Apply)->isEnabled());
    click(QDialogButtonBox::Apply);
    EXPECT_FALSE(fake.app.notifies(Notice::Kind::Finished));
    EXPECT_TRUE(fake.app.notifies(Notice::Kind::Failed));
    EXPECT_EQ(fake.app.appearance(), Appearance::Dark);
    EXPECT_TRUE(fake.login.on);
    EXPECT_THAT(fake.asked, testing::Contains("appearance"));
    EXPECT_FALSE(button(QDialogButtonBox::Apply)->isEnabled());
    named<QPushButton>("Show a test notification")->click();
    EXPECT_THAT(fake.asked, testing::Contains("notify: This is a test"));
}

TEST_F(SettingsDialogTest, WithoutADaemonTheAppsOwnPagesStillWork) {
    dialog.emplace(fake.services);
    dialog->open_anew();
    fake.daemon.answer("settings.describe", base::fail(base::ErrorCode::Unavailable, "no daemon runs"));
    fake.service.answer();
    EXPECT_THAT(news(), HasSubstr("no daemon runs"));
    EXPECT_FALSE(find<QLineEdit>("nas_mount_path")->isEnabled());
    named<QCheckBox>("Notify me when a job is finished")->click();
    EXPECT_TRUE(button(QDialogButtonBox::Apply)->isEnabled());
    named<QPushButton>("Try again")->click();
    fake.answer_settings();
    EXPECT_TRUE(find<QLineEdit>("nas_mount_path")->isEnabled());
    EXPECT_EQ(news(), "");
}

TEST_F(SettingsDialogTest, ReadsWhatItWaitsForWhenTheDaemonIsBackAndNothingElse) {
    dialog.emplace(fake.services);
    dialog->open_anew();
    fake.daemon.answer("settings.describe", base::fail(base::ErrorCode::Unavailable, "no daemon runs"));
    fake.service.answer();
    dialog->daemon_is_back();
    fake.answer_settings();
    EXPECT_TRUE(find<QLineEdit>("nas_mount_path")->isEnabled());
    EXPECT_EQ(news(), "");
    find<QLineEdit>("nas_mount_path")->setText(QStringLiteral("/other"));
    dialog->daemon_is_back();
    EXPECT_EQ(find<QLineEdit>("nas_mount_path")->text(), QStringLiteral("/other")) << "what was typed stays";
}

TEST_F(SettingsDialogTest, TheServiceIsInstalledAndStarted) {
    open();
    auto* install = named<QPushButton>("Install the service");
    auto* start = named<QPushButton>("Start it now");
    EXPECT_TRUE(install->isEnabled());
    EXPECT_FALSE(start->isEnabled());
    EXPECT_EQ(start->toolTip().toStdString(), "It must be installed first.");
    fake.service.state->installed = true;
    install->click();
    fake.service.answer();
    EXPECT_FALSE(install->isEnabled());
    ASSERT_TRUE(start->isEnabled());
    fake.service.state->activity = ports::ServiceState::Activity::Running;
    start->click();
    fake.service.answer();
    EXPECT_THAT(fake.service.asked, ElementsAre("look", "install", "start"));
    EXPECT_FALSE(start->isEnabled());
    EXPECT_TRUE(named<QPushButton>("Stop it now")->isEnabled());
}

TEST_F(SettingsDialogTest, SaysWhatTheServiceOfAMachineCannotReach) {
    const auto all_words = [this] {
        std::string words;
        for (const auto* label : dialog->findChildren<QLabel*>()) {
            words += label->text().toStdString() + '\n';
        }
        return words;
    };
    open();
    EXPECT_THAT(all_words(), HasSubstr("it starts at login, without icon and window"));
    EXPECT_THAT(all_words(), testing::Not(HasSubstr("drive letters")));
    fake.service.its_kind = ports::BackgroundService::Kind::OfTheMachine;
    open();
    EXPECT_THAT(all_words(), HasSubstr("it starts with the machine, before anybody logs in"));
    EXPECT_THAT(all_words(), HasSubstr("graphics cards encode only in the session of somebody"));
    EXPECT_THAT(all_words(), HasSubstr("such as \\\\nas\\videos: a service has no drive letters"));
}

TEST_F(SettingsDialogTest, SaysWhyTheServiceDidNotStart) {
    fake.service.state->installed = true;
    open();
    fake.service.outcome = base::fail(base::ErrorCode::Unavailable, "exit code 2");
    auto* start = named<QPushButton>("Start it now");
    start->click();
    EXPECT_FALSE(start->isEnabled()) << "until it is answered";
    fake.service.answer();
    EXPECT_TRUE(start->isEnabled());
    bool said = false;
    for (auto* label : dialog->findChildren<QLabel*>()) {
        said = said || (label->isVisibleTo(label->parentWidget()) && label->text() == QStringLiteral("exit code 2"));
    }
    EXPECT_TRUE(said);
}

TEST_F(SettingsDialogTest, CanBeClosedWhileTheServiceStarts) {
    fake.service.state->installed = true;
    open();
    named<QPushButton>("Start it now")->click();
    dialog.reset();
    ASSERT_EQ(fake.service.waiting.size(), 1U);
    fake.service.answer();
}

TEST_F(SettingsDialogTest, WithoutAServiceManagerItsButtonsAreOffWithTheReason) {
    fake.service.state = base::fail(base::ErrorCode::Unsupported, "there is no systemd for users");
    open();
    for (const char* name : {"Install the service", "Remove the service", "Start it now", "Stop it now"}) {
        EXPECT_FALSE(named<QPushButton>(name)->isEnabled()) << name;
    }
    bool said = false;
    for (auto* label : dialog->findChildren<QLabel*>()) {
        said = said || label->text().contains(QStringLiteral("there is no systemd for users"));
    }
    EXPECT_TRUE(said);
}

TEST_F(SettingsDialogTest, TheTableHasAllThatNoOtherPageHas) {
    open();
    auto* view = dialog->findChild<QTableView*>();
    const auto* model = view->model();
    std::vector<std::string> keys;
    for (int row = 0; row < model->rowCount(); ++row) {
        keys.push_back(model->index(row, 0).data().toString().toStdString());
    }
    EXPECT_THAT(keys, testing::Contains("sync_interval"));
    EXPECT_THAT(keys, testing::Not(testing::Contains("nas_mount_path")));
    for (const auto& field : settings::fields()) {
        const bool in_table = std::ranges::find(keys, field.key) != keys.end();
        EXPECT_TRUE(in_table || dialog->findChild<QWidget*>(
                                    QString::fromUtf8(field.key.data(), static_cast<int>(field.key.size()))) != nullptr)
            << field.key << " can be changed nowhere";
    }
}

TEST_F(SettingsDialogTest, OpensAtTheSettingThatIsAskedFor) {
    const auto page = [this] {
        return dialog->pages()
            .at(static_cast<std::size_t>(dialog->findChild<QStackedWidget*>()->currentIndex()))
            ->title();
    };
    dialog.emplace(fake.services);
    dialog->open_anew();
    dialog->show_setting(QStringLiteral("nas_mount_path"));
    EXPECT_EQ(page().toStdString(), "Storage");
    fake.settle();
    EXPECT_EQ(dialog->focusWidget(), find<QLineEdit>("nas_mount_path")) << "once it can be edited";
    dialog->show_setting(QStringLiteral("transcode_memory_limit"));
    EXPECT_EQ(dialog->focusWidget(), find<QLineEdit>("transcode_memory_limit"));
    named<QLineEdit>("Search")->setText(QStringLiteral("nothing like it"));
    dialog->show_setting(QStringLiteral("sync_interval"));
    EXPECT_EQ(page().toStdString(), "Advanced");
    const auto chosen = dialog->findChild<QTableView*>()->currentIndex();
    EXPECT_EQ(chosen.siblingAtColumn(0).data().toString().toStdString(), "sync_interval");
    EXPECT_TRUE(chosen.flags().testFlag(Qt::ItemIsEditable));
    type("nas_mount_path", "/mnt/nas");
    fake.settle();
    EXPECT_EQ(page().toStdString(), "Advanced") << "it goes there once";
    dialog->show_setting(QStringLiteral("no_such_setting"));
    EXPECT_FALSE(dialog->findChild<QTableView*>()->currentIndex().isValid());
}

TEST_F(SettingsDialogTest, TheTableIsSearchedEditedAndReset) {
    open();
    auto* view = dialog->findChild<QTableView*>();
    auto* model = view->model();
    named<QLineEdit>("Search")->setText(QStringLiteral("sync_int"));
    ASSERT_EQ(model->rowCount(), 1);
    view->setCurrentIndex(model->index(0, 1));
    EXPECT_TRUE(model->setData(model->index(0, 1), QStringLiteral("soon")));
    fake.settle();
    EXPECT_FALSE(button(QDialogButtonBox::Apply)->isEnabled());
    EXPECT_THAT(model->index(0, 1).data().toString().toStdString(), HasSubstr("soon"));
    EXPECT_TRUE(model->setData(model->index(0, 1), QStringLiteral("5s")));
    fake.settle();
    click(QDialogButtonBox::Apply);
    EXPECT_THAT(fake.file(), HasSubstr("sync_interval: 5s"));
    named<QPushButton>("Back to the default")->click();
    fake.settle();
    click(QDialogButtonBox::Apply);
    EXPECT_THAT(fake.file(), testing::Not(HasSubstr("sync_interval")));
}

TEST_F(SettingsDialogTest, WhatIsTypedIntoTheTableStaysWhileOtherValuesAreChecked) {
    open();
    auto* view = dialog->findChild<QTableView*>();
    const auto index = view->model()->index(0, 1);
    view->setCurrentIndex(index);
    view->edit(index);
    auto* editor = view->viewport()->findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    EXPECT_EQ(editor->accessibleName(), view->model()->index(0, 0).data().toString());
    editor->setText(QStringLiteral("half a wo"));
    type("transcode_memory_limit", "3GB");
    fake.settle();
    EXPECT_EQ(editor->text().toStdString(), "half a wo");
}

TEST(ProgramPickerTest, KeepsWhatWasChosenAndAddsWhatIsChecked) {
    using Names = ports::Reading<std::vector<std::string>>;
    ProgramPicker picker(Names::known({"blender", "vlc", "odd,name"}), QStringLiteral("gimp, vlc"));
    auto* list = picker.findChild<QListWidget*>();
    EXPECT_EQ(list->count(), 3);
    EXPECT_EQ(picker.names().toStdString(), "gimp, vlc");
    list->item(2)->setCheckState(Qt::Checked);
    EXPECT_EQ(picker.names().toStdString(), "gimp, vlc, blender");
    picker.findChild<QLineEdit*>()->setText(QStringLiteral("GIM"));
    EXPECT_FALSE(list->item(0)->isHidden());
    EXPECT_TRUE(list->item(1)->isHidden());
    EXPECT_EQ(picker.names().toStdString(), "gimp, vlc, blender") << "hidden ones stay chosen";
}

} // namespace
} // namespace framehand::ui
