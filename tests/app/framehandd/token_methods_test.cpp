// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/token_methods.h"
#include "core/settings/access_token.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace framehand::daemon {
namespace {

using base::Json;
using testing::HasSubstr;
using testing::Not;

constexpr auto kToken = "the-token-of-this-house-1234";

class NoSession final : public api::Session {
public:
    void subscribe() override {}
};

class TokenMethodsTest : public testing::Test {
protected:
    /// The whole line that is answered.
    std::string call(const Json& params) {
        std::string answer;
        NoSession session;
        dispatcher.handle(base::dump_json({{"jsonrpc", "2.0"}, {"id", 1}, {"method", "token.set"}, {"params", params}}),
                          session, [&answer](const std::string& line) { answer = line; });
        return answer;
    }

    void add(settings::Environment environment = {}) {
        add_token_methods(dispatcher, {std::move(environment), data, [this] { ++changes; }});
    }

    [[nodiscard]] std::string kept() const {
        const auto token = settings::read_access_token({data / "access-token"});
        return token && *token ? (*token)->reveal() : "";
    }

    test::TempFolder folder;
    std::filesystem::path data = folder.path();
    int changes = 0;
    api::Dispatcher dispatcher;
};

TEST_F(TokenMethodsTest, KeepsATokenForTheNextStartAndForgetsIt) {
    add();
    EXPECT_EQ(Json::parse(call({{"token", kToken}}))["result"], Json({{"restart", true}}));
    EXPECT_EQ(kept(), kToken);
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(Json::parse(call({{"token", nullptr}}))["result"], Json({{"restart", true}}));
    EXPECT_FALSE(std::filesystem::exists(data / "access-token"));
    EXPECT_EQ(changes, 2);
}

TEST_F(TokenMethodsTest, WhatIsNoTokenIsRefusedAndNeverRepeated) {
    add();
    for (const Json& params : {Json{{"token", "short-secret"}}, Json{{"token", "a secret with blanks"}},
                               Json{{"token", {"a-secret-in-a-list"}}}, Json::object()}) {
        const auto answer = call(params);
        EXPECT_THAT(answer, HasSubstr("error"));
        EXPECT_THAT(answer, Not(HasSubstr("secret")));
    }
    EXPECT_EQ(changes, 0);
    EXPECT_EQ(kept(), "");
}

TEST_F(TokenMethodsTest, ACredentialOfTheServiceManagerIsLeftAlone) {
    folder.write("framehand-access-token", kToken);
    add({{"CREDENTIALS_DIRECTORY", data.string()}});
    EXPECT_THAT(call({{"token", "another-token-of-16"}}), HasSubstr("credential of the service manager"));
    EXPECT_THAT(call({{"token", nullptr}}), HasSubstr("credential of the service manager"));
    EXPECT_EQ(changes, 0);
    EXPECT_FALSE(std::filesystem::exists(data / "access-token"));
}

TEST_F(TokenMethodsTest, AFolderThatIsGoneIsAnErrorWithTheFile) {
    data /= "gone";
    add();
    const auto answer = call({{"token", kToken}});
    EXPECT_THAT(answer, HasSubstr("gone/access-token: cannot be written"));
    EXPECT_THAT(answer, Not(HasSubstr(kToken)));
}

} // namespace
} // namespace framehand::daemon
