// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/s3/signer.h"

#include <gtest/gtest.h>

namespace framehand::s3 {
namespace {

// The examples of the S3 API reference, "Signature Calculations for the Authorization Header: Transferring Payload in
// a Single Chunk".
constexpr const char* kKey = "AKIAIOSFODNN7EXAMPLE";
const base::Secret kSecret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
constexpr const char* kDate = "20130524T000000Z";
constexpr const char* kHost = "examplebucket.s3.amazonaws.com";

std::string sign(SignedRequest request) {
    request.headers.emplace_back("Host", kHost);
    request.headers.emplace_back("x-amz-date", kDate);
    request.headers.emplace_back("x-amz-content-sha256", request.payload_sha256);
    return authorization(request, kDate, kKey, kSecret, "us-east-1");
}

TEST(Signer, SignsTheExampleOfAGetWithARange) {
    EXPECT_EQ(sign({"GET", "/test.txt", "", {{"Range", "bytes=0-9"}}, base::sha256_hex("")}),
              "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
              "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
              "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
}

TEST(Signer, SignsTheExampleOfAPut) {
    EXPECT_EQ(sign({"PUT",
                    "/test%24file.text",
                    "",
                    {{"Date", "Fri, 24 May 2013 00:00:00 GMT"}, {"x-amz-storage-class", "REDUCED_REDUNDANCY"}},
                    base::sha256_hex("Welcome to Amazon S3.")}),
              "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
              "SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,"
              "Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
}

TEST(Signer, SignsTheExampleOfAQueryWithoutValue) {
    EXPECT_TRUE(sign({"GET", "/", "lifecycle=", {}, base::sha256_hex("")})
                    .ends_with("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"));
}

TEST(Signer, SignsTheExampleOfAList) {
    EXPECT_TRUE(sign({"GET", "/", "max-keys=2&prefix=J", {}, base::sha256_hex("")})
                    .ends_with("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"));
}

TEST(Signer, TrimsTheValuesOfHeaders) {
    const SignedRequest plain{"GET", "/", "", {{"x-amz-meta-a", "a b"}}, base::sha256_hex("")};
    const SignedRequest spaced{"GET", "/", "", {{"X-Amz-Meta-A", "  a   b "}}, base::sha256_hex("")};
    EXPECT_EQ(sign(plain), sign(spaced));
}

TEST(Signer, WritesTheDateAsAmazonDoes) {
    EXPECT_EQ(amz_date(base::WallTime(std::chrono::milliseconds{1369353600000})), kDate);
}

// RFC 4231 section 4.3.
TEST(Signer, ComputesTheSecondCaseOfRfc4231) {
    EXPECT_EQ(base::to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

} // namespace
} // namespace framehand::s3
