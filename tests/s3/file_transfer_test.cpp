// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/file_transfer.h"
#include "tests/platform/this_system.h"
#include "tests/s3/fake_s3.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_waiter.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace framehand::s3 {
namespace {

using base::ErrorCode;

struct RecordedLog final : UploadLog {
    base::Status begun(const Upload& upload) override {
        open.push_back(upload);
        return {};
    }

    base::Status ended(const Upload& upload) override {
        std::erase(open, upload);
        ++ends;
        return {};
    }

    std::vector<Upload> open;
    int ends = 0;
};

class FileTransfer : public ::testing::Test {
protected:
    FileTransfer() {
        large.resize(2 * kPartBytes + 100);
        for (std::size_t i = 0; i < large.size(); i += 64) {
            large[i] = static_cast<char>(i / 64 % 251);
        }
    }

    std::filesystem::path file_of(const std::string& bytes) {
        const auto path = folder.path() / "film.mp4";
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

    test::TempFolder folder;
    test::FakeS3 server;
    test::FakeWaiter waiter;
    test::FakeClock clock;
    const test::Disk disk;
    S3Client client{access_(), server, waiter, clock};
    RecordedLog log;
    std::string large;
    const ObjectName film{"films", "film.mp4"};

private:
    static Access access_() {
        Access made;
        made.endpoint = "http://store";
        made.access_key = "k";
        made.secret_key = base::Secret("s");
        return made;
    }
};

TEST_F(FileTransfer, ChoosesPartsOfWhichTenThousandSuffice) {
    EXPECT_EQ(part_bytes(0), kPartBytes);
    EXPECT_EQ(part_bytes(10'000 * kPartBytes), kPartBytes);
    for (const std::uint64_t bytes : {10'000 * kPartBytes + 1, std::uint64_t{5} << 40}) {
        EXPECT_GT(part_bytes(bytes), kPartBytes);
        EXPECT_LE((bytes + part_bytes(bytes) - 1) / part_bytes(bytes), 10'000U);
    }
}

TEST_F(FileTransfer, PutsASmallFileInOneRequestAndComparesItsSize) {
    ASSERT_TRUE(put_file(client, file_of("abc"), film, "video/mp4", log, {}));
    EXPECT_EQ(server.objects.at("film.mp4").bytes, "abc");
    EXPECT_EQ(server.objects.at("film.mp4").type, "video/mp4");
    ASSERT_EQ(server.sent.size(), 2U);
    EXPECT_EQ(server.sent[1].method, "HEAD");
    EXPECT_EQ(log.ends, 0);
}

TEST_F(FileTransfer, PutsALargeFileInParts) {
    std::vector<std::uint64_t> told;
    ASSERT_TRUE(put_file(client, file_of(large), film, "video/mp4", log, {},
                         [&](std::uint64_t bytes) { told.push_back(bytes); }));
    EXPECT_EQ(server.content("film.mp4"), large);
    EXPECT_EQ(told, (std::vector<std::uint64_t>{kPartBytes, 2 * kPartBytes, large.size()}));
    EXPECT_TRUE(server.uploads.empty());
    EXPECT_TRUE(log.open.empty());
    EXPECT_EQ(log.ends, 1);
}

TEST_F(FileTransfer, NoticesAnObjectOfAnotherSize) {
    server.on_send = [&](const test::FakeS3::Sent& sent) {
        if (sent.method == "HEAD") {
            server.objects["film.mp4"].bytes += "x";
        }
    };
    EXPECT_EQ(put_file(client, file_of("abc"), film, "video/mp4", log, {}).error().code, ErrorCode::CorruptData);
}

TEST_F(FileTransfer, AbortsTheUploadOfWhatCannotBeFinished) {
    int puts = 0;
    server.on_send = [&](const test::FakeS3::Sent& sent) {
        if (sent.method == "PUT" && ++puts == 2) {
            server.instead = {HttpAnswer{403, {}, "<Error><Code>AccessDenied</Code></Error>"}};
        }
    };
    const auto put = put_file(client, file_of(large), film, "video/mp4", log, {});
    ASSERT_FALSE(put);
    EXPECT_EQ(put.error().code, ErrorCode::PermissionDenied);
    EXPECT_TRUE(server.uploads.empty());
    EXPECT_TRUE(server.objects.empty());
    EXPECT_TRUE(log.open.empty());
}

TEST_F(FileTransfer, AbortsTheUploadWhenCancelled) {
    base::CancelSource stop;
    const auto put =
        put_file(client, file_of(large), film, "video/mp4", log, stop.token(), [&](std::uint64_t) { stop.cancel(); });
    ASSERT_FALSE(put);
    EXPECT_EQ(put.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(server.uploads.empty());
    EXPECT_TRUE(server.objects.empty());
    EXPECT_TRUE(log.open.empty());
}

TEST_F(FileTransfer, KeepsAnUploadInTheLogThatCannotBeAbortedNow) {
    server.dies_at = 2; // the upload is begun, one part is there
    EXPECT_EQ(put_file(client, file_of(large), film, "video/mp4", log, {}).error().code, ErrorCode::Unavailable);
    ASSERT_EQ(log.open.size(), 1U);
    server.dies_at.reset();
    EXPECT_TRUE(client.abort_upload(log.open.front(), {}));
    EXPECT_TRUE(server.uploads.empty());
}

TEST_F(FileTransfer, GetsALargeObjectInRanges) {
    server.put("film.mp4", large);
    const auto file = folder.path() / "got";
    ASSERT_TRUE(get_file(client, disk, film, file, {}));
    EXPECT_EQ(*disk->read_file(file, large.size()), large);
}

TEST_F(FileTransfer, LeavesNothingOfAnObjectThatChangesMeanwhile) {
    server.put("film.mp4", large);
    const auto file = folder.path() / "got";
    const auto got = get_file(client, disk, film, file, {}, [&](std::uint64_t) { server.put("film.mp4", large); });
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().code, ErrorCode::CorruptData);
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(FileTransfer, NamesAFileThatIsNotThere) {
    const auto put = put_file(client, folder.path() / "none", film, "video/mp4", log, {});
    ASSERT_FALSE(put);
    EXPECT_EQ(put.error().code, ErrorCode::NotFound);
    EXPECT_NE(put.error().message.find("none"), std::string::npos);
}

} // namespace
} // namespace framehand::s3
