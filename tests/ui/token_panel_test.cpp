// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_services.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/token_panel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest/QTest>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using base::Json;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr auto kToken = "the-token-of-this-house-1234";
const ports::SecretStore::Name kName{"Framehand", "access token of http://nas:8787"};

/// On the page of the dialog that it is a part of.
class TokenPanelTest : public testing::Test {
protected:
    /// With a daemon that says so of its token.
    void open(const Json& told) {
        dialog.emplace(fake.services);
        dialog->open_anew();
        fake.settle();
        fake.daemon.answer("state.get", Json{{"seq", 1}, {"state", {{"access_token", told}}}});
        fake.secrets.answer_all();
    }

    [[nodiscard]] QLineEdit* edit() const { return dialog->findChild<QLineEdit*>(QStringLiteral("access_token")); }

    [[nodiscard]] QPushButton* button(const char* name) const {
        for (auto* found : dialog->findChildren<QPushButton*>()) {
            if (found->accessibleName() == QString::fromUtf8(name)) {
                return found;
            }
        }
        ADD_FAILURE() << name;
        return nullptr;
    }

    [[nodiscard]] QPushButton* button(QDialogButtonBox::StandardButton which) const {
        return dialog->findChild<QDialogButtonBox*>()->button(which);
    }

    /// Clicks on it; the daemon's answer to what it is told of the token is `answer`.
    Json click(QDialogButtonBox::StandardButton which, const base::Result<Json>& answer = Json{{"restart", true}}) {
        button(which)->click();
        Json told;
        for (const auto& call : fake.daemon.open()) {
            told = call.method == "token.set" ? call.params : told;
        }
        fake.daemon.answer("token.set", answer);
        fake.secrets.answer_all();
        fake.settle();
        return told;
    }

    /// All words that are to be seen.
    [[nodiscard]] std::string words() const {
        QStringList all;
        for (const auto* label : dialog->findChildren<QLabel*>()) {
            if (label->isVisibleTo(&*dialog)) {
                all.append(label->text());
            }
        }
        return all.join(QLatin1Char('\n')).toStdString();
    }

    test::FakeServices fake{"nas_mount_path: /mnt/nas\norchestrator_url: http://nas:8787/\n"};
    std::optional<SettingsDialog> dialog;
};

TEST_F(TokenPanelTest, SaysWhatIsThereAndWhereItIsKept) {
    open("none");
    EXPECT_THAT(words(), HasSubstr("Not set."));
    EXPECT_THAT(words(), HasSubstr("/access-token"));
    EXPECT_TRUE(edit()->isEnabled());
    EXPECT_EQ(edit()->echoMode(), QLineEdit::Password);
    EXPECT_FALSE(button("Remove: Access token")->isEnabled());
    EXPECT_FALSE(button("Use the one in the keychain: Access token")->isVisible());
    EXPECT_FALSE(button(QDialogButtonBox::Apply)->isEnabled());
}

TEST_F(TokenPanelTest, ACredentialAndAnOlderDaemonCannotBeGivenAnother) {
    open("credential");
    EXPECT_THAT(words(), HasSubstr("credential that the service manager hands over"));
    EXPECT_FALSE(edit()->isEnabled());
    EXPECT_FALSE(button("Remove: Access token")->isEnabled());
    open(nullptr);
    EXPECT_THAT(words(), HasSubstr("keeps no such secret"));
    EXPECT_FALSE(edit()->isEnabled());
}

TEST_F(TokenPanelTest, ApplyGivesItToTheDaemonAndTheKeychainAndOffersTheRestart) {
    open("none");
    QTest::keyClicks(edit(), QString::fromUtf8(kToken));
    ASSERT_TRUE(button(QDialogButtonBox::Ok)->isEnabled());
    EXPECT_EQ(click(QDialogButtonBox::Ok), Json({{"token", kToken}}));
    EXPECT_EQ(fake.secrets.secrets[kName], kToken);
    EXPECT_TRUE(dialog->isVisible()) << "somebody has to decide on the restart";
    EXPECT_THAT(words(), HasSubstr("In force after a restart of the daemon: Access token"));
    EXPECT_THAT(words(), HasSubstr("Set. What is typed here takes its place."));
    EXPECT_EQ(edit()->text(), QString());
    button("Restart now")->click();
    EXPECT_THAT(fake.asked, Contains("restart"));
    EXPECT_THAT(fake.file(), Not(HasSubstr(kToken)));
}

TEST_F(TokenPanelTest, IsAppliedTogetherWithOtherSettingsForTheOrchestratorThatThenIs) {
    open("none");
    auto* url = dialog->findChild<QLineEdit*>(QStringLiteral("orchestrator_url"));
    url->selectAll();
    QTest::keyClicks(url, QStringLiteral("http://other:1"));
    QTest::keyClicks(edit(), QString::fromUtf8(kToken));
    fake.settle();
    click(QDialogButtonBox::Apply);
    EXPECT_THAT(fake.file(), HasSubstr("http://other:1"));
    EXPECT_EQ(fake.secrets.secrets.count({"Framehand", "access token of http://other:1"}), 1U);
    EXPECT_THAT(words(), HasSubstr("In force after a restart of the daemon: "));
    EXPECT_THAT(words(), HasSubstr("; Access token"));
}

