// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/source_secrets.h"
#include "tests/ui/fake_services.h"
#include "tests/ui/find_children.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/source_panel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QtTest/QTest>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using base::Json;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr auto kPassword = "pass-word-of-nobody";
const ports::SecretStore::Name kName{"Framehand", "redis-password of redis://nas:6379/0"};

/// On the page of the dialog.
class JobSourcesPageTest : public testing::Test {
protected:
    /// A daemon that has these secrets and no other.
    static Json held(const std::map<std::string, Json>& from = {}) {
        auto secrets = Json::array();
        for (const auto secret : settings::kSourceSecrets) {
            const std::string name(settings::to_string(secret));
            const auto found = from.find(name);
            secrets.push_back({{"name", name}, {"from", found == from.end() ? Json() : found->second}});
        }
        return {{"secrets", secrets}};
    }

    void open(const std::string& text, const base::Result<Json>& secrets = held()) {
        dialog.reset();
        fake.emplace(text);
        fake->secrets.secrets = keychain;
        fake->secrets.refuses = keychain_refuses;
        dialog.emplace(fake->services);
        dialog->open_anew();
        dialog->show_page(1);
        fake->settle();
        fake->daemon.answer("secrets.list", secrets);
        fake->secrets.answer_all();
    }

    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name) const {
        auto* found = dialog->findChild<Widget*>(QString::fromUtf8(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }

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

    void choose(int row) const { find<QListWidget>("job_source")->setCurrentRow(row); }

    void type(const char* key, const char* text) const {
        auto* edit = find<QLineEdit>(key);
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromUtf8(text));
    }

    /// Titles of the boxes that are to be seen on the page.
    [[nodiscard]] std::vector<std::string> boxes() const {
        std::vector<std::string> titles;
        for (const auto* box : dialog->pages().at(1)->findChildren<QGroupBox*>()) {
            if (!box->isHidden()) {
                titles.push_back(box->title().toStdString());
            }
        }
        return titles;
    }

    /// All words that are to be seen, and what tests have found.
    [[nodiscard]] std::string words() const {
        QStringList all;
        for (const auto* list : test::find_children<CheckList>(*dialog)) {
            all.append(list->text());
        }
        for (const auto* label : dialog->findChildren<QLabel*>()) {
            if (label->isVisibleTo(&*dialog)) {
                all.append(label->text());
            }
        }
        return all.join(QLatin1Char('\n')).toStdString();
    }

    /// What was asked of a method, none if it was not asked.
    [[nodiscard]] std::vector<Json> asked(const char* method) const {
        std::vector<Json> params;
        for (const auto& call : fake->daemon.open()) {
            if (call.method == method) {
                params.push_back(call.params);
            }
        }
        return params;
    }

    /// The daemon's answer to each secret that it is told is `answer`.
    std::vector<Json> apply(const base::Result<Json>& answer = Json{{"restart", true}}) {
        button(QDialogButtonBox::Apply)->click();
        std::vector<Json> told;
        for (auto open = asked("secrets.set"); !open.empty(); open = asked("secrets.set")) {
            told.push_back(open.front());
            fake->daemon.answer("secrets.set", answer);
            fake->secrets.answer_all();
        }
        fake->settle();
        fake->secrets.answer_all();
        return told;
    }

    std::map<ports::SecretStore::Name, std::string> keychain;
    base::Status keychain_refuses;
    std::optional<test::FakeServices> fake;
    std::optional<SettingsDialog> dialog;
};

constexpr auto kRedis = "nas_mount_path: /mnt/nas\njob_source: redis\nredis_url: redis://nas:6379/0\n";

TEST_F(JobSourcesPageTest, APersonWithAnOrchestratorSeesNothingOfTheOthersAndNoKeychainIsAsked) {
    open("nas_mount_path: /mnt/nas\n");
    EXPECT_THAT(boxes(), ElementsAre("Orchestrator"));
    EXPECT_FALSE(fake->secrets.is_asked());
    EXPECT_TRUE(button("Set up object storage...")->isVisible());
    button("Open the page Connection")->click();
    EXPECT_EQ(dialog->findChild<QStackedWidget*>()->currentIndex(), 0);
    EXPECT_THAT(words(), HasSubstr("Jobs can also come from Redis, Celery, BullMQ or RabbitMQ."));
    button("Other job sources...")->click();
    EXPECT_EQ(dialog->findChild<QStackedWidget*>()->currentIndex(), 1);
    EXPECT_EQ(dialog->focusWidget(), find<QListWidget>("job_source"));
}

