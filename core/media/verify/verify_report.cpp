// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/verify_report.h"

#include <algorithm>
#include <array>

namespace framehand::media::verify {
namespace {

struct Promise {
    CheckId id;
    std::string_view name;
    std::string_view sentence;
};

constexpr std::array<Promise, 26> kPromises = {{
    {CheckId::Playlists, "playlists", "every playlist can be read strictly"},
    {CheckId::References, "references", "every URI leads to a file inside the package"},
    {CheckId::Leftovers, "leftovers", "nothing lies in the version folders that no playlist refers to"},
    {CheckId::Tags, "tags", "the playlists carry the tags that a finished package needs"},
    {CheckId::StablePlaylists, "stable-playlists", "stable playlists say what the version's playlists say"},
    {CheckId::Structure, "structure", "boxes, packets and frames are whole"},
    {CheckId::Keyframes, "keyframes",
     "every video segment begins with an IDR picture, and the next is within two seconds"},
    {CheckId::Timeline, "timeline", "decode times go on without gap or overlap"},
    {CheckId::SegmentDurations, "segment-durations", "EXTINF is what each segment lasts"},
    {CheckId::Alignment, "alignment", "all renditions are cut, and all pictures shown, at the same times"},
    {CheckId::TotalDuration, "total-duration", "all renditions last equally long"},
    {CheckId::FrameCounts, "frame-counts", "every frame is present once in every video rendition"},
    {CheckId::Codecs, "codecs", "CODECS is what the bitstream says"},
    {CheckId::Resolution, "resolution", "RESOLUTION is what the bitstream says"},
    {CheckId::FrameRate, "frame-rate", "FRAME-RATE is what the timestamps say"},
    {CheckId::Bandwidth, "bandwidth", "BANDWIDTH covers the measured peak and is within 10 % of it"},
    {CheckId::AverageBandwidth, "average-bandwidth", "AVERAGE-BANDWIDTH is within 10 % of the measured average"},
    {CheckId::IFrames, "iframes", "each range of the I-frame playlists holds a whole IDR picture"},
    {CheckId::Decode, "decode", "everything decodes without an error"},
    {CheckId::Renditions, "renditions", "audio and subtitle groups are whole, their LANGUAGE and CHANNELS true"},
    {CheckId::VideoRange, "video-range", "VIDEO-RANGE is what the bitstream says"},
    {CheckId::Pictures, "pictures", "pictures are progressive, square, of limited range, and fit their level"},
    {CheckId::Variants, "variants", "variants have one aspect ratio, and a well chosen one comes first"},
    {CheckId::Subtitles, "subtitles", "subtitles are WebVTT on the media's timeline, during the content"},
    {CheckId::Dash, "dash", "the DASH manifest says what the playlists say"},
    {CheckId::SingleFiles, "single-files", "single files hold the whole film, from time 0"},
}};

const Promise& entry_of(CheckId id) {
    return *std::find_if(kPromises.begin(), kPromises.end(), [id](const Promise& entry) { return entry.id == id; });
}

} // namespace

std::string_view to_string(CheckId id) {
    return entry_of(id).name;
}

std::string_view promise_of(CheckId id) {
    return entry_of(id).sentence;
}

VerifyReport::VerifyReport() {
    for (const Promise& entry : kPromises) {
        m_checks.push_back({entry.id, {}, 0});
    }
}

void VerifyReport::add(CheckId id, std::string file, std::string problem) {
    for (Check& check : m_checks) {
        if (check.id != id) {
            continue;
        }
        if (check.findings.size() < kMaxFindings) {
            check.findings.push_back({std::move(file), std::move(problem)});
        } else {
            ++check.more;
        }
        return;
    }
}

bool VerifyReport::ok() const {
    return std::all_of(m_checks.begin(), m_checks.end(), [](const Check& check) { return check.passed(); });
}

const Check& VerifyReport::check(CheckId id) const {
    return *std::find_if(m_checks.begin(), m_checks.end(), [id](const Check& check) { return check.id == id; });
}

std::string VerifyReport::first_problem() const {
    for (const Check& check : m_checks) {
        if (!check.passed()) {
            return check.findings.front().file + ": " + check.findings.front().problem;
        }
    }
    return {};
}

base::Json VerifyReport::to_json() const {
    base::Json checks = base::Json::array();
    for (const Check& check : m_checks) {
        base::Json findings = base::Json::array();
        for (const Finding& finding : check.findings) {
            findings.push_back({{"file", finding.file}, {"problem", finding.problem}});
        }
        checks.push_back({{"name", std::string(to_string(check.id))},
                          {"promise", std::string(promise_of(check.id))},
                          {"passed", check.passed()},
                          {"findings", std::move(findings)},
                          {"more", check.more}});
    }
    return {{"ok", ok()}, {"level", m_level}, {"checks", std::move(checks)}};
}

} // namespace framehand::media::verify
