// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/dash_check.h"

#include "core/jobs/package_layout.h"
#include "core/media/verify/attribute_list.h"
#include "core/media/verify/times.h"
#include "core/media/verify/xml_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace framehand::media::verify {

namespace {

constexpr double kAllowedExcess = 1.10;
constexpr double kRounding = 1.001;
constexpr std::int64_t kMostSegments = 1'000'000;

std::optional<std::int64_t> integer(const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && value >= 0;
    return whole ? std::optional(value) : std::nullopt;
}

/// "PT1H2M3.5S" in seconds.
std::optional<double> duration_of(const std::string& text) {
    if (!text.starts_with("PT")) {
        return std::nullopt;
    }
    double seconds = 0;
    const char* at = text.data() + 2;
    const char* const end = text.data() + text.size();
    while (at < end) {
        double value = 0;
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc{} || next == end) {
            return std::nullopt;
        }
        const double unit = *next == 'H' ? 3600 : *next == 'M' ? 60 : *next == 'S' ? 1 : 0;
        if (unit == 0) {
            return std::nullopt;
        }
        seconds += value * unit;
        at = next + 1;
    }
    return seconds;
}

struct TimedSegment {
    std::int64_t start = 0;
    std::int64_t length = 0;
};

std::optional<std::vector<TimedSegment>> timeline_of(const XmlElement& addressing) {
    const XmlElement* timeline = addressing.child("SegmentTimeline");
    if (timeline == nullptr) {
        return std::nullopt;
    }
    std::vector<TimedSegment> segments;
    std::int64_t at = 0;
    for (const XmlElement* entry : timeline->children_of("S")) {
        const auto length = integer(entry->attribute("d"));
        const std::string repeat = entry->attribute("r");
        const std::string start = entry->attribute("t");
        const auto more = repeat.empty() ? std::optional<std::int64_t>(0) : integer(repeat);
        const auto own = start.empty() ? std::optional(at) : integer(start);
        constexpr std::int64_t kLongest = std::int64_t{1} << 40;
        if (!length || !more || !own || *length > kLongest || *own > kLongest * 1024 ||
            *more >= kMostSegments - static_cast<std::int64_t>(segments.size())) {
            return std::nullopt;
        }
        at = *own;
        for (std::int64_t i = 0; i <= *more; ++i) {
            segments.push_back({at, *length});
            at += *length;
        }
    }
    return segments;
}

std::string numbered(const std::string& media, std::int64_t number) {
    static const std::string kNumber = "$Number%05d$";
    const std::size_t at = media.find(kNumber);
    if (at == std::string::npos) {
        return media;
    }
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%05lld", static_cast<long long>(number));
    return media.substr(0, at) + text.data() + media.substr(at + kNumber.size());
}

class DashCheck {
public:
    DashCheck(const MeasuredPackage& package, const PackageFiles& files, VerifyReport& report)
        : m_package(package), m_files(files), m_report(report) {}

    void run() {
        const auto text = m_files.read_text(m_file);
        const auto document = text ? parse_xml(*text) : base::Result<XmlElement>(base::Error(text.error()));
        if (!document) {
            add(document.error().text());
            return;
        }
        const XmlElement* period = document->child("Period");
        if (document->name != "MPD" || document->attribute("type") != "static" || period == nullptr ||
            document->children_of("Period").size() != 1) {
            add("is not a static MPD of one period");
            return;
        }
        check_length(document->attribute("mediaPresentationDuration"));
        for (const XmlElement* set : period->children_of("AdaptationSet")) {
            for (const XmlElement* representation : set->children_of("Representation")) {
                check(*set, *representation);
            }
        }
        for (const auto& [playlist, rendition] : m_package.measured) {
            if (!m_named.contains(playlist)) {
                add("does not name the rendition of " + playlist);
            }
        }
    }

private:
    void add(const std::string& problem) { m_report.add(CheckId::Dash, m_file, problem); }

    void check_length(const std::string& text) {
        const auto length = duration_of(text);
        const MeasuredRendition* reference = m_package.reference();
        if (reference != nullptr && (!length || std::abs(*length - reference->media.duration()) > kTimeRounding)) {
            add("mediaPresentationDuration is \"" + text + "\", the package lasts " +
                seconds_text(reference->media.duration()));
        }
    }

    void check(const XmlElement& set, const XmlElement& representation) {
        const std::string id = "Representation " + representation.attribute("id") + ": ";
        const XmlElement* addressing = representation.child("SegmentTemplate");
        const bool is_list = addressing == nullptr;
        addressing = is_list ? representation.child("SegmentList") : addressing;
        const XmlElement* base = representation.child("BaseURL");
        const auto times = addressing == nullptr ? std::nullopt : timeline_of(*addressing);
        if (!times) {
            add(id + "has no segments, or its timeline cannot be read");
            return;
        }
        const std::string folder = base == nullptr ? std::string() : base->text;
        const XmlElement* head = addressing->child("Initialization");
        const std::string init =
            is_list ? (head == nullptr ? "" : head->attribute("sourceURL")) : addressing->attribute("initialization");
        const auto map = m_files.resolve(m_file, folder + init);
        if (!map) {
            m_report.add(CheckId::References, m_file, map.error().text());
            return;
        }
        const MeasuredRendition* rendition = rendition_of(*map);
        if (rendition == nullptr) {
            add(id + "begins with " + *map + ", which no playlist names");
            return;
        }
        m_named.insert(rendition->playlist);
        check_segments(id, folder, *addressing, *times, *rendition);
        check_facts(id, set, representation, *rendition);
    }

