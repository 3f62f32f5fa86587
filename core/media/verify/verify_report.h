// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::media::verify {

/// Each promise of a package. The names (to_string) are part of the JSON form: never rename one.
enum class CheckId {
    Playlists,        ///< every playlist can be read strictly (RFC 8216)
    References,       ///< every URI leads to a regular file inside the package
    Leftovers,        ///< nothing that no playlist refers to lies in the version folders
    Tags,             ///< VERSION, TARGETDURATION, VOD, ENDLIST, INDEPENDENT-SEGMENTS, MAP, no DISCONTINUITY
    StablePlaylists,  ///< a rung's stable playlist says the same as the one in its version folder
    Structure,        ///< boxes, transport packets, NAL units and ADTS frames are whole
    Keyframes,        ///< every video segment begins with an IDR picture, the next within two seconds (Apple 7.4, 1.13)
    Timeline,         ///< decode times go on without gap or overlap (Apple 7.2, 7.3)
    SegmentDurations, ///< EXTINF is what the segment really lasts, without drift (Apple 8.1)
    Alignment,        ///< all renditions are cut at the same points, all pictures shown at the same times (Apple 8.22)
    TotalDuration,    ///< all renditions last equally long (Apple 8.3), and as long as the source
    FrameCounts,      ///< all video renditions have the same number of frames, the source's
    Codecs,           ///< CODECS is what the bitstream says (Apple 9.1)
    Resolution,       ///< RESOLUTION is what the bitstream says (Apple 9.2)
    FrameRate,        ///< FRAME-RATE is what the timestamps say (Apple 9.15)
    Bandwidth,        ///< BANDWIDTH covers the measured peak and is within 10 % of it (Apple 9.13, 1.27)
    AverageBandwidth, ///< AVERAGE-BANDWIDTH is within 10 % of the measured average (Apple 9.14, 1.26)
    IFrames,          ///< I-frame playlists' ranges hold a whole IDR picture each (Apple 6)
    Decode,           ///< everything decodes without an error
    Renditions,       ///< audio and subtitle groups are whole, LANGUAGE and CHANNELS true (RFC 8216 4.3.4.1)
    VideoRange,       ///< VIDEO-RANGE is what the bitstream says (Apple 9.16)
    Pictures,         ///< progressive, square, limited range, colour said, within their level (Apple 1)
    Variants,         ///< one aspect ratio, a first variant that is chosen well (Apple 1.32, 1.33)
    Subtitles,        ///< WebVTT on the media's timeline, during the content (Apple 5)
    Dash,             ///< the DASH manifest, if there is one, says what the playlists say (ISO/IEC 23009-1)
    SingleFiles,      ///< film.mp4 and film.mkv, if there are any, hold all of it, from time 0
};

/// One thing that is wrong.
struct Finding {
    std::string file;    ///< relative to the package's root
    std::string problem; ///< a sentence without a full stop, "EXTINF of segment 3 is 2.000 s, it lasts 1.960 s"
};

struct Check {
    CheckId id;
    std::vector<Finding> findings; ///< the first kMaxFindings
    std::size_t more = 0;          ///< findings beyond those

    [[nodiscard]] bool passed() const { return findings.empty(); }
};

/// The result of a verification: all checks, each passed or with what is wrong.
class VerifyReport {
public:
    static constexpr std::size_t kMaxFindings = 20;

    VerifyReport();

    void add(CheckId id, std::string file, std::string problem);

    void set_level(std::string_view level) { m_level = level; }

    [[nodiscard]] bool ok() const;

    [[nodiscard]] const std::vector<Check>& checks() const { return m_checks; }

    [[nodiscard]] const Check& check(CheckId id) const;
    /// The first finding as one sentence, "1080p/v-0123/00003.m4s: does not begin with an IDR picture"; "" if ok().
    [[nodiscard]] std::string first_problem() const;

    /// {ok, level, checks: [{name, promise, passed, findings: [{file, problem}], more}]}
    [[nodiscard]] base::Json to_json() const;

private:
    std::vector<Check> m_checks;
    std::string m_level;
};

/// "segment-durations"
[[nodiscard]] std::string_view to_string(CheckId id);
/// What is promised, a sentence for people.
[[nodiscard]] std::string_view promise_of(CheckId id);

} // namespace framehand::media::verify
