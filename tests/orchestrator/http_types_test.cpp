// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/http_types.h"

#include <gtest/gtest.h>

namespace framehand::orchestrator {
namespace {

using base::ErrorCode;
using base::fail;

TEST(HttpTypes, DecodesPercentEscapes) {
    EXPECT_EQ(percent_decode("a%20b%2Fc+d"), "a b/c+d");
    EXPECT_EQ(percent_decode("%C3%a9"), "\xC3\xA9");
    EXPECT_EQ(percent_decode(""), "");
}

TEST(HttpTypes, RefusesEscapesThatAreMalformedOrHideBinary) {
    for (const auto* text : {"%", "%2", "%zz", "a%", "a%4", "%00", "%0a", "a%7Fb", "%C3", "%ff", "%ED%A0%80"}) {
        const auto decoded = percent_decode(text);
        ASSERT_FALSE(decoded) << text;
        EXPECT_EQ(decoded.error().code, ErrorCode::InvalidArgument);
    }
}

TEST(HttpTypes, ReadsQueries) {
    const auto query = parse_query("state=QUEUED&after=job%2D1&flag&x=a=b&&=nameless");
    ASSERT_TRUE(query);
    EXPECT_EQ(*query, (std::map<std::string, std::string>{
                          {"state", "QUEUED"}, {"after", "job-1"}, {"flag", ""}, {"x", "a=b"}}));
    EXPECT_TRUE(parse_query("")->empty());
    EXPECT_FALSE(parse_query("a=%9"));
}

TEST(HttpTypes, NamesTheFieldOfAnError) {
    const auto response = error_response(fail(ErrorCode::InvalidArgument, "outputs[0].bitrate: must be a number"));
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(response.body["error"]["field"], "outputs[0].bitrate");
    EXPECT_EQ(response.body["error"]["code"], "invalid_argument");
    EXPECT_EQ(response.body["error"]["message"], "outputs[0].bitrate: must be a number");
    const auto plain = error_response(fail(ErrorCode::InvalidArgument, "request body: not valid JSON"));
    EXPECT_FALSE(plain.body["error"].contains("field"));
}

TEST(HttpTypes, HasAStatusForEachKindOfError) {
    const std::map<ErrorCode, int> expected{
        {ErrorCode::NotFound, 404},         {ErrorCode::AlreadyExists, 409}, {ErrorCode::Cancelled, 409},
        {ErrorCode::PermissionDenied, 403}, {ErrorCode::Unavailable, 503},   {ErrorCode::Timeout, 504},
        {ErrorCode::NoSpace, 507},          {ErrorCode::IoError, 500},       {ErrorCode::Internal, 500},
        {ErrorCode::CorruptData, 422},      {ErrorCode::Unsupported, 422}};
    for (const auto& [code, status] : expected) {
        const auto response = error_response(fail(code, "x"));
        EXPECT_EQ(response.status, status) << base::to_string(code);
        EXPECT_EQ(response.body.contains("cancelled"), code == ErrorCode::Cancelled);
    }
}

} // namespace
} // namespace framehand::orchestrator
