// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace framehand::jobs {

enum class SegmentFormat { Fmp4, MpegTs };

/// One rung of the ladder as it was asked for.
struct OutputRequest {
    std::string resolution;     ///< "1080p" (height) or "1920x1080" (a box to fit into); see parse_resolution()
    std::int64_t bitrate = 0;   ///< video, bits a second
    std::string codec = "h264"; ///< "h264", "hevc", "av1", or an encoder by name ("libx264", "hevc_nvenc")
    std::string dest_path;      ///< folder of this rung's media playlist, relative to the NAS root, '/' separated
    std::optional<std::string> audio_codec;
    std::optional<std::int64_t> audio_bitrate;
    /// Our own field, optional on the wire: the encoder's constant rate factor, 1 (best) to worst_quality(). The same
    /// quality throughout then, and `bitrate` is only the cap; absent: `bitrate` on average.
    std::optional<int> quality = {};

    bool operator==(const OutputRequest&) const = default;
};

struct InputRef {
    std::string source_url; ///< path of the video relative to the NAS root, "s3://bucket/key", or an http(s) URL
    std::string format;     ///< container hint ("mkv"); informational, libav looks for itself

    bool operator==(const InputRef&) const = default;
};

struct HlsSettings {
    std::string master_playlist_name = "index.m3u8";
    double segment_time = 6;                            ///< seconds, 1 to 60
    SegmentFormat segment_format = SegmentFormat::Fmp4; ///< our own field, optional on the wire

    bool operator==(const HlsSettings&) const = default;
};

/// What is made of the finished segments beside the HLS playlists, which always are.
enum class Deliverable {
    Dash, ///< "manifest.mpd" over the same segments
    Mp4,  ///< one file with everything, ready to be played while it is fetched
    Mkv,
};

/// What becomes of a source track with more than two channels. Stereo is always made.
enum class SurroundAudio {
    StereoOnly,
    Keep, ///< 5.1 beside the stereo, where the source has five channels or more
};

struct AudioRequest {
    std::string codec = "aac";
    std::int64_t bitrate = 128000;                      ///< of the stereo, bits a second
    SurroundAudio surround = SurroundAudio::StereoOnly; ///< our own field, optional on the wire

    bool operator==(const AudioRequest&) const = default;
};

/// What is to be done with the input.
enum class Work {
    Package,  ///< renditions for streaming, below the outputs' folders or `destination`
    File,     ///< one file, `file`, with the one output
    Check,    ///< nothing is made: whether the input can be decoded from its first to its last picture
    Replace,  ///< the input, checked as above, takes the place of `file`
    Pipeline, ///< `file`, as the GStreamer pipeline `pipeline` makes it
};

/// Dry: all is checked and said, and nothing is written at the destination.
enum class Rehearsal { Real, Dry };

/// What becomes of a file in whose place another one is put. KeepBackup: it stays as "<name>.bak".
enum class ReplacedFile { Remove, KeepBackup };

/// One file as the result.
struct FileTarget {
    std::string path;      ///< relative to the NAS root, '/' separated, or "s3://bucket/key"
    std::string container; ///< Work::File: "mp4" or "mkv"; else ""
    ReplacedFile replaced = ReplacedFile::Remove;

    bool operator==(const FileTarget&) const = default;
};

/// Whether a rung may be the source's own pictures, copied, where they are what it asks for.
enum class VideoCopy { WhereItFits, Never };

/// A job as the worker protocol speaks it (`assigned_job`). Every source translates its own message into this type.
struct Job {
    std::string job_id;
    std::string movie_id;
    InputRef input;
    std::vector<OutputRequest> outputs; ///< at least one of a package, exactly one of a file, else none
    HlsSettings hls;
    std::optional<AudioRequest> audio;
    std::set<Deliverable> deliverables;            ///< our own field, optional on the wire
    VideoCopy video_copy = VideoCopy::WhereItFits; ///< our own field, optional on the wire
    std::optional<std::size_t> file_output;        ///< the output that single files are made of; absent: the largest

    // Our own fields, all optional on the wire
    Work work = Work::Package;
    Rehearsal rehearsal = Rehearsal::Real;
    std::optional<FileTarget> file; ///< there where `work` makes or replaces one
    std::string pipeline;           ///< Work::Pipeline: elements to put between source and sink, or a whole pipeline
    /// Work::Package: "" for the NAS, or "s3://bucket/prefix", to which dest_paths are relative then.
    std::string destination;
    /// With an object store as the destination: all files lie beside each other, the multivariant playlist as
    /// "<flat_name>.m3u8", a DASH manifest as "<flat_name>.mpd", the others under names that begin so. "" for folders.
    std::string flat_name;

    [[nodiscard]] bool wants(Deliverable deliverable) const { return deliverables.contains(deliverable); }

    /// The audio that applies: `audio`, else the first output that names one, else the default.
    [[nodiscard]] AudioRequest effective_audio() const;

    bool operator==(const Job&) const = default;
};

/// Reads and checks a job. InvalidArgument names the field: "outputs[0].bitrate: ...". Unknown fields are ignored.
/// Checks form only; whether paths stay inside the root is core/storage's to decide.
[[nodiscard]] base::Result<Job> job_from_json(const base::Json& json);
/// As other workers of the protocol read it: bit rates as "2500k", a whole segment_time as a whole number.
[[nodiscard]] base::Json to_json(const Job& job);

/// A resolution as asked for. `width` is 0 when only a height was named ("720p", "4k" = 2160p).
struct Resolution {
    int width = 0;
    int height = 0;
};

/// "720p", "1280x720", "4k", "8k"; 16 to 8192 on each side.
[[nodiscard]] base::Result<Resolution> parse_resolution(std::string_view text);

/// Default video bit rate of a rung of this height at up to 30 fps, in bits a second. `codec` as in OutputRequest:
/// H.265 gets 60 % and AV1 50 % of what H.264 does.
[[nodiscard]] std::int64_t default_bitrate(int height, std::string_view codec = "h264");

/// The largest OutputRequest::quality: 63 for AV1, 51 for all else. `codec` as in OutputRequest.
[[nodiscard]] int worst_quality(std::string_view codec);

} // namespace framehand::jobs
