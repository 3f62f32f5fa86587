// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/source_methods.h"
#include "core/settings/settings_editor.h"
#include "tests/app/framehandd/fake_services.h"
#include "tests/platform/wait_for.h"
#include "tests/support/redis/redis_client.h"
#include "tests/support/redis/redis_server.h"
#include "tests/support/temp_folder.h"

#include <QHostAddress>
#include <QTcpServer>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>

namespace framehand::daemon {
namespace {

using base::Json;
using test::RedisServer;
using test::wait_for;
using testing::HasSubstr;
using testing::Not;

constexpr auto kPassword = "tell-nobody-7";

class NoSession final : public api::Session {
public:
    void subscribe() override {}
};

/// The method, with real servers and a machine in memory.
class SourceMethodsTest : public testing::Test {
protected:
    SourceMethodsTest() {
        request.dirs = settings::xdg_dirs({}, folder.path(), "/");
        request.config_path = folder.path() / "config.yml";
        request.host_name = "den";
        folder.write("config.yml", "nas_mount_path: /nas\ndata_dir: " + folder.path().string() + "\n");
        editor.emplace(request, *settings::load(request));
        add_source_methods(dispatcher, {tests, [this](const auto& changes) { return editor->with(changes); },
                                        kept_secrets(environment, folder.path())});
    }

    void ask(const Json& params) {
        answers.clear();
        dispatcher.handle(
            base::dump_json({{"jsonrpc", "2.0"}, {"id", 1}, {"method", "sources.test"}, {"params", params}}), *session,
            [this](const std::string& line) {
                EXPECT_THAT(line, Not(HasSubstr(kPassword)));
                answers.push_back(Json::parse(line));
            });
    }

    /// The result, waited for.
    Json test(const Json& params) {
        ask(params);
        EXPECT_TRUE(wait_for([this] {
            world.timers.advance(base::Duration{0}); // the way to the answer
            return !answers.empty();
        }));
        EXPECT_TRUE(answers.at(0).contains("result")) << answers.at(0).dump();
        return answers.at(0).value("result", Json::object());
    }

    std::string refusal(const Json& params) {
        ask(params);
        EXPECT_EQ(answers.size(), 1U);
        return answers.empty() ? "" : answers.at(0)["error"]["data"]["message"].get<std::string>();
    }

    static Json check(const Json& result, const std::string& what) {
        for (const auto& one : result["checks"]) {
            if (one["what"] == what) {
                return one;
            }
        }
        ADD_FAILURE() << what << " is missing in " << result.dump();
        return {};
    }

