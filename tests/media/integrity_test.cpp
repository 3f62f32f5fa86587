// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/media/inspector.h"
#include "core/media/integrity.h"
#include "core/media/whole_file.h"
#include "tests/media/synthetic_source.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace framehand::media {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

constexpr const char* kPhone = FRAMEHAND_TEST_MEDIA "/phone-240p-vfr.mp4"; // H.264 and AAC

class Integrity : public testing::Test {
protected:
    [[nodiscard]] base::Result<IntegrityReport> check(const std::filesystem::path& file) {
        FH_ASSIGN(const MediaInfo info, inspect(file, {}));
        return check(file, info);
    }

    [[nodiscard]] base::Result<IntegrityReport> check(const std::filesystem::path& file, const MediaInfo& info) {
        return check_integrity(
            file, info, 2, clock, [this](const jobs::TranscodeProgress& progress) { told.push_back(progress); },
            cancel.token());
    }

    static std::string bytes_of(const std::filesystem::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }

    [[nodiscard]] std::filesystem::path copy_of(std::string bytes) const {
        folder.write("damaged", bytes);
        return folder.path() / "damaged";
    }

    /// With `count` bytes turned over, from this share of the file on.
    [[nodiscard]] std::filesystem::path flipped(const std::filesystem::path& file, double from,
                                                std::size_t count) const {
        std::string bytes = bytes_of(file);
        const auto begin = static_cast<std::size_t>(static_cast<double>(bytes.size()) * from);
        for (std::size_t i = begin; i < begin + count; ++i) {
            bytes[i] = static_cast<char>(~bytes[i]);
        }
        return copy_of(bytes);
    }

    [[nodiscard]] std::filesystem::path cut(const std::filesystem::path& file, double share) const {
        const std::string bytes = bytes_of(file);
        return copy_of(bytes.substr(0, static_cast<std::size_t>(static_cast<double>(bytes.size()) * share)));
    }

    [[nodiscard]] std::filesystem::path synthetic(const std::string& container, int audio_ms = 4000) const {
        test::SyntheticSource source;
        source.container = container;
        source.times_ms = test::regular_times(100, 25);
        source.audio_ms = audio_ms;
        source.noise = 20;
        test::write_source(folder.path() / container, source);
        return folder.path() / container;
    }

    test::TempFolder folder;
    base::SystemClock clock;
    base::CancelSource cancel;
    std::vector<jobs::TranscodeProgress> told;
};

TEST_F(Integrity, PassesEveryGoodVideo) {
    for (const std::string name : {"bt2020-10bit-240p", "odd-321x241-vp9", "phone-240p-vfr"}) {
        const auto report = check(std::string(FRAMEHAND_TEST_MEDIA "/") + name + ".mp4");
        EXPECT_TRUE(report) << name << ": " << report.error().text();
    }
    for (const std::string container : {"matroska", "mov", "mpegts"}) {
        const auto report = check(synthetic(container, container == "mpegts" ? 0 : 4000));
        ASSERT_TRUE(report) << container << ": " << report.error().text();
        EXPECT_EQ(report->frames, 100) << container;
        EXPECT_NEAR(report->duration_sec, 4, 0.1) << container;
    }
}

TEST_F(Integrity, CountsWhatItSawAndTellsHowFarItIs) {
    const auto report = check(kPhone);
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_NEAR(report->duration_sec, 15.5, 0.1);
    EXPECT_EQ(report->frames, 932);
    ASSERT_FALSE(told.empty());
    EXPECT_GT(told.back().frames, 900) << "the last ones come out at the end";
    EXPECT_NEAR(told.back().percent, 95, 0.5);
}

TEST_F(Integrity, FindsThatAFileIsCutOff) {
    for (const double share : {0.6, 0.95}) {
        const auto mp4 = check_whole(cut(kPhone, share));
        ASSERT_FALSE(mp4);
        EXPECT_EQ(mp4.error().code, base::ErrorCode::CorruptData);
        EXPECT_THAT(mp4.error().message, AnyOf(HasSubstr("the file is cut off"), HasSubstr("has no index")));
        const auto matroska = check_whole(cut(synthetic("matroska"), share));
        ASSERT_FALSE(matroska);
        EXPECT_THAT(matroska.error().message, HasSubstr("the file is cut off: its segment misses"));
    }
    EXPECT_FALSE(check(cut(synthetic("avi"), 0.6)));
    EXPECT_TRUE(check_whole(kPhone));
    EXPECT_TRUE(check_whole(synthetic("matroska")));
    EXPECT_TRUE(check_whole(synthetic("avi")));
}

TEST_F(Integrity, SaysWhereAVideoIsDamaged) {
    const auto broken = check(flipped(kPhone, 0.6, 2000));
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, base::ErrorCode::CorruptData);
    EXPECT_THAT(broken.error().message,
                AnyOf(HasSubstr("the video cannot be decoded at 8."), HasSubstr("the video cannot be decoded at 9."),
                      HasSubstr("the audio cannot be decoded at 8."), HasSubstr("the audio cannot be decoded at 9.")));
    EXPECT_FALSE(broken.error().cause.empty());
    for (const double place : {0.2, 0.5}) {
        EXPECT_FALSE(check(flipped(kPhone, place, 2000))) << place;
    }
}

TEST_F(Integrity, FindsThatAVideoEndsBeforeItsContainerSays) {
    auto info = inspect(kPhone, {});
    ASSERT_TRUE(info);
    info->video->duration_sec = 60;
    const auto report = check(kPhone, *info);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, base::ErrorCode::CorruptData);
    EXPECT_EQ(report.error().message, "the video ends after 15.5 s, the file says that it lasts 60.0 s");
}

TEST_F(Integrity, WantsAVideo) {
    test::SyntheticSource source;
    source.audio_ms = 2000;
    test::write_source(folder.path() / "sound", source);
    const auto report = check(folder.path() / "sound");
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, base::ErrorCode::Unsupported);
    EXPECT_THAT(report.error().message, HasSubstr("there is no video in it"));
}

TEST_F(Integrity, StopsWhenItIsCancelled) {
    const auto info = inspect(kPhone, {});
    ASSERT_TRUE(info);
    cancel.cancel();
    const auto report = check(kPhone, *info);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, base::ErrorCode::Cancelled);
}

TEST_F(Integrity, SurvivesHeadsThatAreNone) {
    for (const std::string& bytes :
         {std::string(), std::string("\x1a\x45\xdf\xa3"), std::string("\x1a\x45\xdf\xa3\xff\xff\xff\xff\xff\xff"),
          std::string("\0\0\0\x08"
                      "ftyp",
                      8),
          std::string("\0\0\0\x01"
                      "mdat\xff\xff\xff\xff\xff\xff\xff\xff",
                      16)}) {
        (void)check_whole(copy_of(bytes));
    }
    EXPECT_FALSE(check_whole(copy_of(std::string("\0\0\0\x08"
                                                 "ftyp",
                                                 8))))
        << "has no index";
    EXPECT_TRUE(check_whole(copy_of("no video at all")));
}

} // namespace
} // namespace framehand::media
