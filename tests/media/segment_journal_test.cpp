// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/segment_journal.h"
#include "tests/support/fault_file_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::media {
namespace {

/// Whether this system has names such as "C:" and "\".
constexpr bool kHasDrives = std::filesystem::path::preferred_separator == '\\';

/// What reading a journal with this first part of a rendition says; "" if it is believed.
std::string refusal_of(const std::string& folder, const std::string& init_file) {
    FinishedRendition rendition;
    rendition.folder = folder;
    rendition.codecs = "avc1";
    rendition.init_file = init_file;
    test::FaultFileSystem files;
    files.put_directory("/package");
    const auto written = SegmentJournal::create(files, "/package", {"source", "plan", "engine"});
    EXPECT_TRUE(written);
    EXPECT_TRUE((*written)->add_init("1080p", rendition));
    const auto read = SegmentJournal::open(files, "/package", SegmentJournal::Access::Read);
    return read ? std::string() : read.error().text();
}

TEST(SegmentJournal, BelievesFoldersInsideThePackageOnly) {
    EXPECT_EQ(refusal_of("1080p/v-0123456789ab", "init.mp4"), "");
    std::vector<std::string> outside{"/elsewhere", "..", "../elsewhere", "1080p/../../elsewhere"};
    if (kHasDrives) {
        outside.insert(outside.end(), {"C:elsewhere", "C:\\elsewhere", "\\elsewhere", "1080p\\..\\..\\elsewhere"});
    }
    for (const std::string& folder : outside) {
        EXPECT_THAT(refusal_of(folder, "init.mp4"), testing::HasSubstr("leaves the package")) << folder;
    }
}

TEST(SegmentJournal, BelievesPlainNamesOnly) {
    std::vector<std::string> names{"..", ".hidden", "a/init.mp4", "a\\init.mp4", "/init.mp4"};
    if (kHasDrives) {
        names.emplace_back("C:init.mp4");
    }
    for (const std::string& name : names) {
        EXPECT_THAT(refusal_of("1080p", name), testing::HasSubstr("is no plain file name")) << name;
    }
}

} // namespace
} // namespace framehand::media
