// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/source_secrets.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <optional>

namespace framehand::settings {
namespace {

namespace fs = std::filesystem;

class SourceSecretsTest : public testing::Test {
protected:
    static void write(const fs::path& path, const std::string& text, fs::perms permissions) {
        fs::create_directories(path.parent_path());
        std::ofstream(path) << text;
        fs::permissions(path, permissions);
    }

    std::string read(SourceSecret secret = SourceSecret::S3SecretKey) {
        const auto found = read_source_secret(environment, folder.path(), secret);
        if (!found) {
            return "error: " + found.error().text();
        }
        return *found ? (*found)->reveal() : "(none)";
    }

    test::TempFolder folder;
    Environment environment;
};

TEST_F(SourceSecretsTest, KeepsOneInAFileOfItsOwn) {
    EXPECT_EQ(read(), "(none)");
    ASSERT_TRUE(keep_source_secret(folder.path(), SourceSecret::S3SecretKey, base::Secret("s3cr/t+x=")));
    EXPECT_EQ(read(), "s3cr/t+x=");
    EXPECT_EQ(read(SourceSecret::RedisPassword), "(none)") << "each has a file of its own";
    ASSERT_TRUE(forget_source_secret(folder.path(), SourceSecret::S3SecretKey));
    ASSERT_TRUE(forget_source_secret(folder.path(), SourceSecret::S3SecretKey));
    EXPECT_EQ(read(), "(none)");
}

TEST_F(SourceSecretsTest, KeepsOneWithAModeForItsOwnerOnly) {
    ASSERT_TRUE(keep_source_secret(folder.path(), SourceSecret::S3SecretKey, base::Secret("s3cr/t+x=")));
    EXPECT_EQ(fs::status(folder.path() / "secrets/s3-secret-key").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(SourceSecretsTest, TakesTheNamesThatOtherToolsRead) {
    ASSERT_TRUE(keep_source_secret(folder.path(), SourceSecret::S3SecretKey, base::Secret("of the file")));
    environment["MINIO_SECRET_KEY"] = "of minio";
    EXPECT_EQ(read(), "of minio");
    environment["AWS_SECRET_ACCESS_KEY"] = "of aws";
    EXPECT_EQ(read(), "of aws");
    environment["S3_SECRET_ACCESS_KEY"] = "of s3";
    EXPECT_EQ(read(), "of s3");
    environment["WORKER_S3_SECRET_KEY"] = "ours";
    EXPECT_EQ(read(), "ours");
    write(folder.path() / "credentials/framehand-s3-secret-key", "of the service manager\n", fs::perms::owner_read);
    environment["CREDENTIALS_DIRECTORY"] = (folder.path() / "credentials").string();
    EXPECT_EQ(read(), "of the service manager");
}

TEST_F(SourceSecretsTest, RefusesAModeThatOthersMayReadWith) {
    write(folder.path() / "secrets/s3-secret-key", "hidden", fs::perms::owner_all | fs::perms::group_read);
    const auto text = read();
    EXPECT_NE(text.find("chmod 600"), std::string::npos) << text;
    EXPECT_EQ(text.find("hidden"), std::string::npos);
}

TEST_F(SourceSecretsTest, RefusesWhatIsNoSecret) {
    for (const auto& value : {std::string(), std::string("a\nb"), std::string(5000, 'a')}) {
        const auto kept = keep_source_secret(folder.path(), SourceSecret::RedisPassword, base::Secret(value));
        ASSERT_FALSE(kept);
        EXPECT_EQ(kept.error().code, base::ErrorCode::InvalidArgument);
    }
    EXPECT_EQ(read(SourceSecret::RedisPassword), "(none)");
}

TEST_F(SourceSecretsTest, NamesThemAll) {
    for (const auto secret : kSourceSecrets) {
        EXPECT_EQ(source_secret_from_string(to_string(secret)), secret);
    }
    EXPECT_FALSE(source_secret_from_string("access-token"));
}

TEST_F(SourceSecretsTest, IsChangedOnlyWhereTheFileDecides) {
    const auto place = [this] { return source_secret_place(environment, folder.path(), SourceSecret::S3SecretKey); };
    const auto change = [this](const std::optional<base::Secret>& value) {
        return change_source_secret(environment, folder.path(), SourceSecret::S3SecretKey, value);
    };
    EXPECT_EQ(place(), (SecretPlace{SecretPlace::Kind::None, ""}));
    ASSERT_TRUE(change(base::Secret("ours")));
    EXPECT_EQ(place(), (SecretPlace{SecretPlace::Kind::File, ""}));
    EXPECT_EQ(read(), "ours");
    ASSERT_TRUE(change(std::nullopt));
    EXPECT_EQ(place().kind, SecretPlace::Kind::None);

    environment["AWS_SECRET_ACCESS_KEY"] = "of aws";
    EXPECT_EQ(place(), (SecretPlace{SecretPlace::Kind::Variable, "AWS_SECRET_ACCESS_KEY"}));
    EXPECT_EQ(change(base::Secret("ours")).error().code, base::ErrorCode::PermissionDenied);
    write(folder.path() / "credentials/framehand-s3-secret-key", "of the service manager\n", fs::perms::owner_read);
    environment["CREDENTIALS_DIRECTORY"] = (folder.path() / "credentials").string();
    EXPECT_EQ(place(), (SecretPlace{SecretPlace::Kind::Credential, "framehand-s3-secret-key"}));
    EXPECT_EQ(change(std::nullopt).error().code, base::ErrorCode::PermissionDenied);
    EXPECT_FALSE(fs::exists(folder.path() / "secrets/s3-secret-key"));
}

} // namespace
} // namespace framehand::settings
