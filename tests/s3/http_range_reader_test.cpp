// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/http_range_reader.h"
#include "tests/support/fake_waiter.h"

#include <gtest/gtest.h>

#include <deque>

namespace framehand::s3 {
namespace {

using base::ErrorCode;

constexpr const char* kUrl = "https://host/film.mkv?X-Amz-Signature=hidden-word";

struct ScriptedTransport final : HttpTransport {
    base::Result<HttpAnswer> send(const HttpRequest& request, const std::string& what,
                                  const base::CancelToken&) override {
        sent.push_back(request);
        if (answers.empty()) {
            return base::fail(ErrorCode::Unavailable, what, "nobody answers");
        }
        auto answer = std::move(answers.front());
        answers.pop_front();
        return answer;
    }

    std::vector<HttpRequest> sent;
    std::deque<base::Result<HttpAnswer>> answers;
};

HttpAnswer part(const std::string& range, const std::string& body, const std::string& etag = "\"1\"") {
    return {206, {{"content-range", "bytes " + range}, {"etag", etag}, {"last-modified", "today"}}, body};
}

std::string header_of(const HttpRequest& request, const std::string& name) {
    for (const auto& [key, value] : request.headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

class HttpRanges : public ::testing::Test {
protected:
    base::Result<std::unique_ptr<HttpRangeReader>> open(const std::string& url = kUrl) {
        return HttpRangeReader::open(transport, waiter, url, {});
    }

    ScriptedTransport transport;
    test::FakeWaiter waiter;
    std::string into = std::string(4, ' ');
};

TEST_F(HttpRanges, LearnsTheSizeFromOneByteAndReadsOnCondition) {
    transport.answers = {part("0-0/10", "0"), part("8-9/10", "89")};
    const auto reader = open();
    ASSERT_TRUE(reader) << reader.error().text();
    EXPECT_EQ((*reader)->size(), 10U);
    EXPECT_EQ((*reader)->identity(), "\"1\"");
    EXPECT_EQ((*reader)->name(), "https://host/film.mkv");
    ASSERT_EQ(*(*reader)->read_at(8, into, {}), 2U);
    EXPECT_EQ(into.substr(0, 2), "89");
    EXPECT_EQ(transport.sent[1].method, "GET");
    EXPECT_EQ(header_of(transport.sent[1], "Range"), "bytes=8-9");
    EXPECT_EQ(header_of(transport.sent[1], "If-Match"), "\"1\"");
    EXPECT_EQ(transport.sent[1].redirects, Redirects::FollowHttp);
    EXPECT_EQ(*(*reader)->read_at(10, into, {}), 0U);
}

TEST_F(HttpRanges, KnowsASourceWithoutAStrongTagByItsDate) {
    transport.answers = {part("0-0/10", "0", "W/\"1\""), part("0-3/10", "0123", "W/\"1\"")};
    const auto reader = open();
    ASSERT_TRUE(reader);
    EXPECT_EQ((*reader)->identity(), "today");
    ASSERT_TRUE((*reader)->read_at(0, into, {}));
    EXPECT_EQ(header_of(transport.sent[1], "If-Match"), "");
    EXPECT_EQ(header_of(transport.sent[1], "If-Unmodified-Since"), "today");
}

TEST_F(HttpRanges, TakesAReplacedSourceForAnError) {
    const std::vector<HttpAnswer> answers = {
        {412, {}, ""}, part("0-3/10", "abcd", "\"2\""), part("0-3/11", "abcd"), {200, {{"etag", "\"2\""}}, "abcd"}};
    for (const HttpAnswer& answer : answers) {
        transport.answers = {part("0-0/10", "0"), answer};
        const auto reader = open();
        ASSERT_TRUE(reader);
        const auto read = (*reader)->read_at(0, into, {});
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().code, ErrorCode::CorruptData);
        EXPECT_NE(read.error().text().find("replaced"), std::string::npos) << read.error().text();
    }
}

TEST_F(HttpRanges, RefusesAnotherRangeThanAskedFor) {
    transport.answers = {part("0-0/10", "0"), part("1-4/10", "1234")};
    const auto reader = open();
    EXPECT_EQ((*reader)->read_at(0, into, {}).error().code, ErrorCode::CorruptData);
}

TEST_F(HttpRanges, RefusesAServerWithoutRanges) {
    transport.answers = {HttpAnswer{200, {}, "all of it"}};
    EXPECT_EQ(open().error().code, ErrorCode::Unsupported);
    transport.answers = {base::fail(ErrorCode::CorruptData, "x", "the answer is larger than it may be")};
    EXPECT_EQ(open().error().code, ErrorCode::Unsupported);
    for (const char* range :
         {"bytes 0-0/*", "bytes 0-0/0", "bytes 1-0/3", "bytes 0-3/3", "items 0-0/3", "bytes a", ""}) {
        transport.answers = {HttpAnswer{206, {{"content-range", range}}, "0"}};
        EXPECT_EQ(open().error().code, ErrorCode::Unsupported) << range;
    }
}

TEST_F(HttpRanges, NeverShowsWhatTheUrlHides) {
    for (const int status : {403, 404, 500, 302}) {
        transport.answers.assign(6, HttpAnswer{status, {}, ""});
        const auto reader = open();
        ASSERT_FALSE(reader);
        EXPECT_NE(reader.error().text().find("the source cannot be read: https://host/film.mkv"), std::string::npos);
        EXPECT_EQ(reader.error().text().find("hidden-word"), std::string::npos) << reader.error().text();
    }
}

TEST_F(HttpRanges, OutlivesAServerThatIsAwayForAWhile) {
    transport.answers = {part("0-0/10", "0"), base::fail(ErrorCode::Unavailable, "x"), HttpAnswer{503, {}, ""},
                         part("0-3/10", "0123")};
    const auto reader = open();
    EXPECT_TRUE((*reader)->read_at(0, into, {}));
    EXPECT_EQ(waiter.waits.size(), 2U);
    EXPECT_EQ((*reader)->read_at(0, into, {}).error().code, ErrorCode::Unavailable);
}

TEST_F(HttpRanges, OpensNothingButHttp) {
    for (const char* url : {"file:///etc/passwd", "ftp://host/a", "/etc/passwd", "s3://films/a"}) {
        EXPECT_EQ(open(url).error().code, ErrorCode::InvalidArgument) << url;
    }
    EXPECT_TRUE(transport.sent.empty());
}

} // namespace
} // namespace framehand::s3
