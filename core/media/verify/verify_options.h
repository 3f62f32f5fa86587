// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace framehand::media::verify {

/// Fast decodes the first picture of each segment; Full decodes everything.
enum class VerifyLevel { Fast, Full };

/// SingleFiles: where a film file is all that leaves the package; it holds the same pictures and sound as the segments.
enum class DecodedParts { All, SingleFiles };

enum class AudioPresence { Unknown, Present, Absent };

/// What the package was made from, as far as it is known.
struct SourceExpectation {
    std::optional<std::int64_t> min_frames; ///< of each video rendition
    std::optional<std::int64_t> max_frames;
    std::optional<double> duration_sec;
    double duration_tolerance_sec = 0.5;
    AudioPresence audio = AudioPresence::Unknown;
    std::vector<std::string> audio_languages; ///< RFC 5646, "und" where a track does not say; empty: not known
};

struct VerifyOptions {
    VerifyLevel level = VerifyLevel::Full;
    SourceExpectation source;
    int threads = 1; ///< for decoding, at least 1
    DecodedParts decoded = DecodedParts::All;
};

} // namespace framehand::media::verify
