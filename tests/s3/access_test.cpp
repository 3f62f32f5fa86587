// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/access.h"

#include <gtest/gtest.h>

namespace framehand::s3 {
namespace {

TEST(Access, ReadsTheNamesOfAmazonsPrograms) {
    const auto access = access_from_environment({{"AWS_ACCESS_KEY_ID", "key"},
                                                 {"AWS_SECRET_ACCESS_KEY", "secret"},
                                                 {"AWS_SESSION_TOKEN", "token"},
                                                 {"AWS_DEFAULT_REGION", "eu-central-1"},
                                                 {"AWS_S3_ENDPOINT_URL", "http://minio:9000/"},
                                                 {"S3_BUCKET_NAME", "films"}});
    ASSERT_TRUE(access) << access.error().text();
    EXPECT_EQ(access->endpoint, "http://minio:9000");
    EXPECT_EQ(access->region, "eu-central-1");
    EXPECT_EQ(access->bucket, "films");
    EXPECT_EQ(access->access_key, "key");
    EXPECT_EQ(access->secret_key.reveal(), "secret");
    EXPECT_EQ(access->session_token.reveal(), "token");
    EXPECT_EQ(access->style, AddressStyle::Path);
}

TEST(Access, ReadsTheNamesOfMinio) {
    const Environment environment{
        {"MINIO_ENDPOINT", "minio:9000"}, {"MINIO_ACCESS_KEY", "k"}, {"MINIO_SECRET_KEY", "s"}};
    EXPECT_EQ(access_from_environment(environment)->endpoint, "http://minio:9000");
    Environment secure = environment;
    secure["MINIO_SECURE"] = "True";
    EXPECT_EQ(access_from_environment(secure)->endpoint, "https://minio:9000");
    secure["MINIO_SECURE"] = "perhaps";
    EXPECT_EQ(access_from_environment(secure).error().message, "MINIO_SECURE: must be true or false");
    Environment port = environment;
    port["MINIO_ENDPOINT"] = "minio";
    port["MINIO_PORT"] = "9001";
    EXPECT_EQ(access_from_environment(port)->endpoint, "http://minio:9001");
}

TEST(Access, ReadsTheShortNames) {
    const auto access = access_from_environment(
        {{"S3_ACCESS_KEY_ID", "k"}, {"S3_SECRET_ACCESS_KEY", "s"}, {"S3_ENDPOINT_URL", "https://store.example"}});
    ASSERT_TRUE(access);
    EXPECT_EQ(access->endpoint, "https://store.example");
    EXPECT_EQ(access->access_key, "k");
    EXPECT_EQ(access->region, "us-east-1");
}

TEST(Access, GoesToAmazonWithoutAnEndpoint) {
    const auto access = access_from_environment({{"AWS_ACCESS_KEY_ID", "k"}, {"AWS_SECRET_ACCESS_KEY", "s"}});
    ASSERT_TRUE(access);
    EXPECT_EQ(access->endpoint, "");
    EXPECT_EQ(access->style, AddressStyle::VirtualHost);
}

TEST(Access, NeverMixesAKeyWithTheSecretOfAnother) {
    const auto access = access_from_environment({{"AWS_ACCESS_KEY_ID", "k"}, {"MINIO_SECRET_KEY", "hidden-word"}});
    ASSERT_FALSE(access);
    EXPECT_EQ(access.error().text(), "AWS_SECRET_ACCESS_KEY: is missing beside AWS_ACCESS_KEY_ID");
}

TEST(Access, RefusesAnEndpointThatIsMoreThanThat) {
    for (const char* endpoint : {"minio:9000", "http://a/b", "http://me:word@a", "ftp://a", "http://a?x=1"}) {
        Access access;
        access.endpoint = endpoint;
        access.access_key = "k";
        access.secret_key = base::Secret("s");
        const auto checked = check_access(access);
        ASSERT_FALSE(checked) << endpoint;
        EXPECT_EQ(checked.error().code, base::ErrorCode::InvalidArgument);
        EXPECT_TRUE(checked.error().message.starts_with("endpoint: ")) << checked.error().message;
        EXPECT_EQ(checked.error().text().find("word"), std::string::npos);
    }
}

} // namespace
} // namespace framehand::s3
