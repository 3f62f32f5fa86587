// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/package_verifier.h"
#include "tests/media/verify/package_fixture.h"

#include <random>

namespace framehand::media::verify {
namespace {

using test::PackageForm;

class PackageVerifierTest : public test::PackageFixture {
protected:
    void SetUp() override { make(PackageForm::Fmp4); }

    const std::string m_top = "index.m3u8";
    const std::string m_playlist = "a" + kVersion + "playlist.m3u8";
    const std::string m_segment = "a" + kVersion + "00001.m4s";
    const std::string m_last = "a" + kVersion + "00002.m4s";
};

TEST_F(PackageVerifierTest, AcceptsASoundPackageAndKnowsItsSource) {
    SourceExpectation source;
    source.min_frames = source.max_frames = kFrames;
    source.duration_sec = 5.2;
    source.duration_tolerance_sec = 0.05;
    source.audio = AudioPresence::Present;
    const VerifyReport report = verify(VerifyLevel::Full, source);
    EXPECT_TRUE(report.ok()) << report.to_json().dump(2);
    EXPECT_EQ(report.first_problem(), "");
    EXPECT_TRUE(verify(VerifyLevel::Fast, source).ok());
}

TEST_F(PackageVerifierTest, FindsThatThePackageIsNotOfThisSource) {
    SourceExpectation source;
    source.min_frames = source.max_frames = kFrames + 1;
    source.duration_sec = 7;
    source.audio = AudioPresence::Absent;
    const VerifyReport report = verify(VerifyLevel::Fast, source);
    expect_found(report, CheckId::FrameCounts, m_playlist, "130 frames");
    expect_found(report, CheckId::TotalDuration, m_playlist, "the source 7");
    expect_found(report, CheckId::TotalDuration, m_top, "the source has no audio");
}

TEST_F(PackageVerifierTest, FindsAMissingSegment) {
    std::filesystem::remove(path(m_segment));
    expect_found(CheckId::References, m_playlist, "00001.m4s\" leads to no file");
}

TEST_F(PackageVerifierTest, FindsAMissingInitSegment) {
    std::filesystem::remove(path("b" + kVersion + "init.mp4"));
    expect_found(CheckId::References, "b" + kVersion + "playlist.m3u8", "init.mp4\" leads to no file");
}

TEST_F(PackageVerifierTest, FindsAMissingMultivariantPlaylist) {
    std::filesystem::remove(path(m_top));
    expect_found(CheckId::References, m_top, "does not exist");
}

TEST_F(PackageVerifierTest, FindsASegmentThatIsCutShort) {
    std::filesystem::resize_file(path(m_segment), std::filesystem::file_size(path(m_segment)) - 1);
    expect_found(CheckId::Structure, m_segment, "does not fit");
}

TEST_F(PackageVerifierTest, FindsAnEmptySegment) {
    write(m_segment, "");
    expect_found(CheckId::Structure, m_segment, "no complete fragment");
}

TEST_F(PackageVerifierTest, FindsBytesBehindASegment) {
    write(m_segment, read(m_segment) + "tail");
    expect_found(CheckId::Structure, m_segment, "does not fit");
}

TEST_F(PackageVerifierTest, FindsSwappedSegments) {
    swap("a" + kVersion + "00000.m4s", m_segment);
    expect_found(CheckId::Timeline, m_segment, "begins at decode time");
}

TEST_F(PackageVerifierTest, FindsASegmentOfAnotherRung) {
    write(m_segment, read("b" + kVersion + "00001.m4s"));
    // Timed alike, but for another parameter set: only a decoder sees that.
    const VerifyReport report = verify(VerifyLevel::Full);
    EXPECT_FALSE(report.ok());
    EXPECT_NE(report.to_json().dump().find(m_segment), std::string::npos) << report.to_json().dump(2);
}

TEST_F(PackageVerifierTest, FindsASegmentThatIsThereTwice) {
    replace_in_both("a", "00001.m4s", "00000.m4s");
    const VerifyReport report = verify(VerifyLevel::Fast);
    expect_found(report, CheckId::Timeline, "a" + kVersion + "00000.m4s", "begins at decode time");
}

TEST_F(PackageVerifierTest, FindsASegmentThatThePlaylistLeavesOut) {
    const std::string entry = "#EXTINF:1.200000,\n00002.m4s\n";
    replace(m_playlist, entry, "");
    const VerifyReport report = verify(VerifyLevel::Fast);
    expect_found(report, CheckId::FrameCounts, "b" + kVersion + "playlist.m3u8", "130 frames");
    expect_found(report, CheckId::StablePlaylists, "a/playlist.m3u8", "does not say the same");
    expect_found(report, CheckId::Alignment, "b" + kVersion + "playlist.m3u8", "segments");
}

TEST_F(PackageVerifierTest, FindsDamageInTheMiddleOfAPicture) {
    std::string bytes = read(m_segment);
    // The last sample of the first picture run: well behind the headers, so that boxes stay whole.
    for (std::size_t i = bytes.size() - 12; i < bytes.size() - 4; ++i) {
        bytes[i] = static_cast<char>(~bytes[i]);
    }
    write(m_segment, bytes);
    expect_found(verify(VerifyLevel::Full), CheckId::Decode, m_segment, "");
}

TEST_F(PackageVerifierTest, FindsASegmentThatDoesNotBeginWithAnIdrPicture) {
    std::string bytes = read(m_segment);
    const std::size_t mdat = bytes.find("mdat");
    ASSERT_NE(mdat, std::string::npos);
    // The first slice's NAL header: IDR slices are of type 5.
    for (std::size_t i = mdat + 4; i + 5 < bytes.size();) {
        const auto size = static_cast<std::size_t>(static_cast<std::uint8_t>(bytes[i + 2])) * 256 +
                          static_cast<std::uint8_t>(bytes[i + 3]);
        if ((bytes[i + 4] & 0x1F) == 5) {
            bytes[i + 4] = static_cast<char>((bytes[i + 4] & ~0x1F) | 1);
            break;
        }
        i += 4 + size;
    }
    write(m_segment, bytes);
    const VerifyReport report = verify(VerifyLevel::Fast);
    expect_found(report, CheckId::Keyframes, m_segment, "does not begin with an IDR picture");
    expect_found(report, CheckId::IFrames, "a" + kVersion + "iframes.m3u8", "does not hold an IDR picture");
}

TEST_F(PackageVerifierTest, FindsADecodeTimeThatJumps) {
    std::string bytes = read(m_last);
    const std::size_t tfdt = bytes.find("tfdt");
    ASSERT_NE(tfdt, std::string::npos);
    bytes[tfdt + 4 + (bytes[tfdt + 4] == 1 ? 11 : 7)] ^= 1;
    write(m_last, bytes);
    const VerifyReport report = verify(VerifyLevel::Fast);
    EXPECT_FALSE(report.check(CheckId::Timeline).passed()) << report.to_json().dump(2);
}

TEST_F(PackageVerifierTest, FindsAFalseExtinf) {
    replace(m_playlist, "#EXTINF:2.000000,\n00001", "#EXTINF:1.900000,\n00001");
    expect_found(CheckId::SegmentDurations, m_playlist, "00001.m4s is 1.9000 s, it lasts 2.0000 s");
}

TEST_F(PackageVerifierTest, FindsExtinfThatDriftByLessThanIsSeenOfEach) {
    for (const char* const number : {"00000", "00001"}) {
        replace(m_playlist, std::string("#EXTINF:2.000000,\n") + number, std::string("#EXTINF:2.001000,\n") + number);
    }
    expect_found(CheckId::SegmentDurations, m_playlist, "add up to 4.0020 s");
}

TEST_F(PackageVerifierTest, FindsATargetDurationThatIsTooShort) {
    replace_in_both("a", "#EXT-X-TARGETDURATION:2", "#EXT-X-TARGETDURATION:1");
    expect_found(CheckId::Tags, m_playlist, "longer than EXT-X-TARGETDURATION");
}

TEST_F(PackageVerifierTest, FindsMissingTags) {
    replace_in_both("a", "#EXT-X-ENDLIST\n", "");
    replace_in_both("b", "#EXT-X-PLAYLIST-TYPE:VOD\n", "");
    replace(m_top, "#EXT-X-INDEPENDENT-SEGMENTS\n", "");
    const VerifyReport report = verify(VerifyLevel::Fast);
    expect_found(report, CheckId::Tags, m_playlist, "EXT-X-ENDLIST is missing");
    expect_found(report, CheckId::Tags, "b" + kVersion + "playlist.m3u8", "not VOD");
    expect_found(report, CheckId::Tags, m_top, "EXT-X-INDEPENDENT-SEGMENTS is missing");
}

TEST_F(PackageVerifierTest, FindsAVersionThatIsTooLow) {
    replace_in_both("a", "#EXT-X-VERSION:7", "#EXT-X-VERSION:3");
    expect_found(CheckId::Tags, m_playlist, "EXT-X-VERSION is 3, its tags need 6");
}

TEST_F(PackageVerifierTest, FindsADiscontinuity) {
    replace_in_both("a", "#EXTINF:1.2", "#EXT-X-DISCONTINUITY\n#EXTINF:1.2");
    expect_found(CheckId::Tags, m_playlist, "EXT-X-DISCONTINUITY");
}

TEST_F(PackageVerifierTest, FindsAMissingMap) {
    replace_in_both("a", "#EXT-X-MAP:", "#EXT-X-NOT-MAP:");
    expect_found(CheckId::Structure, "a" + kVersion + "00000.m4s", "188");
}

TEST_F(PackageVerifierTest, FindsUrisThatLeaveThePackage) {
    m_folder.write("outside.m4s", read(m_segment));
    replace_in_both("a", "00001.m4s", "../../../outside.m4s");
    expect_found(CheckId::References, m_playlist, "leaves the package");
    replace(m_top, "b/v-0123456789ab/playlist.m3u8", "https://example.org/playlist.m3u8");
    expect_found(CheckId::References, m_top, "names another place");
}

TEST_F(PackageVerifierTest, FindsASegmentThatIsASymbolicLink) {
    std::filesystem::rename(path(m_segment), m_folder.path() / "elsewhere");
    std::filesystem::create_symlink(m_folder.path() / "elsewhere", path(m_segment));
    expect_found(CheckId::References, m_playlist, "symbolic link");
}

TEST_F(PackageVerifierTest, FindsLeftovers) {
    write("a" + kVersion + "00001.m4s.tmp", "x");
    write("audio" + kVersion + "deep/er.bin", "x");
    const VerifyReport report = verify(VerifyLevel::Fast);
    expect_found(report, CheckId::Leftovers, "a" + kVersion + "00001.m4s.tmp", "no playlist refers");
    expect_found(report, CheckId::Leftovers, "audio" + kVersion + "deep/er.bin", "no playlist refers");
}

TEST_F(PackageVerifierTest, LeavesWhatOthersKeepBesideThePackageAlone) {
    write("notes.txt", "x");
    write("a/cover.jpg", "x");
    EXPECT_TRUE(verify(VerifyLevel::Fast).ok());
}

TEST_F(PackageVerifierTest, FindsFalseDeclarations) {
    replace(m_top, "RESOLUTION=160x90", "RESOLUTION=162x90");
    replace(m_top, "FRAME-RATE=25.000", "FRAME-RATE=30.000");
    replace(m_top, "mp4a.40.2", "mp4a.40.5");
    const VerifyReport report = verify(VerifyLevel::Fast);
    expect_found(report, CheckId::Resolution, m_top, "the bitstream says 160x90");
    expect_found(report, CheckId::FrameRate, m_top, "25.000 on average");
    expect_found(report, CheckId::Codecs, m_top, "mp4a.40.2\"");
}

TEST_F(PackageVerifierTest, FindsBandwidthsThatAreNotMeasured) {
    std::string text = read(m_top);
    for (const char* const key : {":BANDWIDTH=", "AVERAGE-BANDWIDTH="}) {
        const std::size_t at = text.find(key) + std::string(key).size();
        const std::size_t end = text.find(',', at);
        const double value = std::stod(text.substr(at, end - at));
        for (const double factor : {0.85, 1.2}) {
            std::string changed = text;
            write(m_top, changed.replace(at, end - at, std::to_string(static_cast<int>(value * factor))));
            const bool is_average = std::string(key).front() == 'A';
            expect_found(is_average ? CheckId::AverageBandwidth : CheckId::Bandwidth, m_top, "measured");
        }
    }
}

TEST_F(PackageVerifierTest, FindsAnAudioGroupThatDoesNotExist) {
    replace(m_top, "AUDIO=\"", "AUDIO=\"no-");
    expect_found(CheckId::References, m_top, "does not exist");
}

TEST_F(PackageVerifierTest, FindsAudioThatIsCutElsewhere) {
    // Without its first segment the audio's cuts are one segment off.
    const std::string entry = "#EXTINF:";
    std::string text = read("audio" + kVersion + "playlist.m3u8");
    const std::size_t first = text.find(entry);
    text.erase(first, text.find(entry, first + 1) - first);
    write("audio" + kVersion + "playlist.m3u8", text);
    const VerifyReport report = verify(VerifyLevel::Fast);
    expect_found(report, CheckId::Alignment, "audio" + kVersion + "playlist.m3u8", "has 2 segments");
    expect_found(report, CheckId::TotalDuration, "audio" + kVersion + "playlist.m3u8", "lasts");
}

TEST_F(PackageVerifierTest, FindsShiftedAudio) {
    for (const char* const name : {"00000.m4s", "00001.m4s", "00002.m4s"}) {
        std::string bytes = read("audio" + kVersion + name);
        for (std::size_t at = bytes.find("tfdt"); at != std::string::npos; at = bytes.find("tfdt", at + 4)) {
            const std::size_t low = at + 4 + (bytes[at + 4] == 1 ? 10U : 6U);
            const unsigned value =
                static_cast<std::uint8_t>(bytes[low - 1]) * 256U + static_cast<std::uint8_t>(bytes[low]);
            const unsigned later = value + 20; // 20 * 256 ticks of 1/48000 s: 107 ms
            bytes[low - 1] = static_cast<char>(later >> 8U);
            bytes[low] = static_cast<char>(later & 0xFFU);
        }
        write("audio" + kVersion + name, bytes);
    }
    expect_found(CheckId::Alignment, "audio" + kVersion + "00001.m4s", "after a" + kVersion + "00001.m4s");
}

TEST_F(PackageVerifierTest, FindsByteRangesThatMissTheirPictures) {
    const std::string file = "a" + kVersion + "iframes.m3u8";
    const std::string text = read(file);
    const std::size_t at = text.find("#EXT-X-BYTERANGE:") + 17;
    const std::size_t offset = text.find('@', at) + 1;
    const std::size_t end = text.find('\n', offset);
    const auto with = [&](const std::string& range) {
        std::string changed = text;
        write(file, changed.replace(at, end - at, range));
    };
    const std::string length = text.substr(at, offset - 1 - at);
    const std::string begin = text.substr(offset, end - offset);
    with(length + "@" + std::to_string(std::stoi(begin) + 1));
    expect_found(CheckId::IFrames, file, "does not begin where a picture does");
    with("20@" + begin);
    expect_found(CheckId::IFrames, file, "cuts the picture short");
    with("99999999@" + begin);
    expect_found(CheckId::IFrames, file, "reaches beyond the file");
}

TEST_F(PackageVerifierTest, FindsPlaylistsThatCannotBeRead) {
    write(m_playlist, "<html>not found</html>");
    write(m_top, read(m_top) + "#EXT-X-STREAM-INF:BANDWIDTH=1\n");
    expect_found(CheckId::Playlists, m_top, "without its URI");
    make(PackageForm::Fmp4);
    write(m_playlist, "<html>not found</html>");
    expect_found(CheckId::Playlists, m_playlist, "#EXTM3U");
}

TEST_F(PackageVerifierTest, SaysThatItWasCancelled) {
    base::CancelSource source;
    source.cancel();
    const auto report = verify_package(m_folder.path() / "package", m_top, {}, source.token(), {});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, base::ErrorCode::Cancelled);
}

TEST_F(PackageVerifierTest, ReportsProgressThatRisesToItsEnd) {
    std::vector<double> fractions;
    VerifyOptions options;
    options.threads = 2;
    const auto report = verify_package(m_folder.path() / "package", m_top, options, {},
                                       [&](double fraction) { fractions.push_back(fraction); });
    ASSERT_TRUE(report);
    ASSERT_FALSE(fractions.empty());
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
    EXPECT_NEAR(fractions.back(), 1, 0.01);
}

TEST_F(PackageVerifierTest, NeverCrashesOnSeededDamageAndNeverAcceptsABrokenTable) {
    std::mt19937 random(20261121);
    const std::vector<std::string> files = {m_top,
                                            m_playlist,
                                            "a" + kVersion + "init.mp4",
                                            "audio" + kVersion + "init.mp4",
                                            m_segment,
                                            "audio" + kVersion + "00001.m4s",
                                            "a" + kVersion + "iframes.m3u8"};
    for (int round = 0; round < 60; ++round) {
        const std::string& file = files[static_cast<std::size_t>(round) % files.size()];
        const std::string whole = read(file);
        std::string damaged = whole;
        for (int i = 0; i < 8; ++i) {
            damaged[random() % std::min<std::size_t>(damaged.size(), 600)] = static_cast<char>(random());
        }
        write(file, damaged);
        const VerifyReport report = verify(VerifyLevel::Fast);
        // Eight random bytes in the text of a playlist cannot go unseen.
        EXPECT_FALSE(report.ok() && file == m_playlist) << round;
        write(file, whole);
    }
    EXPECT_TRUE(verify(VerifyLevel::Fast).ok());
}

class TransportStreamVerifierTest : public test::PackageFixture {
protected:
    void SetUp() override { make(PackageForm::MpegTs); }

