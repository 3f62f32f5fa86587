// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/s3/probe.h"
#include "core/s3/s3_client.h"
#include "core/s3/s3_range_reader.h"
#include "tests/s3/fake_s3.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_waiter.h"

#include <gtest/gtest.h>

namespace framehand::s3 {
namespace {

using base::ErrorCode;

HttpAnswer refused(int status, const std::string& code) {
    return {status, {}, "<Error><Code>" + code + "</Code><Message>because</Message></Error>"};
}

class S3Client_ : public ::testing::Test {
protected:
    S3Client_() {
        access.endpoint = "http://store:9000";
        access.access_key = "key";
        access.secret_key = base::Secret("hidden-word");
    }

    S3Client client() { return {access, server, waiter, clock}; }

    Access access;
    test::FakeS3 server;
    test::FakeWaiter waiter;
    test::FakeClock clock;
    const ObjectName film{"films", "a b/\xC3\xA9.mkv"};
};

TEST_F(S3Client_, PutsLooksAndGets) {
    S3Client s3 = client();
    ASSERT_TRUE(s3.put(film, "0123456789", "video/x-matroska", {}));
    EXPECT_EQ(server.sent[0].url, "http://store:9000/films/a%20b/%C3%A9.mkv");
    EXPECT_EQ(server.sent[0].header("x-amz-content-sha256"), base::sha256_hex("0123456789"));
    const auto info = s3.head(film, {});
    ASSERT_TRUE(info);
    EXPECT_EQ(info->size, 10U);
    EXPECT_EQ(info->content_type, "video/x-matroska");
    EXPECT_EQ(*s3.get_range(film, 2, 3, info->etag, {}), "234");
    EXPECT_EQ(*s3.get(film, 10, {}), "0123456789");
    ASSERT_TRUE(s3.remove(film, {}));
    EXPECT_EQ(s3.head(film, {}).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(s3.remove(film, {}));
}

TEST_F(S3Client_, NamesTheBucketInTheHostWhereAsked) {
    access.style = AddressStyle::VirtualHost;
    static_cast<void>(client().head(film, {}));
    EXPECT_EQ(server.sent.back().url, "http://films.store:9000/a%20b/%C3%A9.mkv");
    EXPECT_EQ(server.sent.back().header("Host"), "films.store:9000");
    access.endpoint.clear();
    access.region = "eu-west-1";
    static_cast<void>(client().list("films", "", "", {}));
    EXPECT_EQ(server.sent.back().url, "https://films.s3.eu-west-1.amazonaws.com/?list-type=2&prefix=");
    static_cast<void>(client().head({"fi.lms", "a"}, {}));
    EXPECT_EQ(server.sent.back().url, "https://s3.eu-west-1.amazonaws.com/fi.lms/a");
}

TEST_F(S3Client_, TriesAgainWhatCanBeHelpedAndWaitsLongerEachTime) {
    server.put("a", "x");
    server.instead = {refused(503, "SlowDown"), refused(500, "InternalError"),
                      base::fail(ErrorCode::Timeout, "too slow"), refused(400, "RequestTimeout"),
                      refused(400, "XAmzContentSHA256Mismatch")};
    S3Client s3 = client();
    ASSERT_TRUE(s3.head({"films", "a"}, {}));
    using std::chrono::milliseconds;
    EXPECT_EQ(waiter.waits, (std::vector<base::Duration>{milliseconds(500), milliseconds(1000), milliseconds(2000),
                                                         milliseconds(4000), milliseconds(8000)}));
    EXPECT_EQ(server.sent.size(), 6U);
}

TEST_F(S3Client_, SaysWhyWhenNoTryHelps) {
    server.dies_at = 0;
    const auto answer = client().head(film, {});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(answer.error().message.starts_with("s3://films/a b/")) << answer.error().message;
    EXPECT_EQ(server.sent.size(), 6U);
}

TEST_F(S3Client_, StopsBetweenTwoTriesWhenCancelled) {
    base::CancelSource stop;
    server.dies_at = 0;
    waiter.on_wait = [&] { stop.cancel(); };
    EXPECT_EQ(client().head(film, stop.token()).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(server.sent.size(), 1U);
}

TEST_F(S3Client_, TellsRefusalsApartAndNeverTheSecret) {
    const std::vector<std::pair<HttpAnswer, ErrorCode>> cases = {
        {refused(403, "SignatureDoesNotMatch"), ErrorCode::PermissionDenied},
        {refused(403, "AccessDenied"), ErrorCode::PermissionDenied},
        {{403, {}, ""}, ErrorCode::PermissionDenied},
        {refused(404, "NoSuchBucket"), ErrorCode::NotFound},
        {refused(412, "PreconditionFailed"), ErrorCode::CorruptData},
        {refused(403, "QuotaExceeded"), ErrorCode::NoSpace},
        {refused(301, "PermanentRedirect"), ErrorCode::InvalidArgument},
        {{418, {}, "<html>"}, ErrorCode::InvalidArgument},
    };
    for (const auto& [answer, code] : cases) {
        server.instead = {answer};
        const auto failed = client().head(film, {});
        ASSERT_FALSE(failed);
        EXPECT_EQ(failed.error().code, code) << failed.error().text();
        EXPECT_EQ(failed.error().text().find("hidden-word"), std::string::npos);
        EXPECT_NE(failed.error().text().find("s3://films/"), std::string::npos);
    }
    for (const auto& sent : server.sent) {
        EXPECT_EQ(sent.url.find("hidden-word"), std::string::npos);
        EXPECT_EQ(sent.header("Authorization").find("hidden-word"), std::string::npos);
    }
}

TEST_F(S3Client_, NeverMixesTwoVersionsOfAnObject) {
    server.put("a", "0123456789");
    S3Client s3 = client();
    const auto reader = S3RangeReader::open(s3, {"films", "a"}, {});
    ASSERT_TRUE(reader);
    std::string into(4, ' ');
    ASSERT_EQ(*(*reader)->read_at(8, into, {}), 2U);
    EXPECT_EQ(into.substr(0, 2), "89");
    EXPECT_EQ(*(*reader)->read_at(10, into, {}), 0U);
    server.put("a", "abcdefghij");
    EXPECT_EQ((*reader)->read_at(0, into, {}).error().code, ErrorCode::CorruptData);
    // A server that does not heed If-Match.
    server.instead = {HttpAnswer{206, {{"etag", "\"other\""}}, "abcd"}};
    EXPECT_EQ((*reader)->read_at(0, into, {}).error().code, ErrorCode::CorruptData);
    server.instead = {HttpAnswer{200, {}, "abcdefghij"}};
    EXPECT_EQ((*reader)->read_at(0, into, {}).error().code, ErrorCode::CorruptData);
}

TEST_F(S3Client_, ListsPageByPage) {
    server.page = 2;
    for (const char* key : {"a/1", "a/2", "a/3", "b"}) {
        server.put(key, "xyz");
    }
    S3Client s3 = client();
    std::vector<std::string> keys;
    std::string page;
    do {
        const auto listing = s3.list("films", "a/", page, {});
        ASSERT_TRUE(listing) << listing.error().text();
        for (const auto& object : listing->objects) {
            keys.push_back(object.key);
            EXPECT_EQ(object.size, 3U);
        }
        page = listing->next;
    } while (!page.empty());
    EXPECT_EQ(keys, (std::vector<std::string>{"a/1", "a/2", "a/3"}));
}

TEST_F(S3Client_, RefusesAnswersThatAreNoneOfS3) {
    S3Client s3 = client();
    for (const char* body : {"", "<html>login</html>", "<ListBucketResult>",
                             "<ListBucketResult><Contents><Size>x</Size>"
                             "</Contents></ListBucketResult>"}) {
        server.instead = {HttpAnswer{200, {}, body}};
        EXPECT_EQ(s3.list("films", "", "", {}).error().code, ErrorCode::CorruptData) << body;
    }
}

TEST_F(S3Client_, TakesAFailureInASuccessfulAnswerForOne) {
    S3Client s3 = client();
    const auto upload = s3.begin_upload(film, "video/mp4", {});
    ASSERT_TRUE(upload);
    server.instead = {refused(200, "InternalError")};
    EXPECT_EQ(s3.complete_upload(*upload, {"\"a\""}, {}).error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(s3.abort_upload(*upload, {}));
    EXPECT_TRUE(s3.abort_upload(*upload, {}));
}

TEST_F(S3Client_, ProbesWhatTheCredentialsMayDo) {
    S3Client s3 = client();
    const auto all = probe(s3, "films", "x/", {});
    ASSERT_TRUE(all) << all.error().text();
    EXPECT_TRUE(all->ok());
    EXPECT_FALSE(all->list);
    EXPECT_TRUE(server.objects.empty());
    server.instead = {refused(403, "AccessDenied"), refused(403, "AccessDenied")};
    const auto less = probe(s3, "films", "", {});
    ASSERT_TRUE(less);
    EXPECT_TRUE(less->list && less->write);
    EXPECT_FALSE(less->ok());
    EXPECT_EQ(probe(s3, "other", "", {}).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace framehand::s3
