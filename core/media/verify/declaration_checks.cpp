// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/declaration_checks.h"

#include "core/media/verify/attribute_list.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <set>
#include <string>
#include <vector>

namespace framehand::media::verify {

namespace {

constexpr double kAllowedExcess = 1.10; ///< Apple 1.26, 1.27
constexpr double kRounding = 1.001;

std::string bits_text(double value) {
    return std::to_string(std::llround(value)) + " bit/s";
}

std::string joined(const std::set<std::string>& codecs) {
    std::string text;
    for (const std::string& codec : codecs) {
        text += (text.empty() ? "" : ",") + codec;
    }
    return text;
}

/// One variant with the renditions that play together with it.
class VariantCheck {
public:
    VariantCheck(const MeasuredPackage& package, std::size_t index, VerifyReport& report)
        : m_package(package), m_variant(package.multivariant.variants[index]), m_file(package.variant_files[index]),
          m_report(report) {}

    void run() {
        const MeasuredRendition* own = m_package.find(m_file);
        if (own == nullptr || !collect_audio()) {
            return; // another check has said why
        }
        check_codecs(*own);
        if (own->track.kind == TrackKind::Video) {
            check_picture(*own);
        }
        check_bandwidth(*own);
    }

private:
    /// The members of the variant's audio group. False if one could not be measured.
    bool collect_audio() {
        if (m_variant.audio_group.empty()) {
            return true;
        }
        bool found = false; // if not, check_renditions says so
        for (std::size_t i = 0; i < m_package.multivariant.renditions.size(); ++i) {
            const MediaRendition& rendition = m_package.multivariant.renditions[i];
            if (rendition.type != "AUDIO" || rendition.group != m_variant.audio_group) {
                continue;
            }
            found = true;
            if (rendition.uri.empty()) {
                continue;
            }
            const MeasuredRendition* audio = m_package.find(m_package.rendition_files[i]);
            if (audio == nullptr) {
                return false;
            }
            m_audio.push_back(audio);
        }
        return found;
    }

    void add(CheckId id, const std::string& problem) const {
        m_report.add(id, m_package.multivariant_file, "variant " + m_variant.uri + ": " + problem);
    }

    void check_codecs(const MeasuredRendition& own) const {
        std::set<std::string> actual = {own.track.codec};
        for (const MeasuredRendition* audio : m_audio) {
            actual.insert(audio->track.codec);
        }
        std::set<std::string> declared;
        for (const std::string& codec : m_variant.codecs) {
            const std::string name = lower_case(codec);
            declared.insert(!name.empty() && name == own.track.codec_long ? own.track.codec : name);
        }
        if (declared != actual) {
            add(CheckId::Codecs,
                "CODECS is \"" + joined(declared) + "\", the bitstream says \"" + joined(actual) + "\"");
        }
    }

    void check_picture(const MeasuredRendition& own) const {
        const Resolution actual{own.track.width, own.track.height};
        const auto text = [](const Resolution& size) {
            return std::to_string(size.width) + "x" + std::to_string(size.height);
        };
        if (!m_variant.resolution || !(*m_variant.resolution == actual)) {
            add(CheckId::Resolution, "RESOLUTION is " +
                                         (m_variant.resolution ? text(*m_variant.resolution) : "missing") +
                                         ", the bitstream says " + text(actual));
        }
        check_frame_rate(own);
    }

    /// Constant rates are exact; of a variable one, anything from its mean to its largest is true.
    void check_frame_rate(const MeasuredRendition& own) const {
        if (!m_variant.frame_rate) {
            add(CheckId::FrameRate, "FRAME-RATE is missing");
            return;
        }
        std::vector<std::int64_t> times;
        for (const MeasuredSegment& segment : own.segments) {
            times.insert(times.end(), segment.times.begin(), segment.times.end());
        }
        if (times.size() < 2) {
            return;
        }
        std::int64_t shortest = INT64_MAX;
        std::int64_t longest = 0;
        for (std::size_t i = 1; i < times.size(); ++i) {
            shortest = std::min(shortest, times[i] - times[i - 1]);
            longest = std::max(longest, times[i] - times[i - 1]);
        }
        const double span = own.seconds(times.back() - times.front());
        if (shortest <= 0 || span <= 0) {
            return; // Timeline says so
        }
        const double mean = static_cast<double>(times.size() - 1) / span;
        constexpr double kDecimals = 0.001; // of the attribute
        double least = mean - kDecimals - 2 * mean / (span * own.track.timescale);
        double most = mean + kDecimals + 2 * mean / (span * own.track.timescale);
        if (longest - shortest > 1) {
            constexpr double kTolerance = 1.005;
            least = std::min(mean, 1 / own.frame_duration()) / kTolerance - kDecimals;
            most = kTolerance / own.seconds(shortest) + kDecimals;
        }
        if (*m_variant.frame_rate < least || *m_variant.frame_rate > most) {
            std::array<char, 96> values{};
            std::snprintf(values.data(), values.size(), "FRAME-RATE is %.3f, measured were %.3f on average",
                          *m_variant.frame_rate, mean);
            add(CheckId::FrameRate, values.data());
        }
    }

    void check_bandwidth(const MeasuredRendition& own) const {
        double peak = 0;
        double largest = 0;
        double average = 0;
        for (const MeasuredRendition* audio : m_audio) {
            peak = std::max(peak, audio->peak_bandwidth());
            largest = std::max(largest, audio->largest_segment_rate());
            average = std::max(average, audio->average_bandwidth());
        }
        peak += own.peak_bandwidth();
        largest = std::max(largest + own.largest_segment_rate(), peak);
        average += own.average_bandwidth();

        const auto declared = static_cast<double>(m_variant.bandwidth);
        if (declared * kRounding < peak || declared > largest * kAllowedExcess * kRounding) {
            add(CheckId::Bandwidth, "BANDWIDTH is " + bits_text(declared) + ", the measured peak " + bits_text(peak));
        }
        if (!m_variant.average_bandwidth) {
            add(CheckId::AverageBandwidth, "AVERAGE-BANDWIDTH is missing");
            return;
        }
        const auto declared_average = static_cast<double>(*m_variant.average_bandwidth);
        if (declared_average * kAllowedExcess < average || declared_average > average * kAllowedExcess) {
            add(CheckId::AverageBandwidth,
                "AVERAGE-BANDWIDTH is " + bits_text(declared_average) + ", the measured average " + bits_text(average));
        }
    }

    const MeasuredPackage& m_package;
    const VariantStream& m_variant;
    const std::string& m_file;
    VerifyReport& m_report;
    std::vector<const MeasuredRendition*> m_audio;
};

} // namespace

void check_declarations(const MeasuredPackage& package, VerifyReport& report) {
    for (std::size_t i = 0; i < package.multivariant.variants.size(); ++i) {
        VariantCheck(package, i, report).run();
    }
}

} // namespace framehand::media::verify
