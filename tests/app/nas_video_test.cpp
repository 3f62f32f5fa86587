// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/nas_video.h"
#include "tests/support/fault_file_system.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

using Way = NasVideo::Way;

class NasVideoImport : public testing::Test {
protected:
    NasVideoImport() {
        m_files.put_directory("/nas");
        m_files.put_file("/home/heat.mkv", "heat");
    }

    base::Result<NasVideo> import(const std::string& video, const base::CancelToken& cancel = {}) {
        return NasVideoImporter(m_files, "/nas")
            .import(
                video,
                [this](const std::filesystem::path& path, std::uint64_t bytes) {
                    m_temporary = path;
                    m_bytes = bytes;
                },
                cancel);
    }

    test::FaultFileSystem m_files;
    std::filesystem::path m_temporary;
    std::uint64_t m_bytes = 0;
};

TEST_F(NasVideoImport, UsesAVideoOnTheNasWhereItLies) {
    m_files.put_file("/nas/films/heat.mkv", "heat");
    const auto video = import("/nas/films/heat.mkv");
    ASSERT_TRUE(video) << video.error().text();
    EXPECT_EQ(video->relative, "films/heat.mkv");
    EXPECT_EQ(video->way, Way::WasThere);
    EXPECT_TRUE(m_temporary.empty());
}

TEST_F(NasVideoImport, CopiesAnyOtherVideoIntoTheInbox) {
    const auto video = import("/home/heat.mkv");
    ASSERT_TRUE(video) << video.error().text();
    EXPECT_EQ(video->relative, "framehand-inbox/heat.mkv");
    EXPECT_EQ(video->way, Way::Copied);
    EXPECT_EQ(m_files.files("/nas/framehand-inbox"),
              (std::map<std::string, std::string>{{"/nas/framehand-inbox/heat.mkv", "heat"}}));
    EXPECT_EQ(m_temporary, "/nas/framehand-inbox/.heat.mkv.part");
    EXPECT_EQ(m_bytes, 4U);
}

TEST_F(NasVideoImport, ReusesAnEqualFile) {
    ASSERT_TRUE(import("/home/heat.mkv"));
    const auto again = import("/home/heat.mkv");
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->relative, "framehand-inbox/heat.mkv");
    EXPECT_EQ(again->way, Way::Reused);
}

TEST_F(NasVideoImport, GivesAnotherVideoOfThatNameANumber) {
    m_files.put_file("/nas/framehand-inbox/heat.mkv", "HEAT"); // as long, but another one
    m_files.put_directory("/nas/framehand-inbox/heat-2.mkv");
    const auto video = import("/home/heat.mkv");
    ASSERT_TRUE(video) << video.error().text();
    EXPECT_EQ(video->relative, "framehand-inbox/heat-3.mkv");
    EXPECT_EQ(m_files.content("/nas/framehand-inbox/heat.mkv"), "HEAT");
    EXPECT_EQ(import("/home/heat.mkv")->way, Way::Reused);
}

TEST_F(NasVideoImport, SaysWhatIsMissing) {
    EXPECT_EQ(import("/home/none.mkv").error().message, "video does not exist: /home/none.mkv");
    EXPECT_EQ(import("/home").error().code, base::ErrorCode::InvalidArgument);
    const auto no_nas = NasVideoImporter(m_files, "/gone").import("/home/heat.mkv", [](auto&&, auto) {}, {});
    ASSERT_FALSE(no_nas);
    EXPECT_NE(no_nas.error().message.find("nas_mount_path"), std::string::npos);
}

TEST_F(NasVideoImport, LeavesNothingWhenItFailsOrIsInterrupted) {
    base::CancelSource cancel;
    cancel.cancel();
    EXPECT_EQ(import("/home/heat.mkv", cancel.token()).error().code, base::ErrorCode::Cancelled);
    EXPECT_TRUE(m_files.files("/nas").empty());

    m_files.set_capacity("/nas", 3);
    EXPECT_EQ(import("/home/heat.mkv").error().code, base::ErrorCode::NoSpace);
    EXPECT_TRUE(m_files.files("/nas").empty());
}

TEST_F(NasVideoImport, NeverShowsAPartOfAVideoUnderItsName) {
    m_files.on_step([this](const std::filesystem::path&) {
        const auto content = m_files.content("/nas/framehand-inbox/heat.mkv");
        EXPECT_TRUE(!content || *content == "heat") << *content;
    });
    ASSERT_TRUE(import("/home/heat.mkv"));
}

TEST(RelativeTo, KnowsWhatLiesBelow) {
    EXPECT_EQ(relative_to("/nas/a/b.mkv", "/nas"), "a/b.mkv");
    EXPECT_EQ(relative_to("/nas", "/nas"), std::nullopt);
    EXPECT_EQ(relative_to("/nas2/a", "/nas"), std::nullopt);
    EXPECT_EQ(relative_to("/", "/nas"), std::nullopt);
    EXPECT_EQ(relative_to("/nas/..a", "/nas"), "..a");
}

} // namespace
} // namespace framehand::cli
