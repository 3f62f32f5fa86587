// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bearer_http_client.h"
#include "tests/support/fake_http_client.h"

#include <gmock/gmock.h>

namespace framehand::sources {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Key;
using testing::Not;
using testing::Pair;

class BearerHttpClientTest : public testing::Test {
protected:
    /// The headers of a request to `url` as it is sent.
    auto headers(ports::HttpClient& client, const std::string& url) {
        (void)client.send({"GET", url, {{"Accept", "application/json"}}, "", base::Duration{1}}, [](const auto&) {});
        return http.sent.back().headers;
    }

    test::FakeHttpClient http;
};

TEST_F(BearerHttpClientTest, ShowsTheTokenToItsServerAndToNoOther) {
    BearerHttpClient client(http, "http://nas:8080/", base::Secret("token-of-the-nas"));
    for (const auto* const own : {"http://nas:8080", "http://nas:8080/api/v1/jobs", "http://nas:8080?x=1"}) {
        EXPECT_THAT(headers(client, own),
                    ElementsAre(Pair("Accept", "application/json"), Pair("Authorization", "Bearer token-of-the-nas")));
    }
    for (const auto* const other : {"http://nas:80801/", "http://nas:8080.evil.example/", "http://nas/",
                                    "https://nas:8080/", "http://nas:8080@evil.example/"}) {
        EXPECT_THAT(headers(client, other), Not(Contains(Key("Authorization")))) << other;
    }
}

TEST_F(BearerHttpClientTest, WithoutATokenSendsAllAsItComes) {
    BearerHttpClient client(http, "http://nas:8080", std::nullopt);
    EXPECT_THAT(headers(client, "http://nas:8080/api"), ElementsAre(Key("Accept")));
}

} // namespace
} // namespace framehand::sources