    std::vector<Json> answers; ///< outlives the session, whose end answers what is open
    test::TempFolder folder;
    settings::Environment environment;
    settings::LoadRequest request;
    std::optional<settings::SettingsEditor> editor;
    test::FakeServices world;
    SourceTests tests{world.services, environment};
    api::Dispatcher dispatcher;
    std::unique_ptr<NoSession> session = std::make_unique<NoSession>();
};

TEST_F(SourceMethodsTest, TestsWithChangesOverTheSettingsOfTheDisk) {
    RedisServer server;
    test::RedisClient(server).call({"RPUSH", "work:jobs", "1", "2"});
    folder.write("config.yml", "redis_prefix: \"work:\"\nredis_url: redis://127.0.0.1:1/0\n");
    const auto result = test({{"source", "redis"}, {"settings", {{"redis_url", server.url()}}}});
    EXPECT_EQ(result["ok"], true) << result.dump();
    EXPECT_EQ(check(result, "work:jobs"),
              Json({{"what", "work:jobs"}, {"health", "ok"}, {"finding", "2 jobs wait"}, {"advice", ""}}));
    const auto away = test({{"source", "redis"}});
    EXPECT_EQ(away["ok"], false);
    EXPECT_EQ(check(away, "server")["remedy"], Json({{"id", "setting"}, {"key", "redis_url"}}));
    EXPECT_EQ(folder.read("config.yml"), "redis_prefix: \"work:\"\nredis_url: redis://127.0.0.1:1/0\n");
}

TEST_F(SourceMethodsTest, ATypedSecretGoesBeforeTheKeptOneForThisTestAlone) {
    RedisServer server(RedisServer::Memory::Lost, {"--requirepass", kPassword});
    const Json settings{{"celery_url", server.url()}};
    ASSERT_TRUE(settings::keep_source_secret(folder.path(), settings::SourceSecret::CeleryPassword,
                                             base::Secret("an-old-one")));
    EXPECT_EQ(test({{"source", "celery"}, {"settings", settings}})["ok"], false);
    EXPECT_EQ(test({{"source", "celery"}, {"settings", settings}, {"secrets", {{"celery-password", kPassword}}}})["ok"],
              true);
    EXPECT_EQ(test({{"source", "celery"}, {"settings", settings}})["ok"], false);
    EXPECT_EQ(folder.read("secrets/celery-password"), "an-old-one\n");
    ASSERT_TRUE(
        settings::keep_source_secret(folder.path(), settings::SourceSecret::CeleryPassword, base::Secret(kPassword)));
    EXPECT_EQ(test({{"source", "celery"}, {"settings", settings}})["ok"], true);
    EXPECT_EQ(test({{"source", "celery"}, {"settings", settings}, {"secrets", {{"celery-password", "wrong"}}}})["ok"],
              false);
}

TEST_F(SourceMethodsTest, RefusesWhatIsWrongByItsNameAndNeverRepeatsASecret) {
    EXPECT_THAT(refusal(Json::object()), HasSubstr("source"));
    EXPECT_THAT(refusal({{"source", "kafka"}}), HasSubstr("must be orchestrator, redis"));
    EXPECT_THAT(refusal({{"source", "redis"}, {"settings", {{"redis_taking", "soon"}}}}), HasSubstr("redis_taking"));
    EXPECT_THAT(refusal({{"source", "redis"}, {"settings", {{"redis_taking", 5}}}}),
                HasSubstr("settings.redis_taking"));
    EXPECT_THAT(refusal({{"source", "redis"}, {"settings", {{"redis_urrl", "x"}}}}), HasSubstr("redis_urrl"));
    EXPECT_THAT(refusal({{"source", "redis"},
                         {"settings", {{"redis_url", std::string("redis://:") + kPassword + "@127.0.0.1:6379/0"}}}}),
                HasSubstr("redis_url: expected"));
    EXPECT_THAT(refusal({{"source", "redis"}, {"secrets", {{"my-password", kPassword}}}}), HasSubstr("my-password"));
    EXPECT_THAT(refusal({{"source", "redis"}, {"secrets", {{"redis-password", Json::array({kPassword})}}}}),
                HasSubstr("redis-password"));
    EXPECT_THAT(refusal({{"source", "redis"}, {"secrets", {{"redis-password", std::string(kPassword) + "\n"}}}}),
                HasSubstr("redis-password"));
    EXPECT_EQ(tests.running(), 0U);
}

TEST_F(SourceMethodsTest, AHangingServerIsAFailedCheckAfterTenSeconds) {
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    const auto port = std::to_string(silent.serverPort());
    for (const Json& question :
         {Json{{"source", "bullmq"}, {"settings", {{"bullmq_url", "redis://127.0.0.1:" + port}}}},
          Json{{"source", "rabbitmq"}, {"settings", {{"rabbitmq_url", "amqp://127.0.0.1:" + port}}}},
          Json{{"source", "orchestrator"}}}) {
        ask(question);
        world.timers.advance(base::Duration{9'999});
        EXPECT_TRUE(answers.empty());
        world.timers.advance(base::Duration{1});
        ASSERT_EQ(answers.size(), 1U) << question.dump();
        EXPECT_EQ(answers[0]["result"]["ok"], false);
        EXPECT_EQ(tests.running(), 0U);
    }
}

TEST_F(SourceMethodsTest, AClientThatGoesAwayCancelsItsTestsAndNoOthers) {
    const auto other = std::make_unique<NoSession>();
    ask({{"source", "orchestrator"}});
    ask({{"source", "orchestrator"}});
    dispatcher.handle(R"({"jsonrpc":"2.0","id":1,"method":"sources.test","params":{"source":"orchestrator"}})", *other,
                      [](const std::string&) {});
    EXPECT_EQ(tests.running(), 3U);
    session.reset();
    EXPECT_EQ(tests.running(), 1U);
}

TEST_F(SourceMethodsTest, TooManyTestsAtATimeAreRefusedAsAFailedCheck) {
    for (std::size_t i = 0; i < SourceTests::kMost; ++i) {
        ask({{"source", "orchestrator"}});
        EXPECT_TRUE(answers.empty());
    }
    ask({{"source", "orchestrator"}});
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_THAT(answers[0].dump(), HasSubstr("too many tests"));
}

TEST_F(SourceMethodsTest, LooksAtTheOrchestratorsHealthAndWhetherItLetsThisPcIn) {
    ask({{"source", "orchestrator"}, {"settings", {{"orchestrator_url", "http://nas:8787"}}}});
    EXPECT_EQ(world.http.next(), "GET http://nas:8787/healthz");
    world.http.answer(200, R"({"version": "9.8.7", "jobs": {"QUEUED": 3}})");
    EXPECT_EQ(world.http.next(), "GET http://nas:8787/api/v1/jobs?limit=1");
    world.http.answer(401);
    world.timers.advance(base::Duration{0});
    ASSERT_EQ(answers.size(), 1U);
    const auto& result = answers[0]["result"];
    EXPECT_EQ(result["ok"], false);
    EXPECT_THAT(check(result, "server")["finding"].get<std::string>(), HasSubstr("9.8.7"));
    EXPECT_THAT(check(result, "server")["finding"].get<std::string>(), HasSubstr("3 waiting"));
    EXPECT_THAT(check(result, "rights")["finding"].get<std::string>(), HasSubstr("refuses this PC"));
}

TEST_F(SourceMethodsTest, SaysWhatIsMissingInTheSettingsAlone) {
    const auto none = test({{"source", "s3"}});
    EXPECT_EQ(none["checks"][0]["finding"], "no object storage is set");
    const auto keys = test({{"source", "s3"}, {"settings", {{"s3_endpoint", "http://127.0.0.1:1"}}}});
    EXPECT_THAT(keys["checks"][0]["advice"].get<std::string>(), HasSubstr("framehandctl secret set s3-access-key"));
    const auto bucket = test({{"source", "rabbitmq"}, {"settings", {{"rabbitmq_url", "amqp://127.0.0.1:1"}}}});
    EXPECT_EQ(check(bucket, "bucket")["health"], "fail");
    folder.write("secrets/redis-password", kPassword);
    std::filesystem::permissions(folder.path() / "secrets/redis-password", std::filesystem::perms(0644));
    const auto open = test({{"source", "redis"}});
    EXPECT_THAT(check(open, "settings")["finding"].get<std::string>(), HasSubstr("chmod 600"));
}

} // namespace
} // namespace framehand::daemon
