// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real server, which tests/e2e/test_s3.py starts: the environment names it, with an empty bucket "films" and
// another one, "theirs", of somebody else.
#include "core/s3/cancellable_waiter.h"
#include "core/s3/content_type.h"
#include "core/s3/curl_transport.h"
#include "core/s3/file_transfer.h"
#include "core/s3/probe.h"
#include "core/s3/s3_range_reader.h"
#include "core/storage/s3_committer.h"
#include "tests/platform/this_system.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace framehand::s3 {
namespace {

using base::ErrorCode;

struct NoLog final : UploadLog {
    base::Status begun(const Upload&) override { return {}; }

    base::Status ended(const Upload&) override { return {}; }
};

class RealServer : public ::testing::Test {
protected:
    void SetUp() override {
        Environment environment;
        for (const char* name :
             {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION", "AWS_S3_ENDPOINT_URL"}) {
            const char* value = std::getenv(name);
            ASSERT_NE(value, nullptr) << name << " is missing";
            environment[name] = value;
        }
        auto found = access_from_environment(environment);
        ASSERT_TRUE(found) << found.error().text();
        access = std::move(*found);
    }

    S3Client client() { return {access, transport, waiter, clock, {3, base::Duration{50}, base::Duration{200}}}; }

    std::string pattern(std::size_t bytes) {
        std::string made(bytes, 'x');
        for (std::size_t i = 0; i < made.size(); i += 64) {
            made[i] = static_cast<char>(i / 64 % 251);
        }
        return made;
    }

    Access access;
    CurlTransport transport{{base::Duration{5000}, base::Duration{20'000}}};
    CancellableWaiter waiter;
    base::SystemClock clock;
    const test::Disk disk;
    test::TempFolder folder;
    NoLog log;
};

TEST_F(RealServer, KeepsWhatIsPutUnderAnyName) {
    S3Client s3 = client();
    for (const std::string key : {"a.mp4", "sp ace/\xC3\xA9 + = & ~.mp4", "100%/a'b(c)!*;:@$,.ts", "x/../y//z"}) {
        const ObjectName object{"films", key};
        ASSERT_TRUE(put_checked(s3, "content of " + key, object, content_type_of(key), {})) << key;
        EXPECT_EQ(*s3.get(object, 1000, {}), "content of " + key);
        EXPECT_EQ(s3.head(object, {})->content_type, content_type_of(key));
        EXPECT_EQ(*s3.get_range(object, 3, 4, s3.head(object, {})->etag, {}), "tent");
        const auto listed = s3.list("films", key, "", {});
        ASSERT_TRUE(listed) << listed.error().text();
        ASSERT_EQ(listed->objects.size(), 1U) << key;
        EXPECT_EQ(listed->objects.front().key, key);
        ASSERT_TRUE(s3.remove(object, {}));
        EXPECT_EQ(s3.head(object, {}).error().code, ErrorCode::NotFound);
    }
    ASSERT_TRUE(put_checked(s3, "", {"films", "empty"}, "application/octet-stream", {}));
    EXPECT_EQ(s3.head({"films", "empty"}, {})->size, 0U);
    ASSERT_TRUE(s3.remove({"films", "empty"}, {}));
}

TEST_F(RealServer, PutsALargeFileInPartsAndGetsItBack) {
    S3Client s3 = client();
    const std::string bytes = pattern(2 * kPartBytes + 12'345);
    std::ofstream(folder.path() / "film.mp4", std::ios::binary) << bytes;
    const ObjectName object{"films", "large.mp4"};
    ASSERT_TRUE(put_file(s3, folder.path() / "film.mp4", object, "video/mp4", log, {}));
    EXPECT_EQ(s3.head(object, {})->content_type, "video/mp4");
    ASSERT_TRUE(get_file(s3, disk, object, folder.path() / "got", {}));
    EXPECT_EQ(*disk->read_file(folder.path() / "got", bytes.size()), bytes);
    ASSERT_TRUE(s3.remove(object, {}));
}

TEST_F(RealServer, LeavesNoUploadBehindWhenCancelled) {
    S3Client s3 = client();
    std::ofstream(folder.path() / "film.mp4", std::ios::binary) << pattern(2 * kPartBytes);
    base::CancelSource stop;
    const auto put = put_file(s3, folder.path() / "film.mp4", {"films", "large.mp4"}, "video/mp4", log, stop.token(),
                              [&](std::uint64_t) { stop.cancel(); });
    EXPECT_EQ(put.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(s3.uploads("films", "", {})->empty());
    EXPECT_EQ(s3.head({"films", "large.mp4"}, {}).error().code, ErrorCode::NotFound);
}

TEST_F(RealServer, ListsMoreThanAPage) {
    S3Client s3 = client();
    constexpr int kObjects = 1003;
    for (int i = 0; i < kObjects; ++i) {
        ASSERT_TRUE(s3.put({"films", "many/" + std::to_string(i)}, "x", "text/plain", {}));
    }
    const auto first = s3.list("films", "many/", "", {});
    ASSERT_TRUE(first);
    EXPECT_EQ(first->objects.size(), 1000U);
    const auto second = s3.list("films", "many/", first->next, {});
    ASSERT_TRUE(second) << second.error().text();
    EXPECT_EQ(second->objects.size(), 3U);
    EXPECT_EQ(second->next, "");
    for (int i = 0; i < kObjects; ++i) {
        ASSERT_TRUE(s3.remove({"films", "many/" + std::to_string(i)}, {}));
    }
}

TEST_F(RealServer, NoticesAnObjectThatIsReplacedWhileItIsRead) {
    S3Client s3 = client();
    const ObjectName object{"films", "changes"};
    ASSERT_TRUE(s3.put(object, "0123456789", "text/plain", {}));
    const auto reader = S3RangeReader::open(s3, object, {});
    ASSERT_TRUE(reader);
    std::string into(4, ' ');
    EXPECT_EQ(*(*reader)->read_at(8, into, {}), 2U);
    ASSERT_TRUE(s3.put(object, "abcdefghij", "text/plain", {}));
    EXPECT_EQ((*reader)->read_at(0, into, {}).error().code, ErrorCode::CorruptData);
    ASSERT_TRUE(s3.remove(object, {}));
}

TEST_F(RealServer, TellsAWrongSecretFromAWrongBucketAndAnotherOnesBucket) {
    S3Client s3 = client();
    EXPECT_EQ(s3.head({"nowhere", "a"}, {}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(s3.list("nowhere", "", "", {}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(s3.put({"theirs", "a"}, "x", "text/plain", {}).error().code, ErrorCode::PermissionDenied);
    access.secret_key = base::Secret("wrong-word");
    const auto refused = client().get({"films", "a"}, 100, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::PermissionDenied) << refused.error().text();
    EXPECT_EQ(refused.error().text().find("wrong-word"), std::string::npos);
    access.access_key = "nobody";
    EXPECT_EQ(client().list("films", "", "", {}).error().code, ErrorCode::PermissionDenied);
}

TEST_F(RealServer, ProbesWhatMayBeDone) {
    S3Client s3 = client();
    const auto report = probe(s3, "films", "", {});
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_TRUE(report->ok());
    EXPECT_FALSE(report->list);
    const auto theirs = probe(s3, "theirs", "", {});
    ASSERT_TRUE(theirs) << theirs.error().text();
    EXPECT_TRUE(theirs->list && theirs->write);
    EXPECT_EQ(probe(s3, "nowhere", "", {}).error().code, ErrorCode::NotFound);
}

TEST_F(RealServer, ChecksADestinationWithoutATrace) {
    S3Client s3 = client();
    storage::S3Committer publisher(s3, disk);
    EXPECT_TRUE(publisher.check({"films", "new/index.m3u8"}, {}));
    EXPECT_TRUE(s3.list("films", "new/", "", {})->objects.empty());
    EXPECT_TRUE(s3.uploads("films", "", {})->empty());
    EXPECT_EQ(publisher.check({"theirs", "index.m3u8"}, {}).error().code, ErrorCode::PermissionDenied);
}

} // namespace
} // namespace framehand::s3