TEST_F(JobSourcesPageTest, TheFirstSourceThatIsCheckedIsShown) {
    open(std::string(kRedis) + "redis_original: keep\n");
    EXPECT_THAT(boxes(), ElementsAre("Redis lists or streams"));
    EXPECT_EQ(find<QLineEdit>("redis_url")->text().toStdString(), "redis://nas:6379/0");
    EXPECT_THAT(words(), Not(HasSubstr("It is not checked in the list above")));
    choose(2);
    EXPECT_THAT(boxes(), ElementsAre("Celery on Redis")) << "it can be looked at and tried before it is checked";
    EXPECT_THAT(words(), HasSubstr("It is not checked in the list above"));
    EXPECT_THAT(words(), HasSubstr("begin with \"celery_\""));
    QTest::keyClick(find<QListWidget>("job_source"), Qt::Key_Space);
    EXPECT_THAT(words(), Not(HasSubstr("It is not checked in the list above")));
}

TEST_F(JobSourcesPageTest, ObjectStorageIsShownWhereASourceNeedsItOrItIsSet) {
    for (const std::string source : {"celery", "bullmq", "rabbitmq"}) {
        open("nas_mount_path: /mnt/nas\njob_source: orchestrator, " + source + "\n");
        EXPECT_THAT(boxes(), Contains("Object storage")) << source;
        EXPECT_FALSE(button("Set up object storage...")->isVisible());
    }
    open(std::string(kRedis) + "s3_endpoint: http://minio:9000\n");
    EXPECT_THAT(boxes(), Contains("Object storage"));
    open(kRedis);
    EXPECT_THAT(boxes(), Not(Contains("Object storage")));
    button("Set up object storage...")->click();
    EXPECT_THAT(boxes(), Contains("Object storage"));
    EXPECT_EQ(dialog->focusWidget(), find<QLineEdit>("s3_endpoint"));
}

TEST_F(JobSourcesPageTest, SettingsAreCheckedWhileTheyAreTypedAndAppliedTogether) {
    open("nas_mount_path: /mnt/nas\n");
    choose(1);
    QTest::keyClick(find<QListWidget>("job_source"), Qt::Key_Space);
    button("Move up")->click();
    type("redis_url", "redis://ann:secret@nas:6379/0");
    fake->settle();
    EXPECT_THAT(words(), HasSubstr("without a password, which is kept apart"));
    EXPECT_FALSE(button(QDialogButtonBox::Apply)->isEnabled());
    type("redis_url", "redis://nas:6379/1");
    find<QComboBox>("redis_taking")->setFocus();
    QTest::keyClick(find<QComboBox>("redis_taking"), Qt::Key_Down);
    fake->settle();
    EXPECT_THAT(apply(), IsEmpty()) << "no secret was typed";
    EXPECT_THAT(fake->file(), HasSubstr("job_source: \"redis, orchestrator\""));
    EXPECT_THAT(fake->file(), HasSubstr("redis_url: redis://nas:6379/1"));
    EXPECT_THAT(fake->file(), HasSubstr("redis_taking: streams"));
    EXPECT_THAT(words(), HasSubstr("In force after a restart of the daemon: "));
    dialog->show_page(0);
    EXPECT_THAT(words(), HasSubstr("the first is preferred: Redis lists or streams"));
}

TEST_F(JobSourcesPageTest, TheConnectionPageSaysThatNoOrchestratorIsAsked) {
    open(kRedis);
    dialog->show_page(0);
    EXPECT_THAT(words(), HasSubstr("No orchestrator is asked for jobs. They come from: Redis lists or streams"));
}