TEST_F(TokenPanelTest, WithoutAKeychainTheFileAloneHasItWhichIsSaid) {
    fake.secrets.refuses = base::fail(base::ErrorCode::Unsupported, "this desktop has no keychain");
    open("none");
    QTest::keyClicks(edit(), QString::fromUtf8(kToken));
    click(QDialogButtonBox::Apply);
    EXPECT_THAT(words(), HasSubstr("it is kept in the file alone: this desktop has no keychain"));
    EXPECT_THAT(words(), HasSubstr("In force after a restart of the daemon: Access token"));
}

TEST_F(TokenPanelTest, WhatTheDaemonRefusesGoesNowhere) {
    open("none");
    QTest::keyClicks(edit(), QString::fromUtf8(kToken));
    click(QDialogButtonBox::Apply, base::fail(base::ErrorCode::PermissionDenied, "the folder is read-only"));
    EXPECT_THAT(words(), HasSubstr("the folder is read-only"));
    EXPECT_TRUE(fake.secrets.secrets.empty());
    EXPECT_FALSE(button("Restart now")->isVisible());
    EXPECT_EQ(edit()->text().toStdString(), kToken) << "it can be tried again";
    EXPECT_TRUE(button(QDialogButtonBox::Apply)->isEnabled());
}

TEST_F(TokenPanelTest, AMistakeIsSaidAtOnceAndNothingCanBeApplied) {
    open("none");
    QTest::keyClicks(edit(), QStringLiteral("short"));
    EXPECT_THAT(words(), HasSubstr("from 16 to 1024 characters"));
    EXPECT_FALSE(button(QDialogButtonBox::Apply)->isEnabled());
    EXPECT_FALSE(button(QDialogButtonBox::Ok)->isEnabled());
    edit()->clear();
    EXPECT_THAT(words(), Not(HasSubstr("from 16 to 1024 characters")));
    EXPECT_TRUE(button(QDialogButtonBox::Ok)->isEnabled());
    EXPECT_FALSE(button(QDialogButtonBox::Apply)->isEnabled());
}

TEST_F(TokenPanelTest, RemoveTakesItFromBothOnceItIsApplied) {
    fake.secrets.secrets[kName] = kToken;
    open("file");
    button("Remove: Access token")->click();
    EXPECT_THAT(words(), HasSubstr("Apply removes it from the keychain"));
    EXPECT_EQ(fake.secrets.secrets.size(), 1U);
    EXPECT_EQ(click(QDialogButtonBox::Apply), Json({{"token", nullptr}}));
    EXPECT_TRUE(fake.secrets.secrets.empty());
    EXPECT_THAT(words(), HasSubstr("Not set."));
    EXPECT_TRUE(button("Restart now")->isVisible());
}

TEST_F(TokenPanelTest, ATokenThatStaysInTheKeychainIsSaid) {
    fake.secrets.refuses = base::fail(base::ErrorCode::PermissionDenied, "the keychain was not unlocked");
    open("file");
    button("Remove: Access token")->click();
    click(QDialogButtonBox::Apply);
    EXPECT_THAT(words(), HasSubstr("could not be removed from the keychain: the keychain was not unlocked"));
}

TEST_F(TokenPanelTest, ANewDaemonCanHaveTheOneInTheKeychain) {
    fake.secrets.secrets[kName] = kToken;
    open("none");
    EXPECT_THAT(words(), HasSubstr("your keychain has one for this address"));
    auto* use = button("Use the one in the keychain: Access token");
    ASSERT_TRUE(use->isVisible());
    use->click();
    fake.secrets.answer_all();
    EXPECT_EQ(edit()->text().toStdString(), kToken);
    EXPECT_EQ(edit()->echoMode(), QLineEdit::Password);
    EXPECT_EQ(click(QDialogButtonBox::Apply), Json({{"token", kToken}}));
    EXPECT_FALSE(use->isVisible());
}

TEST_F(TokenPanelTest, TheKeychainIsNotAskedWhereThereIsAToken) {
    dialog.emplace(fake.services);
    dialog->open_anew();
    fake.settle();
    fake.daemon.answer("state.get", Json{{"seq", 1}, {"state", {{"access_token", "file"}}}});
    EXPECT_FALSE(fake.secrets.is_asked());
}

TEST_F(TokenPanelTest, ShowLetsReadWhatIsTyped) {
    open("file");
    button("Show what is typed: Access token")->click();
    EXPECT_EQ(edit()->echoMode(), QLineEdit::Normal);
    button("Show what is typed: Access token")->click();
    EXPECT_EQ(edit()->echoMode(), QLineEdit::Password);
}

TEST_F(TokenPanelTest, AnAnswerAfterItsEndHarmsNobody) {
    dialog.emplace(fake.services);
    dialog->open_anew();
    fake.settle();
    fake.daemon.answer("state.get", Json{{"seq", 1}, {"state", {{"access_token", "none"}}}});
    ASSERT_TRUE(fake.secrets.is_asked());
    dialog.reset();
    fake.secrets.answer_all();
}

} // namespace
} // namespace framehand::ui