    const std::string m_segment = "a" + kVersion + "00001.ts";
};

TEST_F(TransportStreamVerifierTest, AcceptsASoundPackage) {
    const VerifyReport report = verify(VerifyLevel::Full);
    EXPECT_TRUE(report.ok()) << report.to_json().dump(2);
}

TEST_F(TransportStreamVerifierTest, FindsALostPacket) {
    std::string bytes = read(m_segment);
    write(m_segment, bytes.erase(5 * 188, 188));
    expect_found(CheckId::Structure, m_segment, "continuity counter");
}

TEST_F(TransportStreamVerifierTest, FindsAPictureRangeWithoutItsTables) {
    const std::string file = "a" + kVersion + "iframes.m3u8";
    std::string text = read(file);
    const std::size_t at = text.find("#EXT-X-BYTERANGE:") + 17;
    const std::size_t sign = text.find('@', at);
    const std::size_t end = text.find('\n', sign);
    const std::string segment = read("a" + kVersion + "00000.ts");
    std::size_t picture = 0; // where the first packet of the video is, which libav gives the PID 0x100
    while (picture < segment.size() && segment.compare(picture + 1, 2, std::string("\x41\x00", 2)) != 0) {
        picture += 188;
    }
    ASSERT_GT(picture, 0U);
    const std::size_t length = std::stoul(text.substr(at, sign - at)) - picture;
    write(file, text.replace(at, end - at, std::to_string(length) + "@" + std::to_string(picture)));
    expect_found(CheckId::IFrames, file, "with PAT and PMT");
}

TEST_F(TransportStreamVerifierTest, FindsASegmentCutInAPacket) {
    std::filesystem::resize_file(path(m_segment), 188 * 7 + 5);
    expect_found(CheckId::Structure, m_segment, "188");
}

TEST_F(TransportStreamVerifierTest, FindsAMissingProgramTable) {
    std::string bytes = read(m_segment);
    bytes[1] = 0x1F; // the packet becomes padding
    bytes[2] = static_cast<char>(0xFF);
    write(m_segment, bytes);
    EXPECT_FALSE(verify(VerifyLevel::Fast).check(CheckId::Structure).passed());
}

TEST_F(TransportStreamVerifierTest, FindsSwappedSegments) {
    swap("a" + kVersion + "00000.ts", m_segment);
    expect_found(CheckId::Timeline, m_segment, "decode times do not rise");
}

} // namespace
} // namespace framehand::media::verify
