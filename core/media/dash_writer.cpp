// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/dash_writer.h"

#include "core/base/escape.h"
#include "core/media/picture.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string_view>

namespace framehand::media {

namespace {

constexpr std::string_view kSegmentSuffix = ".m4s";
constexpr std::size_t kNumberDigits = 5;

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + base::escape_xml(value) + "\"";
}

std::string attribute(std::string_view name, std::int64_t value) {
    return attribute(name, std::to_string(value));
}

std::string duration(double seconds) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "PT%.6fS", seconds);
    return text.data();
}

/// A fraction of whole numbers; a variable rate is rounded to a thousandth.
std::string frame_rate(Rational rate) {
    constexpr std::int64_t kExact = 1'000'000;
    const Rational value =
        rate.num <= kExact ? rate : reduced({static_cast<std::int64_t>(std::llround(rate.value() * 1000)), 1000});
    return value.den == 1 ? std::to_string(value.num) : std::to_string(value.num) + "/" + std::to_string(value.den);
}

std::optional<std::int64_t> number_of(const SegmentRecord& segment) {
    const std::string_view file = segment.file;
    if (file.size() < kNumberDigits + kSegmentSuffix.size() || !file.ends_with(kSegmentSuffix)) {
        return std::nullopt;
    }
    std::int64_t number = 0;
    const char* const end = file.data() + file.size() - kSegmentSuffix.size();
    const auto [stop, error] = std::from_chars(file.data(), end, number);
    return error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

bool numbers_have_no_gap(const RenditionRecord& record) {
    std::optional<std::int64_t> before;
    for (const SegmentRecord& segment : record.segments) {
        const auto number = number_of(segment);
        if (!number || (before && *number != *before + 1)) {
            return false;
        }
        before = number;
    }
    return true;
}

/// S elements (5.3.9.6): equal durations in a row are one.
std::string timeline(const RenditionRecord& record) {
    const std::int64_t offset = kTimelineOffsetSec * record.timescale;
    std::string text = "<SegmentTimeline>";
    for (std::size_t i = 0; i < record.segments.size();) {
        const SegmentRecord& first = record.segments[i];
        const std::int64_t length = first.end - first.start;
        std::size_t next = i + 1;
        while (next < record.segments.size() && record.segments[next].end - record.segments[next].start == length) {
            ++next;
        }
        text += "<S" + (i == 0 ? attribute("t", offset + first.start) : "") + attribute("d", length) +
                (next - i > 1 ? attribute("r", static_cast<std::int64_t>(next - i - 1)) : "") + "/>";
        i = next;
    }
    return text + "</SegmentTimeline>";
}

enum class Addressing { Numbers, Names };

std::string segments(const RenditionRecord& record, Addressing addressing) {
    const std::string times = attribute("timescale", record.timescale) +
                              attribute("presentationTimeOffset", kTimelineOffsetSec * record.timescale);
    if (addressing == Addressing::Numbers) {
        const std::int64_t first = record.segments.empty() ? 0 : number_of(record.segments.front()).value_or(0);
        return "<SegmentTemplate" + times + attribute("startNumber", first) +
               attribute("initialization", record.init_file) + attribute("media", "$Number%05d$.m4s") + ">" +
               timeline(record) + "</SegmentTemplate>";
    }
    std::string text = "<SegmentList" + times + "><Initialization" + attribute("sourceURL", record.init_file) + "/>" +
                       timeline(record);
    for (const SegmentRecord& segment : record.segments) {
        text += "<SegmentURL" + attribute("media", segment.file) + "/>";
    }
    return text + "</SegmentList>";
}

std::string base_url(const std::string& folder) {
    return "<BaseURL>" + base::escape_xml(base::escape_uri_path(folder)) + "/</BaseURL>";
}

std::string codec_of(const DashVideo& video) {
    return video.record->codecs.substr(0, video.record->codecs.find('.'));
}

std::string video_set(const std::vector<DashVideo>& all, const std::string& codec, Addressing addressing, int id) {
    std::string text = "  <AdaptationSet" + attribute("id", id) + attribute("contentType", "video") +
                       attribute("mimeType", "video/mp4") + attribute("segmentAlignment", "true") +
                       attribute("startWithSAP", 1) + ">\n";
    for (std::size_t i = 0; i < all.size(); ++i) {
        const DashVideo& video = all[i];
        if (codec_of(video) == codec) {
            text += "   <Representation" + attribute("id", "video-" + std::to_string(i)) +
                    attribute("codecs", video.record->codecs) + attribute("bandwidth", video.bandwidth) +
                    attribute("width", video.width) + attribute("height", video.height) +
                    attribute("frameRate", frame_rate(video.frame_rate)) + attribute("sar", "1:1") + ">" +
                    base_url(video.folder) + segments(*video.record, addressing) + "</Representation>\n";
        }
    }
    return text + "  </AdaptationSet>\n";
}

std::string audio_set(const DashAudio& audio, std::size_t index, Addressing addressing, int id) {
    std::string text = "  <AdaptationSet" + attribute("id", id) + attribute("contentType", "audio") +
                       attribute("mimeType", "audio/mp4") + attribute("lang", audio.language) +
                       attribute("segmentAlignment", "true") + attribute("startWithSAP", 1) + ">\n";
    if (audio.describes_video) {
        text += "   <Accessibility schemeIdUri=\"urn:tva:metadata:cs:AudioPurposeCS:2007\" value=\"1\"/>\n";
    }
    text += "   <Role schemeIdUri=\"urn:mpeg:dash:role:2011\"" + attribute("value", index == 0 ? "main" : "alternate") +
            "/>\n";
    if (!audio.name.empty()) {
        text += "   <Label>" + base::escape_xml(audio.name) + "</Label>\n";
    }
    return text + "   <Representation" + attribute("id", "audio-" + std::to_string(index)) +
           attribute("codecs", audio.record->codecs) + attribute("bandwidth", audio.bandwidth) +
           attribute("audioSamplingRate", audio.sample_rate) +
           "><AudioChannelConfiguration "
           "schemeIdUri=\"urn:mpeg:dash:23003:3:audio_channel_configuration:2011\"" +
           attribute("value", audio.channels) + "/>" + base_url(audio.folder) + segments(*audio.record, addressing) +
           "</Representation>\n  </AdaptationSet>\n";
}

} // namespace

