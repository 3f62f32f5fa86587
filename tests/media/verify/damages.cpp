// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/verify/damages.h"

#include "tests/media/verify/mp4_surgery.h"

namespace framehand::test {

using media::verify::CheckId;
using media::verify::VerifyLevel;

namespace {

const std::string kTop = Wreck::kTop;
const std::string kPlaylist = Wreck::at("a", "playlist.m3u8");
const std::string kFirst = Wreck::at("a", "00000.m4s");
const std::string kSecond = Wreck::at("a", "00001.m4s");
const std::string kLast = Wreck::at("a", "00002.m4s");
const std::string kInit = Wreck::at("a", "init.mp4");
const std::string kIFrames = Wreck::at("a", "iframes.m3u8");
const std::string kSound = Wreck::at("audio", "playlist.m3u8");
const std::string kOtherPlaylist = Wreck::at("b", "playlist.m3u8");

/// The line of a segment in a playlist, with its EXTINF.
std::string entry_of(const Wreck& wreck, const std::string& playlist, const std::string& segment) {
    const std::string text = wreck.read(playlist);
    const std::size_t uri = text.find(segment);
    const std::size_t begin = text.rfind("#EXTINF", uri);
    return text.substr(begin, text.find('\n', uri) + 1 - begin);
}

/// Takes a segment out of a rung's playlists, not of its folder.
void leave_out(const Wreck& wreck, const std::string& rung, const std::string& segment) {
    wreck.replace(Wreck::at(rung, "playlist.m3u8"), entry_of(wreck, Wreck::at(rung, "playlist.m3u8"), segment), "");
    wreck.replace(rung + "/playlist.m3u8", entry_of(wreck, rung + "/playlist.m3u8", segment), "");
}

/// A tag with a number, with another number.
void set_number(const Wreck& wreck, const std::string& rung, const std::string& tag, const std::string& value) {
    for (const std::string& file : {Wreck::at(rung, "playlist.m3u8"), rung + "/playlist.m3u8"}) {
        wreck.change(file, [&](std::string text) {
            const std::size_t begin = text.find(tag) + tag.size();
            return text.replace(begin, text.find_first_of(",\n", begin) - begin, value);
        });
    }
}

void scale_attribute(const Wreck& wreck, const char* name, double factor) {
    const double value = std::stod(wreck.attribute("EXT-X-STREAM-INF", name));
    wreck.set_attribute("EXT-X-STREAM-INF", name, std::to_string(static_cast<long long>(value * factor)));
}

} // namespace

std::vector<Damage> file_damages() {
    return {
        {"MissingSegment", [](const Wreck& w) { w.remove(kSecond); }, CheckId::References, kPlaylist},
        {"MissingInit", [](const Wreck& w) { w.remove(kInit); }, CheckId::References, kPlaylist},
        {"MissingIFramePlaylist", [](const Wreck& w) { w.remove(kIFrames); }, CheckId::References, kTop},
        {"MissingMediaPlaylist", [](const Wreck& w) { w.remove(kPlaylist); }, CheckId::References, kTop},
        {"EmptySegment", [](const Wreck& w) { w.write(kSecond, ""); }, CheckId::Structure, kSecond},
        {"TruncatedSegment",
         [](const Wreck& w) { w.change(kSecond, [](std::string bytes) { return bytes.substr(0, bytes.size() / 2); }); },
         CheckId::Structure, kSecond},
        {"SwappedSegments",
         [](const Wreck& w) {
             const std::string first = w.read(kFirst);
             w.copy(kSecond, kFirst);
             w.write(kSecond, first);
         },
         CheckId::Timeline, kSecond},
        {"SegmentOfAnotherRung", [](const Wreck& w) { w.copy(Wreck::at("b", "00001.m4s"), kSecond); }, CheckId::Decode,
         kSecond},
        {"InitOfAnotherRung", [](const Wreck& w) { w.copy(Wreck::at("b", "init.mp4"), kInit); }, CheckId::Resolution,
         kTop},
        {"InitOfTheAudio", [](const Wreck& w) { w.copy(Wreck::at("audio", "init.mp4"), kInit); }, CheckId::Codecs,
         kTop},
        {"UnreferencedFile", [](const Wreck& w) { w.copy(kSecond, Wreck::at("a", "00003.m4s")); }, CheckId::Leftovers,
         Wreck::at("a", "00003.m4s")},
        {"TemporaryFileInTheVersion", [](const Wreck& w) { w.write(Wreck::at("b", "00001.m4s.tmp"), "x"); },
         CheckId::Leftovers, Wreck::at("b", "00001.m4s.tmp")},
        {"TemporaryFileBesideTheTop", [](const Wreck& w) { w.write(".index.m3u8.4711-0.tmp", "#EXTM3U\n"); },
         CheckId::Leftovers, ".index.m3u8.4711-0.tmp"},
        {"OldVersionFolder", [](const Wreck& w) { w.write("a/v-ba9876543210/00000.m4s", "x"); }, CheckId::Leftovers,
         "a/v-ba9876543210"},
        {"UnfinishedCommit", [](const Wreck& w) { w.write(".framehand-job/index.m3u8", "x"); }, CheckId::Leftovers,
         ".framehand-job"},
    };
}

std::vector<Damage> media_damages() {
    return {
        {"BitFlippedInAHeader",
         [](const Wreck& w) {
             w.change(kSecond, [](std::string b) { return with_flipped_bit(std::move(b), "tfhd", 7); });
         },
         CheckId::Structure, kSecond},
        // Several: a single one may by chance give another picture that can be decoded just as well.
        {"BitsFlippedInPictures", [](const Wreck& w) { w.change(kSecond, &with_flipped_pictures); }, CheckId::Decode,
         kSecond, PackageForm::Fmp4, VerifyLevel::Full},
        {"DroppedFrame", [](const Wreck& w) { w.change(kLast, &without_last_sample); }, CheckId::FrameCounts,
         kOtherPlaylist},
        {"ShiftedAudio",
         [](const Wreck& w) {
             for (const char* const name : {"00000.m4s", "00001.m4s", "00002.m4s"}) {
                 w.change(Wreck::at("audio", name),
                          [](std::string bytes) { return with_shifted_decode_times(std::move(bytes), 2400); });
             }
         },
         CheckId::Alignment, Wreck::at("audio", "00001.m4s")},
        {"ShiftedAudioSegment",
         [](const Wreck& w) {
             w.change(Wreck::at("audio", "00001.m4s"),
                      [](std::string bytes) { return with_shifted_decode_times(std::move(bytes), 480); });
         },
         CheckId::Timeline, Wreck::at("audio", "00001.m4s")},
        {"ShiftedVideoSegment",
         [](const Wreck& w) {
             w.change(kLast, [](std::string bytes) { return with_shifted_decode_times(std::move(bytes), 90); });
         },
         CheckId::Timeline, kLast},
        {"ShortenedAudio",
         [](const Wreck& w) {
             w.remove(Wreck::at("audio", "00002.m4s"));
             leave_out(w, "audio", "00002.m4s");
         },
         CheckId::TotalDuration, kSound},
        {"SegmentWithoutIdr",
         [](const Wreck& w) { w.change(kSecond, [](std::string bytes) { return without_idr(std::move(bytes), 0); }); },
         CheckId::Keyframes, kSecond},
        {"GopOfOneRungOnly",
         [](const Wreck& w) {
             w.change(Wreck::at("b", "00001.m4s"), [](std::string bytes) { return without_idr(std::move(bytes), 1); });
         },
         CheckId::Alignment, Wreck::at("b", "00001.m4s")},
        {"WrongTimescale",
         [](const Wreck& w) { w.change(kInit, [](std::string b) { return with_timescale(std::move(b), 48'000); }); },
         CheckId::SegmentDurations, kPlaylist},
        {"LevelThatContradictsTheParameterSet",
         [](const Wreck& w) {
             w.change(kInit, [](std::string b) { return with_level(std::move(b), 10, LevelPlaces::Configuration); });
         },
         CheckId::Structure, kInit},
        {"LevelTooLowForThePictures",
         [](const Wreck& w) {
             w.change(kInit, [](std::string b) { return with_level(std::move(b), 10, LevelPlaces::Everywhere); });
         },
         CheckId::Pictures, kInit},
        {"BrokenContinuityCounter",
         [](const Wreck& w) {
             w.change(Wreck::at("a", "00001.ts"), [](std::string bytes) {
                 char& control = bytes.at(188 * 9 + 3);
                 control = static_cast<char>((control & 0xF0) | ((control + 5) & 0x0F));
                 return bytes;
             });
         },
         CheckId::Structure, Wreck::at("a", "00001.ts"), PackageForm::MpegTs},
        {"LostTransportPacket",
         [](const Wreck& w) {
             w.change(Wreck::at("a", "00001.ts"), [](std::string bytes) { return bytes.erase(188 * 9, 188); });
         },
         CheckId::Structure, Wreck::at("a", "00001.ts"), PackageForm::MpegTs},
    };
}

std::vector<Damage> playlist_damages() {
    const auto escape = [](const std::string& uri) {
        return [uri](const Wreck& w) { w.replace_in_both("a", "00001.m4s", uri); };
    };
    return {
        {"FalseExtinf", [](const Wreck& w) { set_number(w, "a", "#EXTINF:", "3.990000"); }, CheckId::SegmentDurations,
         kPlaylist},
        {"TargetDurationTooSmall", [](const Wreck& w) { set_number(w, "a", "#EXT-X-TARGETDURATION:", "3"); },
         CheckId::Tags, kPlaylist},
        {"TargetDurationTooLarge", [](const Wreck& w) { set_number(w, "a", "#EXT-X-TARGETDURATION:", "60"); },
         CheckId::Tags, kPlaylist},
        {"NoEndlist", [](const Wreck& w) { w.replace_in_both("a", "#EXT-X-ENDLIST\n", ""); }, CheckId::Tags, kPlaylist},
        {"NoPlaylistType", [](const Wreck& w) { w.replace_in_both("a", "#EXT-X-PLAYLIST-TYPE:VOD\n", ""); },
         CheckId::Tags, kPlaylist},
        {"NoIndependentSegments", [](const Wreck& w) { w.replace(kTop, "#EXT-X-INDEPENDENT-SEGMENTS\n", ""); },
         CheckId::Tags, kTop},
        {"NoMap", [](const Wreck& w) { w.replace_in_both("a", "#EXT-X-MAP:", "#EXT-X-NO-MAP:"); }, CheckId::Structure,
         kFirst},
        {"Discontinuity",
         [](const Wreck& w) {
             const std::string entry = entry_of(w, kPlaylist, "00001.m4s");
             w.replace(kPlaylist, entry, "#EXT-X-DISCONTINUITY\n" + entry);
         },
         CheckId::Tags, kPlaylist},
        {"SegmentThereTwice",
         [](const Wreck& w) {
             const std::string entry = entry_of(w, kPlaylist, "00001.m4s");
             w.replace(kPlaylist, entry, entry + entry);
         },
         CheckId::Timeline, kSecond},
        {"OneRungIsLonger",
         [](const Wreck& w) {
             w.copy(kLast, Wreck::at("a", "00003.m4s"));
             const std::string entry = entry_of(w, kPlaylist, "00002.m4s");
             std::string more = entry;
             w.replace(kPlaylist, entry, entry + more.replace(more.find("00002"), 5, "00003"));
         },
         CheckId::Alignment, kOtherPlaylist},
        {"OneRungIsShorter", [](const Wreck& w) { leave_out(w, "a", "00002.m4s"); }, CheckId::TotalDuration,
         kOtherPlaylist},
        {"PathAboveThePackage", escape("../../../outside.m4s"), CheckId::References, kPlaylist},
        {"EncodedPathAboveThePackage", escape("%2e%2e/%2e%2e/%2e%2e/outside.m4s"), CheckId::References, kPlaylist},
        {"AbsolutePath", escape("/etc/hostname"), CheckId::References, kPlaylist},
        {"UrlOfAnotherHost", escape("https://example.org/00001.m4s"), CheckId::References, kPlaylist},
        {"StablePlaylistOfOldSegments", [](const Wreck& w) { w.replace("a/playlist.m3u8", "00001.m4s", "00000.m4s"); },
         CheckId::StablePlaylists, "a/playlist.m3u8"},
        {"IFrameRangeBesideItsPicture",
         [](const Wreck& w) {
             w.change(kIFrames, [](std::string text) {
                 const std::size_t begin = text.find('@') + 1;
                 const std::size_t end = text.find('\n', begin);
                 const int offset = std::stoi(text.substr(begin, end - begin));
                 return text.replace(begin, end - begin, std::to_string(offset + 4));
             });
         },
         CheckId::IFrames, kIFrames},
        {"IFrameMissing",
         [](const Wreck& w) {
             w.change(kIFrames, [](std::string text) {
                 const std::size_t begin = text.find("#EXTINF");
                 return text.erase(begin, text.find("#EXTINF", begin + 1) - begin);
             });
         },
         CheckId::IFrames, kIFrames},
        {"NoIFrameStreamOfARung",
         [](const Wreck& w) {
             w.change(kTop, [](std::string text) {
                 const std::size_t begin = text.find("#EXT-X-I-FRAME-STREAM-INF");
                 return text.erase(begin, text.find('\n', begin) + 1 - begin);
             });
             w.remove(kIFrames);
         },
         CheckId::IFrames, kTop},
    };
}

std::vector<Damage> declaration_damages() {
    const auto variant = [](const char* attribute, const char* value) {
        return [=](const Wreck& w) { w.set_attribute("EXT-X-STREAM-INF", attribute, value); };
    };
    const auto rendition = [](const char* attribute, const char* value) {
        return [=](const Wreck& w) { w.set_attribute("EXT-X-MEDIA", attribute, value); };
    };
    const auto level_in_codecs = [](const Wreck& w) {
        w.change(kTop, [](std::string text) { return text.replace(text.find("avc1.") + 9, 2, "0a"); });
    };
    return {
        {"BandwidthTooLow", [](const Wreck& w) { scale_attribute(w, "BANDWIDTH", 0.97); }, CheckId::Bandwidth, kTop},
        {"BandwidthTooHigh", [](const Wreck& w) { scale_attribute(w, "BANDWIDTH", 1.5); }, CheckId::Bandwidth, kTop},
        {"AverageBandwidthTooLow", [](const Wreck& w) { scale_attribute(w, "AVERAGE-BANDWIDTH", 0.85); },
         CheckId::AverageBandwidth, kTop},
        {"AverageBandwidthTooHigh", [](const Wreck& w) { scale_attribute(w, "AVERAGE-BANDWIDTH", 1.15); },
         CheckId::AverageBandwidth, kTop},
        {"IFrameBandwidth", [](const Wreck& w) { w.set_attribute("EXT-X-I-FRAME-STREAM-INF", "BANDWIDTH", "1000"); },
         CheckId::Bandwidth, kTop},
        {"FalseCodecs", variant("CODECS", "\"hvc1.1.6.L93.B0,mp4a.40.2\""), CheckId::Codecs, kTop},
        {"AudioCodecMissing", variant("CODECS", "\"avc1.64000d\""), CheckId::Codecs, kTop},
        {"LevelInCodecsTooLow", level_in_codecs, CheckId::Codecs, kTop},
        {"FalseResolution", variant("RESOLUTION", "640x480"), CheckId::Resolution, kTop},
        {"FalseFrameRate", variant("FRAME-RATE", "25.000"), CheckId::FrameRate, kTop},
        {"FalseVideoRange", variant("VIDEO-RANGE", "PQ"), CheckId::VideoRange, kTop},
        {"FalseChannels", rendition("CHANNELS", "\"6\""), CheckId::Renditions, kTop},
        {"LanguageThatIsNone", rendition("LANGUAGE", "\"English (US)\""), CheckId::Renditions, kTop},
        {"NoDefaultAudio", rendition("DEFAULT", "NO"), CheckId::Renditions, kTop},
        {"AudioGroupOfAnotherName", rendition("GROUP-ID", "\"sound\""), CheckId::References, kTop},
    };
}

} // namespace framehand::test
