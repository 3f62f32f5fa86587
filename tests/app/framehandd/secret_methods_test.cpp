// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/secret_methods.h"
#include "core/settings/source_secrets.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace framehand::daemon {
namespace {

using base::Json;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

constexpr auto kSecret = "tell-nobody-7";

class NoSession final : public api::Session {
public:
    void subscribe() override {}
};

class SecretMethodsTest : public testing::Test {
protected:
    Json call(const std::string& method, const Json& params = Json::object()) {
        std::string answer;
        NoSession session;
        dispatcher.handle(base::dump_json({{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", params}}),
                          session, [&answer](const std::string& line) { answer = line; });
        EXPECT_THAT(answer, Not(HasSubstr(kSecret)));
        return Json::parse(answer);
    }

    std::string refusal(const std::string& method, const Json& params) {
        const auto answer = call(method, params);
        EXPECT_TRUE(answer.contains("error")) << answer.dump();
        return answer.contains("error") ? answer["error"]["data"]["code"].get<std::string>() + ": " +
                                              answer["error"]["data"]["message"].get<std::string>()
                                        : "";
    }

    void add(settings::Environment environment = {}) {
        add_secret_methods(dispatcher, {std::move(environment), folder.path()});
    }

    test::TempFolder folder;
    api::Dispatcher dispatcher;
};

TEST_F(SecretMethodsTest, ListsAllInTheirOrderWithTheirPlacesAndNoValues) {
    folder.write("credentials/framehand-celery-password", kSecret);
    add({{"CREDENTIALS_DIRECTORY", (folder.path() / "credentials").string()}, {"AWS_ACCESS_KEY_ID", kSecret}});
    EXPECT_EQ(call("secrets.set", {{"name", "redis-password"}, {"value", kSecret}})["result"],
              Json({{"restart", true}}));
    const auto secrets = call("secrets.list")["result"]["secrets"];
    ASSERT_EQ(secrets.size(), settings::kSourceSecrets.size());
    EXPECT_EQ(secrets[0], Json({{"name", "redis-password"}, {"from", "file"}}));
    EXPECT_EQ(secrets[1], Json({{"name", "celery-password"}, {"from", "credential"}}));
    EXPECT_EQ(secrets[2], Json({{"name", "bullmq-password"}, {"from", nullptr}}));
    EXPECT_EQ(secrets[5], Json({{"name", "s3-access-key"}, {"from", "environment"}}));
    fs::permissions(folder.path() / "secrets/redis-password", fs::perms::group_read, fs::perm_options::add);
    EXPECT_THAT(call("secrets.list")["result"]["secrets"][0]["problem"].get<std::string>(), HasSubstr("chmod 600"));
}

TEST_F(SecretMethodsTest, KeepsOneForTheNextStartAndForgetsIt) {
    add();
    call("secrets.set", {{"name", "rabbitmq-password"}, {"value", kSecret}});
    EXPECT_EQ(folder.read("secrets/rabbitmq-password"), std::string(kSecret) + "\n");
    EXPECT_EQ(call("secrets.set", {{"name", "rabbitmq-password"}, {"value", nullptr}})["result"],
              Json({{"restart", true}}));
    EXPECT_FALSE(fs::exists(folder.path() / "secrets/rabbitmq-password"));
}

TEST_F(SecretMethodsTest, RefusesWhatIsNoSecretAndNeverRepeatsIt) {
    add();
    EXPECT_THAT(refusal("secrets.set", {{"name", "my-password"}, {"value", kSecret}}), HasSubstr("my-password"));
    const std::string lines = std::string(kSecret) + "\n" + kSecret;
    for (const Json& value : {Json(""), Json(lines), Json(std::string(5000, 'x')), Json(Json::array({kSecret}))}) {
        EXPECT_THAT(refusal("secrets.set", {{"name", "redis-password"}, {"value", value}}),
                    testing::StartsWith("invalid_argument"));
    }
    EXPECT_THAT(refusal("secrets.set", {{"name", "redis-password"}}), HasSubstr("value"));
    EXPECT_THAT(refusal("secrets.set", {{"value", kSecret}}), HasSubstr("name"));
    EXPECT_FALSE(fs::exists(folder.path() / "secrets/redis-password"));
}

TEST_F(SecretMethodsTest, ACredentialOrTheEnvironmentIsLeftAlone) {
    folder.write("framehand-redis-password", kSecret);
    add({{"CREDENTIALS_DIRECTORY", folder.path().string()}, {"MINIO_SECRET_KEY", kSecret}});
    const auto credential = refusal("secrets.set", {{"name", "redis-password"}, {"value", "other"}});
    EXPECT_THAT(credential, testing::StartsWith("permission_denied"));
    EXPECT_THAT(credential, HasSubstr("credential framehand-redis-password of the service manager"));
    EXPECT_THAT(refusal("secrets.set", {{"name", "s3-secret-key"}, {"value", nullptr}}),
                HasSubstr("MINIO_SECRET_KEY in the environment"));
    EXPECT_FALSE(fs::exists(folder.path() / "secrets"));
}

} // namespace
} // namespace framehand::daemon