TEST_F(JobSourcesPageTest, ATestTriesWhatIsTypedBeforeItIsApplied) {
    open(kRedis);
    type("redis_url", "redis://other:6379/0");
    type("redis-password", kPassword);
    fake->settle();
    button("Test Redis")->click();
    const auto params = asked("sources.test");
    ASSERT_EQ(params.size(), 1U);
    EXPECT_EQ(params[0]["source"], "redis");
    EXPECT_EQ(params[0]["settings"]["redis_url"], "redis://other:6379/0");
    EXPECT_EQ(params[0]["settings"]["redis_prefix"], "transcode:") << "as it shall be after a restart";
    EXPECT_FALSE(params[0]["settings"].contains("celery_url"));
    EXPECT_FALSE(params[0]["settings"].contains("nas_mount_path"));
    EXPECT_EQ(params[0]["secrets"], (Json{{"redis-password", kPassword}}));
    fake->daemon.answer(
        "sources.test",
        Json{{"ok", false},
             {"checks", Json::array({{{"what", "server"}, {"health", "ok"}, {"finding", "Redis 7.0.15"}},
                                     {{"what", "transcode:jobs"},
                                      {"health", "fail"},
                                      {"finding", "it may not be read"},
                                      {"advice", "Give the user the right to it."}}})}});
    EXPECT_THAT(words(), HasSubstr("server: Redis 7.0.15"));
    EXPECT_THAT(words(), HasSubstr("it may not be read\nGive the user the right to it."));
    type("redis_url", "redis://third:6379/0");
    EXPECT_THAT(words(), Not(HasSubstr("Redis 7.0.15"))) << "it was of another server";
}

TEST_F(JobSourcesPageTest, ATestThatIsRefusedSaysWhichFieldIsWrong) {
    open(kRedis);
    button("Test Redis")->click();
    fake->daemon.answer("sources.test",
                        base::fail(base::ErrorCode::InvalidArgument, "redis_url: expected a URL, not \"x\""));
    EXPECT_THAT(words(), HasSubstr("redis_url: expected a URL, not \"x\""));
}

TEST_F(JobSourcesPageTest, AMistakeInAnotherSourceDoesNotHinderATest) {
    open(std::string(kRedis));
    choose(2);
    type("celery_queue", "two words");
    type("celery_bucket", "films");
    fake->settle();
    choose(0);
    button("Test Redis")->click();
    const auto params = asked("sources.test");
    ASSERT_EQ(params.size(), 1U);
    EXPECT_FALSE(params[0]["settings"].contains("celery_queue"));
    EXPECT_EQ(params[0]["settings"]["celery_bucket"], "films");
}

TEST_F(JobSourcesPageTest, ATypedPasswordGoesToTheDaemonAndToTheKeychainAndNowhereElse) {
    open(kRedis);
    EXPECT_THAT(words(), HasSubstr("Not set."));
    EXPECT_EQ(find<QLineEdit>("redis-password")->echoMode(), QLineEdit::Password);
    type("redis-password", kPassword);
    EXPECT_THAT(apply(), ElementsAre(Json{{"name", "redis-password"}, {"value", kPassword}}));
    EXPECT_EQ(fake->secrets.secrets[kName], kPassword);
    EXPECT_EQ(find<QLineEdit>("redis-password")->text(), QString());
    EXPECT_THAT(words(), HasSubstr("Set. What is typed here takes its place."));
    EXPECT_THAT(words(), HasSubstr("In force after a restart of the daemon: Password of the Redis server"));
    EXPECT_THAT(fake->file(), Not(HasSubstr(kPassword)));
    EXPECT_TRUE(button("Restart now")->isVisible());
}

TEST_F(JobSourcesPageTest, SeveralSecretsAreAppliedOneAfterTheOtherForTheAddressThatThenIs) {
    open("nas_mount_path: /mnt/nas\njob_source: rabbitmq\nrabbitmq_bucket: films\n");
    type("rabbitmq-password", "one");
    type("s3_endpoint", "http://minio:9000/");
    type("s3-access-key", "two");
    type("s3-secret-key", "three");
    fake->settle();
    EXPECT_EQ(apply().size(), 3U);
    EXPECT_THAT(
        fake->secrets.secrets,
        ElementsAre(
            testing::Pair(ports::SecretStore::Name{"Framehand", "rabbitmq-password of amqp://127.0.0.1:5672"}, "one"),
            testing::Pair(ports::SecretStore::Name{"Framehand", "s3-access-key of http://minio:9000"}, "two"),
            testing::Pair(ports::SecretStore::Name{"Framehand", "s3-secret-key of http://minio:9000"}, "three")));
    EXPECT_THAT(fake->file(), HasSubstr("s3_endpoint: http://minio:9000"));
    EXPECT_THAT(words(), HasSubstr("Access key of the object storage; Secret key of the object storage"));
}

