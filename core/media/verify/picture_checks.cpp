// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/picture_checks.h"

#include "core/media/verify/nal_payload.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <string>

namespace framehand::media::verify {

namespace {

constexpr double kHighestRate = 60.06; ///< 60 with the rounding of timestamps
constexpr double kFirstVariantBitrate = 2'000'000;

/// ITU-T H.264 table A-1.
struct Level {
    unsigned index;                ///< level_idc
    double macroblocks_per_second; ///< MaxMBPS
    std::uint32_t picture;         ///< MaxFS, macroblocks
    std::uint32_t stored;          ///< MaxDpbMbs
};

constexpr std::array<Level, 20> kLevels = {{{9, 1485, 99, 396},
                                            {10, 1485, 99, 396},
                                            {11, 3000, 396, 900},
                                            {12, 6000, 396, 2376},
                                            {13, 11880, 396, 2376},
                                            {20, 11880, 396, 2376},
                                            {21, 19800, 792, 4752},
                                            {22, 20250, 1620, 8100},
                                            {30, 40500, 1620, 8100},
                                            {31, 108000, 3600, 18000},
                                            {32, 216000, 5120, 20480},
                                            {40, 245760, 8192, 32768},
                                            {41, 245760, 8192, 32768},
                                            {42, 522240, 8704, 34816},
                                            {50, 589824, 22080, 110400},
                                            {51, 983040, 36864, 184320},
                                            {52, 2073600, 36864, 184320},
                                            {60, 4177920, 139264, 696320},
                                            {61, 8355840, 139264, 696320},
                                            {62, 16711680, 139264, 696320}}};

class PictureCheck {
public:
    PictureCheck(const MeasuredRendition& video, VerifyReport& report)
        : m_video(video), m_form(video.track.form), m_report(report) {}

    void run() {
        const bool is_h264 = m_video.track.video_codec == VideoCodec::H264;
        demand(m_form.progressive, "allows interlaced pictures");
        demand(m_form.chroma_format == 1, "its chroma is not sampled 4:2:0");
        demand(m_form.bit_depth <= (is_h264 ? 8 : 10),
               "has " + std::to_string(m_form.bit_depth) + " bits a sample, more than players of its codec take");
        demand(m_form.aspect_width == m_form.aspect_height, "its samples are not square");
        demand(!m_form.full_range, "uses the full range of values, not the limited one");
        check_color();
        const double rate = m_video.frame_duration() > 0 ? 1 / m_video.frame_duration() : 0;
        demand(m_video.frames() < 2 || rate <= kHighestRate, "shows more than 60 pictures a second");
        if (is_h264) {
            check_level(rate);
        }
    }

private:
    void demand(bool holds, const std::string& problem) {
        if (!holds) {
            m_report.add(CheckId::Pictures, m_video.map.empty() ? m_video.segments.front().file : m_video.map, problem);
        }
    }

    static bool is_said(unsigned value) {
        constexpr unsigned kUnspecified = 2;
        return value != 0 && value != kUnspecified;
    }

    /// The bitstream must say it; where it is not ours to change, its container may.
    void check_color() {
        const ColorCode& said = m_video.track.container_color;
        const bool may_complete = m_video.origin == PictureOrigin::Copied;
        const auto is_clear = [&](unsigned in_bitstream, unsigned in_container) {
            return is_said(in_bitstream) || (may_complete && is_said(in_container));
        };
        demand(is_clear(m_form.primaries, said.primaries) && is_clear(m_form.transfer, said.transfer) &&
                   is_clear(m_form.matrix, said.matrix),
               "does not say its colour primaries, transfer and matrix");
    }

    void check_level(double rate) {
        const auto* const level = std::find_if(kLevels.begin(), kLevels.end(),
                                               [this](const Level& entry) { return entry.index == m_form.level; });
        if (level == kLevels.end()) {
            demand(false, "its level " + std::to_string(m_form.level) + " does not exist");
            return;
        }
        constexpr double kRounding = 1.002;
        const double speed = m_video.frames() < 2 ? 0 : rate * static_cast<double>(m_form.macroblocks);
        const std::uint64_t stored = std::uint64_t{m_form.reference_frames} * m_form.macroblocks;
        demand(m_form.macroblocks <= level->picture && speed <= level->macroblocks_per_second * kRounding &&
                   stored <= level->stored,
               "its level " + std::to_string(m_form.level / 10) + "." + std::to_string(m_form.level % 10) +
                   " is too low for its size, rate or references");
    }

