// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/access_token.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>

namespace framehand::settings {
namespace {

using base::ErrorCode;
using testing::HasSubstr;
using testing::Not;

constexpr auto kToken = "s3cret-of-16-chars==";

class AccessTokenTest : public testing::Test {
protected:
    TokenPlace file(const std::string& text, std::filesystem::perms mode = Private) {
        folder.write("token", text);
        std::filesystem::permissions(folder.path() / "token", mode);
        return {folder.path() / "token"};
    }

    static constexpr auto Private = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;
    test::TempFolder folder;
};

TEST_F(AccessTokenTest, IsTheFirstLineOfAFileOfItsOwner) {
    for (const std::string end : {"", "\n", "\r\n", "\nmore\n"}) {
        const auto token = read_access_token(file(kToken + end));
        ASSERT_TRUE(token) << token.error().text();
        ASSERT_TRUE(*token);
        EXPECT_EQ((*token)->reveal(), kToken);
    }
}

TEST_F(AccessTokenTest, WhatIsNoFileIsNeverOpened) {
    EXPECT_EQ(read_access_token({folder.path()}).error().code, ErrorCode::InvalidArgument);
}

TEST_F(AccessTokenTest, NoFileIsNoToken) {
    const auto token = read_access_token({folder.path() / "none"});
    ASSERT_TRUE(token);
    EXPECT_FALSE(*token);
}

TEST_F(AccessTokenTest, AFileThatOthersMayReadIsRefusedWithTheWayOut) {
    for (const auto more : {std::filesystem::perms::group_read, std::filesystem::perms::others_read}) {
        const auto token = read_access_token(file(kToken, Private | more));
        ASSERT_FALSE(token);
        EXPECT_EQ(token.error().code, ErrorCode::PermissionDenied);
        EXPECT_THAT(token.error().message, HasSubstr("chmod 600"));
    }
}

TEST_F(AccessTokenTest, WhatNoTokenCanBeIsRefusedAndNeverRepeated) {
    for (const std::string text : {"short", "has a blank in its middle", "ctrl\x01ctrl\x01ctrl\x01ctrl",
                                   "=startswithequals", "quote\"quote\"quote\"quote"}) {
        const auto token = read_access_token(file(text));
        ASSERT_FALSE(token) << text;
        EXPECT_EQ(token.error().code, ErrorCode::InvalidArgument);
        EXPECT_THAT(token.error().text(), Not(HasSubstr(text)));
        EXPECT_THAT(token.error().text(), HasSubstr("/token: "));
    }
    EXPECT_FALSE(read_access_token(file("")));
    EXPECT_FALSE(read_access_token(file(std::string(kLongestToken + 1, 'a'))));
    EXPECT_TRUE(read_access_token(file(std::string(kLongestToken, 'a'))));
}

TEST_F(AccessTokenTest, ACredentialOfTheServiceManagerGoesBeforeTheFileInTheDataFolder) {
    const std::filesystem::path data = "/data";
    const TokenPlace in_data{"/data/access-token", TokenKeeper::Owner};
    EXPECT_EQ(access_token_place({}, data), in_data);
    const Environment environment{{"CREDENTIALS_DIRECTORY", folder.path().string()}};
    EXPECT_EQ(access_token_place(environment, data), in_data);
    folder.write("framehand-access-token", kToken);
    const auto credential = access_token_place(environment, data);
    EXPECT_EQ(credential, (TokenPlace{folder.path() / "framehand-access-token", TokenKeeper::ServiceManager}));
    std::filesystem::permissions(credential.path, std::filesystem::perms::group_read,
                                 std::filesystem::perm_options::add);
    EXPECT_TRUE(read_access_token(credential)) << "systemd's lists look so";
}

TEST(Secret, MatchesItselfOnly) {
    const base::Secret secret("abcdef");
    EXPECT_TRUE(secret.matches("abcdef"));
    for (const auto* const guess : {"", "abcde", "abcdeg", "abcdefabcdef", "ABCDEF"}) {
        EXPECT_FALSE(secret.matches(guess)) << guess;
    }
    EXPECT_FALSE(base::Secret("").matches(""));
}

} // namespace
} // namespace framehand::settings