TEST_F(JobSourcesPageTest, WhatIsRefusedIsSaidAtItsFieldAndTheSettingsAreNotWritten) {
    open(kRedis);
    type("redis-password", kPassword);
    type("redis_prefix", "films:");
    fake->settle();
    choose(1);
    apply(base::fail(base::ErrorCode::PermissionDenied, "the environment decides on redis-password"));
    EXPECT_THAT(boxes(), ElementsAre("Redis lists or streams")) << "the field is brought into sight";
    EXPECT_THAT(words(), HasSubstr("\u26a0 the environment decides on redis-password"));
    EXPECT_TRUE(fake->secrets.secrets.empty());
    EXPECT_THAT(fake->file(), Not(HasSubstr("films:")));
    EXPECT_EQ(find<QLineEdit>("redis-password")->text().toStdString(), kPassword) << "it can be tried again";
    EXPECT_TRUE(button(QDialogButtonBox::Apply)->isEnabled());
}

TEST_F(JobSourcesPageTest, WhatOthersDecideCanBeReadAloneAndSaysWhoDecides) {
    open(kRedis, held({{"redis-password", "environment"}}));
    EXPECT_FALSE(find<QLineEdit>("redis-password")->isEnabled());
    EXPECT_FALSE(button("Remove: Password of the Redis server")->isEnabled());
    EXPECT_THAT(words(), HasSubstr("The environment of the daemon has it."));
    open(kRedis, held({{"redis-password", "credential"}}));
    EXPECT_FALSE(find<QLineEdit>("redis-password")->isEnabled());
    EXPECT_THAT(words(), HasSubstr("credential that the service manager hands over"));
}

TEST_F(JobSourcesPageTest, AFileThatOthersMayReadIsSaid) {
    auto answer = held({{"redis-password", "file"}});
    answer["secrets"][0]["problem"] = "others may read this secret";
    open(kRedis, answer);
    EXPECT_THAT(words(), HasSubstr("\u26a0 others may read this secret"));
    EXPECT_TRUE(find<QLineEdit>("redis-password")->isEnabled());
}

TEST_F(JobSourcesPageTest, AnOlderDaemonIsSaidPlainly) {
    open(kRedis, base::fail(base::ErrorCode::Unsupported, "there is no method secrets.list"));
    EXPECT_FALSE(find<QLineEdit>("redis-password")->isEnabled());
    EXPECT_THAT(words(), HasSubstr("This version of the daemon keeps no such secret."));
    EXPECT_THAT(words(), HasSubstr("This version of the daemon cannot test it."));
    EXPECT_FALSE(button("Test Redis")->isVisible());
    EXPECT_THAT(words(), Not(HasSubstr("no method")));
    EXPECT_TRUE(find<QLineEdit>("redis_url")->isEnabled()) << "settings can be changed all the same";
}

TEST_F(JobSourcesPageTest, SecretsThatCannotBeListedAreSaid) {
    open(kRedis, base::fail(base::ErrorCode::Timeout, "the daemon does not answer"));
    EXPECT_THAT(words(), HasSubstr("cannot be read: the daemon does not answer"));
    EXPECT_FALSE(find<QLineEdit>("redis-password")->isEnabled());
    EXPECT_TRUE(button("Test Redis")->isVisible());
}

TEST_F(JobSourcesPageTest, ANewDaemonCanHaveTheOneInTheKeychain) {
    keychain[kName] = kPassword;
    open(kRedis);
    EXPECT_THAT(words(), HasSubstr("your keychain has one for this address"));
    auto* use = button("Use the one in the keychain: Password of the Redis server");
    ASSERT_TRUE(use->isVisible());
    use->click();
    fake->secrets.answer_all();
    EXPECT_EQ(apply().size(), 1U);
    EXPECT_FALSE(use->isVisible());
}