std::string dash_manifest(const DashPresentation& presentation) {
    double length = 0; // of the video, where there is one: audio ends where its last packet does
    bool has_numbers = true;
    for (const DashVideo& video : presentation.video) {
        length = std::max(length, to_seconds(video.record->duration(), video.record->timescale));
        has_numbers = has_numbers && numbers_have_no_gap(*video.record);
    }
    for (const DashAudio& audio : presentation.audio) {
        const double own = to_seconds(audio.record->duration(), audio.record->timescale);
        length = presentation.video.empty() ? std::max(length, own) : length;
        has_numbers = has_numbers && numbers_have_no_gap(*audio.record);
    }
    const Addressing addressing = has_numbers ? Addressing::Numbers : Addressing::Names;
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"" +
        attribute("profiles",
                  has_numbers ? "urn:mpeg:dash:profile:isoff-live:2011" : "urn:mpeg:dash:profile:isoff-main:2011") +
        attribute("type", "static") + attribute("mediaPresentationDuration", duration(length)) +
        attribute("minBufferTime",
                  duration(static_cast<double>(std::max<std::int64_t>(presentation.target_duration_sec, 1)))) +
        ">\n <Period id=\"0\" start=\"PT0S\">\n";
    int id = 0;
    std::vector<std::string> codecs;
    for (const DashVideo& video : presentation.video) {
        if (std::ranges::find(codecs, codec_of(video)) == codecs.end()) {
            codecs.push_back(codec_of(video));
        }
    }
    std::ranges::stable_partition(codecs, [](const std::string& codec) { return codec == "avc1"; });
    for (const std::string& codec : codecs) {
        text += video_set(presentation.video, codec, addressing, id++);
    }
    for (std::size_t i = 0; i < presentation.audio.size(); ++i) {
        text += audio_set(presentation.audio[i], i, addressing, id++);
    }
    return text + " </Period>\n</MPD>\n";
}

} // namespace framehand::media