    [[nodiscard]] const MeasuredRendition* rendition_of(const std::string& map) const {
        for (const auto& [playlist, rendition] : m_package.measured) {
            if (rendition.map == map) {
                return &rendition;
            }
        }
        return nullptr;
    }

    void check_segments(const std::string& id, const std::string& folder, const XmlElement& addressing,
                        const std::vector<TimedSegment>& times, const MeasuredRendition& rendition) {
        const std::int64_t scale = integer(addressing.attribute("timescale")).value_or(1);
        const std::int64_t offset = integer(addressing.attribute("presentationTimeOffset")).value_or(0);
        const std::int64_t first = integer(addressing.attribute("startNumber")).value_or(1);
        const std::vector<const XmlElement*> list = addressing.children_of("SegmentURL");
        const bool is_list = addressing.name == "SegmentList";
        if (times.size() != rendition.segments.size() || (is_list && list.size() != times.size())) {
            add(id + "names " + std::to_string(times.size()) + " segments, " + rendition.playlist + " " +
                std::to_string(rendition.segments.size()));
            return;
        }
        if (scale <= 0 || static_cast<std::uint64_t>(scale) != static_cast<std::uint64_t>(rendition.track.timescale)) {
            add(id + "timescale is not that of the segments");
            return;
        }
        // Audio's first packet begins a little before its segment.
        const bool is_audio = rendition.track.kind == TrackKind::Audio;
        const double loose = is_audio ? 1.5 * 1024 / std::max<double>(1, rendition.track.sample_rate) : 0;
        for (std::size_t i = 0; i < times.size(); ++i) {
            const std::string uri = is_list
                                        ? list[i]->attribute("media")
                                        : numbered(addressing.attribute("media"), first + static_cast<std::int64_t>(i));
            const auto file = m_files.resolve(m_file, folder + uri);
            if (!file) {
                m_report.add(CheckId::References, m_file, file.error().text());
                return;
            }
            if (*file != rendition.segments[i].file) {
                add(id + "segment " + std::to_string(i) + " is " + *file + ", not " + rendition.segments[i].file);
                return;
            }
            const double own = static_cast<double>(times[i].length) / static_cast<double>(scale);
            const double declared = rendition.media.segments[i].duration;
            const double begins = rendition.seconds(times[i].start - rendition.segments[i].start);
            if (std::abs(own - declared) > kTimeRounding || std::abs(begins) > loose + kTimeRounding) {
                add(id + uri + " is said to last " + seconds_text(own) + " and to begin " + seconds_text(begins) +
                    " late; it lasts " + seconds_text(declared));
                return;
            }
        }
        if (!times.empty() && times.front().start != offset) {
            add(id + "presentationTimeOffset is not where it begins");
        }
    }

    void check_facts(const std::string& id, const XmlElement& set, const XmlElement& representation,
                     const MeasuredRendition& rendition) {
        const TrackFacts& track = rendition.track;
        const std::string codecs = lower_case(representation.attribute("codecs"));
        if (codecs.empty() || (codecs != track.codec && codecs != track.codec_long)) {
            add(id + "codecs is \"" + codecs + "\", the bitstream says \"" + track.codec + "\"");
        }
        const auto declared = static_cast<double>(integer(representation.attribute("bandwidth")).value_or(0));
        const double most = std::max(rendition.peak_bandwidth(), rendition.largest_segment_rate());
        if (declared * kRounding < rendition.peak_bandwidth() || declared > most * kAllowedExcess * kRounding) {
            add(id + "bandwidth is " + representation.attribute("bandwidth") + ", the measured peak " +
                std::to_string(std::llround(rendition.peak_bandwidth())));
        }
        if (track.kind == TrackKind::Video) {
            if (integer(representation.attribute("width")) != std::int64_t{track.width} ||
                integer(representation.attribute("height")) != std::int64_t{track.height}) {
                add(id + "width and height are not what the bitstream says");
            }
            return;
        }
        const XmlElement* channels = representation.child("AudioChannelConfiguration");
        if (channels == nullptr || integer(channels->attribute("value")) != std::int64_t{track.channels} ||
            integer(representation.attribute("audioSamplingRate")) != std::int64_t{track.sample_rate}) {
            add(id + "channels and sampling rate are not what the bitstream says");
        }
        for (std::size_t i = 0; i < m_package.rendition_files.size(); ++i) {
            const std::string& language = m_package.multivariant.renditions[i].language;
            if (m_package.rendition_files[i] == rendition.playlist && set.attribute("lang") != language) {
                add(id + "lang is \"" + set.attribute("lang") + "\", the playlist says \"" + language + "\"");
                return;
            }
        }
    }

    const MeasuredPackage& m_package;
    const PackageFiles& m_files;
    VerifyReport& m_report;
    const std::string m_file{jobs::kDashManifest};
    std::set<std::string> m_named; ///< media playlists whose renditions are there
};

} // namespace

void check_dash(const MeasuredPackage& package, const PackageFiles& files, VerifyReport& report) {
    if (files.is_regular_file(std::string(jobs::kDashManifest))) {
        DashCheck(package, files, report).run();
    }
}

} // namespace framehand::media::verify