TEST_F(JobSourcesPageTest, TheKeychainIsAskedForCheckedSourcesAlone) {
    keychain[kName] = kPassword;
    open("nas_mount_path: /mnt/nas\nredis_url: redis://nas:6379/0\n");
    choose(1);
    EXPECT_FALSE(fake->secrets.is_asked());
    QTest::keyClick(find<QListWidget>("job_source"), Qt::Key_Space);
    EXPECT_TRUE(fake->secrets.is_asked());
    fake->secrets.answer_all();
    EXPECT_THAT(words(), HasSubstr("your keychain has one for this address"));
}

TEST_F(JobSourcesPageTest, WithoutAKeychainTheFileAloneHasItWhichIsSaid) {
    keychain_refuses = base::fail(base::ErrorCode::Unsupported, "this desktop has no keychain");
    open(kRedis);
    type("redis-password", kPassword);
    apply();
    EXPECT_THAT(words(), HasSubstr("it is kept in the file alone: this desktop has no keychain"));
    EXPECT_THAT(words(), HasSubstr("In force after a restart of the daemon: Password of the Redis server"));
}

TEST_F(JobSourcesPageTest, RemoveTakesItFromBothOnceItIsApplied) {
    keychain[kName] = kPassword;
    open(kRedis, held({{"redis-password", "file"}}));
    button("Remove: Password of the Redis server")->click();
    EXPECT_THAT(words(), HasSubstr("Apply removes it"));
    EXPECT_EQ(fake->secrets.secrets.size(), 1U);
    EXPECT_THAT(apply(), ElementsAre(Json{{"name", "redis-password"}, {"value", nullptr}}));
    EXPECT_TRUE(fake->secrets.secrets.empty());
    EXPECT_THAT(words(), HasSubstr("Not set."));
}

TEST_F(JobSourcesPageTest, ATokenOnTheConnectionPageAndAPasswordAreAppliedTogether) {
    open(kRedis);
    fake->daemon.answer("state.get", Json{{"seq", 1}, {"state", {{"access_token", "none"}}}});
    QTest::keyClicks(find<QLineEdit>("access_token"), QStringLiteral("the-token-of-this-house-1234"));
    type("redis-password", kPassword);
    button(QDialogButtonBox::Apply)->click();
    EXPECT_THAT(asked("secrets.set"), IsEmpty()) << "one after the other";
    fake->daemon.answer("token.set", Json{{"restart", true}});
    fake->secrets.answer_all();
    ASSERT_EQ(asked("secrets.set").size(), 1U);
    fake->daemon.answer("secrets.set", base::fail(base::ErrorCode::IoError, "the disk is full"));
    EXPECT_THAT(words(), HasSubstr("the disk is full"));
    EXPECT_TRUE(button("Restart now")->isVisible()) << "the token is there";
    EXPECT_THAT(apply(), ElementsAre(Json{{"name", "redis-password"}, {"value", kPassword}}));
}

TEST_F(JobSourcesPageTest, OpensAtASettingOfASourceThatIsNotShown) {
    open("nas_mount_path: /mnt/nas\n");
    for (const char* key : {"bullmq_queues", "s3_region", "celery-password"}) {
        dialog->show_page(3);
        dialog->show_setting(QString::fromUtf8(key));
        EXPECT_EQ(dialog->findChild<QStackedWidget*>()->currentIndex(), 1);
        EXPECT_EQ(dialog->focusWidget(), find<QLineEdit>(key));
        EXPECT_TRUE(find<QLineEdit>(key)->isVisible()) << key;
    }
}

TEST_F(JobSourcesPageTest, AllSecretsOfTheDaemonHaveAField) {
    open("nas_mount_path: /mnt/nas\n");
    for (const auto secret : settings::kSourceSecrets) {
        EXPECT_NE(find<QLineEdit>(std::string(settings::to_string(secret)).c_str()), nullptr);
    }
}

TEST_F(JobSourcesPageTest, AnAnswerAfterItsEndHarmsNobody) {
    open(kRedis);
    button("Test Redis")->click();
    type("redis-password", kPassword);
    button(QDialogButtonBox::Apply)->click();
    dialog.reset();
    fake->daemon.answer("sources.test", Json{{"ok", true}});
    fake->daemon.answer("secrets.set", Json{{"restart", true}});
    fake->secrets.answer_all();
    EXPECT_TRUE(fake->secrets.secrets.empty());
}

} // namespace
} // namespace framehand::ui
