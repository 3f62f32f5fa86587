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

TEST_F(AccessTokenTest, AModeThatOthersMayReadWithIsRefusedWithTheWayOut) {
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
        EXPECT_THAT(token.error().text(), HasSubstr((folder.path() / "token").string() + ": "));
    }
    EXPECT_FALSE(read_access_token(file("")));
    EXPECT_FALSE(read_access_token(file(std::string(kLongestToken + 1, 'a'))));
    EXPECT_TRUE(read_access_token(file(std::string(kLongestToken, 'a'))));
}

TEST_F(AccessTokenTest, ACredentialOfTheServiceManagerGoesBeforeTheFileInTheDataFolder) {
    const std::filesystem::path data = "/data";
    const TokenPlace in_data{"/data/access-token", TokenOrigin::File};
    EXPECT_EQ(access_token_place({}, data), in_data);
    const Environment environment{{"CREDENTIALS_DIRECTORY", folder.path().string()}};
    EXPECT_EQ(access_token_place(environment, data), in_data);
    folder.write("framehand-access-token", kToken);
    const auto credential = access_token_place(environment, data);
    EXPECT_EQ(credential, (TokenPlace{folder.path() / "framehand-access-token", TokenOrigin::Credential}));
    std::filesystem::permissions(credential.path, std::filesystem::perms::group_read,
                                 std::filesystem::perm_options::add);
    EXPECT_TRUE(read_access_token(credential)) << "systemd's lists look so";
}

TEST_F(AccessTokenTest, IsKeptAndForgotten) {
    const auto data = folder.path() / "data";
    std::filesystem::create_directories(data);
    EXPECT_EQ(to_string(token_origin({}, data)), "none");
    ASSERT_TRUE(keep_access_token({}, data, base::Secret("the-first-of-two-tokens")));
    ASSERT_TRUE(keep_access_token({}, data, base::Secret(kToken)));
    EXPECT_EQ(to_string(token_origin({}, data)), "file");
    const auto token = read_access_token({data / "access-token"});
    ASSERT_TRUE(token && *token);
    EXPECT_EQ((*token)->reveal(), kToken);
    const std::filesystem::directory_iterator files(data);
    EXPECT_EQ(std::distance(begin(files), end(files)), 1) << "nothing else is left in the folder";
    ASSERT_TRUE(forget_access_token({}, data));
    EXPECT_EQ(to_string(token_origin({}, data)), "none");
    EXPECT_TRUE(forget_access_token({}, data)) << "there is none, which is what was asked for";
}

TEST_F(AccessTokenTest, IsKeptWithAModeForItsOwnerOnly) {
    ASSERT_TRUE(keep_access_token({}, folder.path(), base::Secret(kToken)));
    EXPECT_EQ(std::filesystem::status(folder.path() / "access-token").permissions(), Private);
}

TEST_F(AccessTokenTest, AModeThatOthersCouldReadWithIsGoneOnceTheFileIsReplaced) {
    std::filesystem::rename(file(kToken, Private | std::filesystem::perms::others_read).path,
                            folder.path() / "access-token");
    ASSERT_TRUE(keep_access_token({}, folder.path(), base::Secret("another-token-of-16")));
    EXPECT_EQ(std::filesystem::status(folder.path() / "access-token").permissions(), Private);
}

TEST_F(AccessTokenTest, ACredentialIsNeitherReplacedNorForgotten) {
    folder.write("framehand-access-token", kToken);
    const Environment environment{{"CREDENTIALS_DIRECTORY", folder.path().string()}};
    EXPECT_EQ(to_string(token_origin(environment, "/data")), "credential");
    for (const auto& refused : {keep_access_token(environment, folder.path(), base::Secret("another-token-of-16")),
                                forget_access_token(environment, folder.path())}) {
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::PermissionDenied);
    }
    EXPECT_EQ(folder.read("framehand-access-token"), kToken);
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