    const MeasuredRendition& m_video;
    const PictureForm& m_form;
    VerifyReport& m_report;
};

void check_range(const MeasuredPackage& package, const VariantStream& stream, const MeasuredRendition& video,
                 bool all_sdr, VerifyReport& report) {
    const std::string actual = to_string(range_of_transfer(video.track.form.transfer));
    if (stream.video_range != actual && !(stream.video_range.empty() && all_sdr)) {
        report.add(CheckId::VideoRange, package.multivariant_file,
                   "variant " + stream.uri + ": VIDEO-RANGE is " +
                       (stream.video_range.empty() ? "missing" : stream.video_range) + ", the bitstream says " +
                       actual);
    }
}

struct Interval {
    double low = 0;
    double high = 0;
};

/// Aspect ratios that a size may stand for once both of its sides are rounded to even numbers.
Interval aspects_of(const TrackFacts& track) {
    const double width = track.width;
    const double height = track.height;
    return {(width - 1) / (height + 1), (width + 1) / std::max(1.0, height - 1)};
}

void check_aspects(const MeasuredPackage& package, const std::vector<const MeasuredRendition*>& videos,
                   VerifyReport& report) {
    const Interval first = aspects_of(videos.front()->track);
    for (const MeasuredRendition* video : videos) {
        const Interval own = aspects_of(video->track);
        if (own.high < first.low || own.low > first.high) {
            report.add(CheckId::Variants, package.multivariant_file,
                       video->playlist + " has another aspect ratio than " + videos.front()->playlist);
        }
    }
}

void check_first(const MeasuredPackage& package, const std::vector<const MeasuredRendition*>& videos,
                 VerifyReport& report) {
    double audio = 0;
    for (const MeasuredRendition* rendition : package.of_kind(TrackKind::Audio)) {
        audio = std::max(audio, rendition->average_bandwidth());
    }
    const auto distance = [](const MeasuredRendition& video) {
        return std::abs(video.average_bandwidth() - kFirstVariantBitrate);
    };
    // What all players play comes first, where there is such.
    std::vector<const MeasuredRendition*> fit;
    std::copy_if(videos.begin(), videos.end(), std::back_inserter(fit),
                 [](const MeasuredRendition* video) { return video->track.video_codec == VideoCodec::H264; });
    if (!fit.empty() && videos.front()->track.video_codec != VideoCodec::H264) {
        report.add(CheckId::Variants, package.multivariant_file,
                   "the first variant is " + videos.front()->playlist + ", which is not H.264 as others are");
        return;
    }
    const std::vector<const MeasuredRendition*>& all = fit.empty() ? videos : fit;
    const auto nearest = std::min_element(
        all.begin(), all.end(), [&](const auto* one, const auto* other) { return distance(*one) < distance(*other); });
    // Whether the audio counts is a matter of taste.
    if (distance(*videos.front()) > distance(**nearest) + 2 * audio + 1000) {
        report.add(CheckId::Variants, package.multivariant_file,
                   "the first variant is " + videos.front()->playlist + ", nearer to 2000 kbit/s is " +
                       (*nearest)->playlist);
    }
}

} // namespace

const char* to_string(VideoRange range) {
    switch (range) {
    case VideoRange::Sdr:
        return "SDR";
    case VideoRange::Pq:
        return "PQ";
    case VideoRange::Hlg:
        return "HLG";
    }
    return "";
}

void check_pictures(const MeasuredPackage& package, VerifyReport& report) {
    const std::vector<const MeasuredRendition*> videos = package.of_kind(TrackKind::Video);
    for (const MeasuredRendition* video : videos) {
        PictureCheck(*video, report).run();
    }
    const bool all_sdr = std::all_of(videos.begin(), videos.end(), [](const MeasuredRendition* video) {
        return range_of_transfer(video->track.form.transfer) == VideoRange::Sdr;
    });
    const std::vector<VariantStream>& variants = package.multivariant.variants;
    for (std::size_t i = 0; i < variants.size(); ++i) {
        const MeasuredRendition* video = package.find(package.variant_files[i]);
        if (video != nullptr && video->track.kind == TrackKind::Video) {
            check_range(package, variants[i], *video, all_sdr, report);
        }
    }
    const std::vector<VariantStream>& streams = package.multivariant.iframe_streams;
    for (std::size_t i = 0; i < streams.size(); ++i) {
        if (const MeasuredRendition* video = package.video_beside(package.iframe_files[i])) {
            check_range(package, streams[i], *video, all_sdr, report);
        }
    }
}

void check_variants(const MeasuredPackage& package, VerifyReport& report) {
    const std::vector<const MeasuredRendition*> videos = package.of_kind(TrackKind::Video);
    if (!videos.empty()) {
        check_aspects(package, videos, report);
        check_first(package, videos, report);
    }
}

} // namespace framehand::media::verify
