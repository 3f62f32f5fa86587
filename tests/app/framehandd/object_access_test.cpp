// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/object_access.h"
#include "core/settings/source_secrets.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

namespace framehand::daemon {
namespace {

class ObjectAccessTest : public testing::Test {
protected:
    ObjectAccessTest() { settings.data_dir = folder.path(); }

    s3::Access access() {
        const auto found = object_access(environment, settings);
        EXPECT_TRUE(found) << found.error().text();
        return found.value_or(s3::Access{});
    }

    test::TempFolder folder;
    settings::Environment environment;
    settings::Settings settings;
};

TEST_F(ObjectAccessTest, IsEmptyWhereNobodySpeaksOfObjectStorage) {
    const auto none = access();
    EXPECT_EQ(none.endpoint, "");
    EXPECT_EQ(none.access_key, "");
    EXPECT_FALSE(s3::check_access(none));
}

TEST_F(ObjectAccessTest, TakesWhatTheEnvironmentSays) {
    environment = {{"AWS_S3_ENDPOINT_URL", "http://minio:9000"},
                   {"AWS_ACCESS_KEY_ID", "key"},
                   {"AWS_SECRET_ACCESS_KEY", "secret"},
                   {"AWS_REGION", "eu-west-1"}};
    const auto found = access();
    EXPECT_EQ(found.endpoint, "http://minio:9000");
    EXPECT_EQ(found.access_key, "key");
    EXPECT_EQ(found.secret_key.reveal(), "secret");
    EXPECT_EQ(found.region, "eu-west-1");
    EXPECT_EQ(found.style, s3::AddressStyle::Path);
    EXPECT_TRUE(s3::check_access(found));
}

TEST_F(ObjectAccessTest, PrefersOurOwnSettingsAndSecrets) {
    environment = {{"AWS_S3_ENDPOINT_URL", "http://minio:9000"},
                   {"AWS_ACCESS_KEY_ID", "key"},
                   {"AWS_SECRET_ACCESS_KEY", "secret"},
                   {"WORKER_S3_ACCESS_KEY", "our key"},
                   {"WORKER_S3_SECRET_KEY", "our secret"}};
    settings.s3_endpoint = "https://store.example";
    settings.s3_region = "eu-north-1";
    settings.s3_addressing = settings::S3Addressing::VirtualHost;
    const auto found = access();
    EXPECT_EQ(found.endpoint, "https://store.example");
    EXPECT_EQ(found.access_key, "our key");
    EXPECT_EQ(found.secret_key.reveal(), "our secret");
    EXPECT_EQ(found.region, "eu-north-1");
    EXPECT_EQ(found.style, s3::AddressStyle::VirtualHost);
}

} // namespace
} // namespace framehand::daemon
