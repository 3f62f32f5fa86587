// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/s3_answers.h"

#include <gtest/gtest.h>

namespace framehand::s3 {
namespace {

constexpr auto kWhat = "s3://films/ cannot be listed";

TEST(S3Answers, ReadsAPageOfKeys) {
    const auto listing =
        listing_from("<ListBucketResult><IsTruncated>true</IsTruncated>"
                     "<NextContinuationToken>a&amp;b</NextContinuationToken>"
                     "<Contents><Key>a &lt;b&gt;.mp4</Key><Size>7</Size></Contents></ListBucketResult>",
                     kWhat);
    ASSERT_TRUE(listing) << listing.error().text();
    ASSERT_EQ(listing->objects.size(), 1U);
    EXPECT_EQ(listing->objects[0].key, "a <b>.mp4");
    EXPECT_EQ(listing->objects[0].size, 7U);
    EXPECT_EQ(listing->next, "a&b");
}

TEST(S3Answers, RefusesTextThatEntitiesMakeEndless) {
    std::string xml = "<!DOCTYPE ListBucketResult [<!ENTITY a \"" + std::string(4000, 'x') +
                      "\">]><ListBucketResult><Contents><Size>1</Size><Key>";
    for (int i = 0; i < 1000; ++i) {
        xml += "&a;";
    }
    xml += "</Key></Contents></ListBucketResult>";
    const auto listing = listing_from(xml, kWhat);
    ASSERT_FALSE(listing);
    EXPECT_EQ(listing.error().code, base::ErrorCode::CorruptData);
    EXPECT_EQ(listing.error().message, kWhat);
    EXPECT_EQ(error_answer("<!DOCTYPE Error [<!ENTITY a \"x\">]><Error><Code>&a;</Code></Error>").code, "");
}

TEST(S3Answers, AFailureQuotesNoEndlessWords) {
    const HttpAnswer answer{
        500, {}, "<Error><Code>Odd</Code><Message>" + std::string(100'000, 'x') + "</Message></Error>"};
    const auto error = failure_of(answer, kWhat);
    EXPECT_EQ(error.message, kWhat);
    EXPECT_LT(error.text().size(), 1000U);
}

} // namespace
} // namespace framehand::s3
