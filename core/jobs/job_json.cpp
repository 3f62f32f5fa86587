// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/jobs/job.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace framehand::jobs {

namespace {

constexpr std::size_t kMaxOutputs = 16;
constexpr std::int64_t kMinVideoBitrate = 10'000;
constexpr std::int64_t kMaxVideoBitrate = 400'000'000;
constexpr std::int64_t kMinAudioBitrate = 16'000;
constexpr std::int64_t kMaxAudioBitrate = 512'000;

/// A bit rate as the wire has it: "2500k", or a number of bits a second.
std::optional<std::int64_t> read_bitrate(base::JsonReader& reader, const base::Json& object, std::string_view key) {
    const auto found = object.find(std::string(key));
    if (found == object.end() || found->is_null()) {
        return std::nullopt;
    }
    if (found->is_string()) {
        auto parsed = base::parse_bitrate(found->get<std::string>());
        if (!parsed) {
            reader.reject(key, parsed.error().message);
            return std::nullopt;
        }
        return *parsed;
    }
    return reader.integer_or(key, 0);
}

/// Whole numbers: SVT-AV1 knows no others.
std::optional<int> read_quality(base::JsonReader& reader, const base::Json& object, std::string_view codec) {
    const auto found = object.find("quality");
    if (found == object.end() || found->is_null()) {
        return std::nullopt;
    }
    const std::int64_t quality = reader.integer_or("quality", 0);
    const int worst = worst_quality(codec);
    if (quality < 1 || quality > worst) {
        reader.reject("quality", "must be from 1 (best) to " + std::to_string(worst) + " for this codec");
        return std::nullopt;
    }
    return static_cast<int>(quality);
}

base::Result<OutputRequest> output_from_json(const base::Json& json, const std::string& path, Work work) {
    base::JsonReader reader(json, path);
    OutputRequest output;
    output.resolution = reader.required_string("resolution");
    output.codec = reader.string_or("codec", output.codec);
    output.dest_path = work == Work::Package ? reader.required_string("dest_path") : reader.string_or("dest_path", "");
    output.audio_codec = reader.optional_string("audio_codec");
    FH_TRY(reader.status());

    const auto resolution = parse_resolution(output.resolution);
    if (!resolution) {
        reader.reject("resolution", resolution.error().message);
        return reader.status().error();
    }
    output.bitrate = read_bitrate(reader, json, "bitrate").value_or(default_bitrate(resolution->height, output.codec));
    output.audio_bitrate = read_bitrate(reader, json, "audio_bitrate");
    output.quality = read_quality(reader, json, output.codec);
    if (output.bitrate < kMinVideoBitrate || output.bitrate > kMaxVideoBitrate) {
        reader.reject("bitrate", "must be from 10k to 400M");
    }
    if (output.codec.empty()) {
        reader.reject("codec", "must not be empty");
    }
    FH_TRY(reader.status());
    return output;
}

base::Result<HlsSettings> hls_from_json(const base::Json& json) {
    base::JsonReader reader(json, "hls_settings");
    HlsSettings hls;
    hls.master_playlist_name = reader.string_or("master_playlist_name", hls.master_playlist_name);
    hls.segment_time = reader.number_or("segment_time", hls.segment_time);
    if (hls.segment_time < 1 || hls.segment_time > 60) {
        reader.reject("segment_time", "must be from 1 to 60 seconds");
    }
    const std::string format = reader.string_or("segment_format", "fmp4");
    if (format == "ts") {
        hls.segment_format = SegmentFormat::MpegTs;
    } else if (format != "fmp4") {
        reader.reject("segment_format", "must be \"fmp4\" or \"ts\"");
    }
    FH_TRY(reader.status());
    return hls;
}

/// Checks the audio that applies; the message names the place where it was asked for.
base::Status check_audio(const Job& job) {
    const AudioRequest audio = job.effective_audio();
    std::string codec_field = "audio_config.codec";
    std::string bitrate_field = "audio_config.bitrate";
    const auto asking = std::ranges::find_if(
        job.outputs, [](const OutputRequest& output) { return output.audio_codec || output.audio_bitrate; });
    if (!job.audio && asking != job.outputs.end()) {
        const std::string path = "outputs[" + std::to_string(asking - job.outputs.begin()) + "].";
        codec_field = path + "audio_codec";
        bitrate_field = path + "audio_bitrate";
    }
    if (audio.codec != "aac") {
        return base::fail(base::ErrorCode::InvalidArgument,
                          codec_field + ": \"" + audio.codec + "\" cannot be made; only \"aac\" can");
    }
    if (audio.bitrate < kMinAudioBitrate || audio.bitrate > kMaxAudioBitrate) {
        return base::fail(base::ErrorCode::InvalidArgument, bitrate_field + ": must be from 16k to 512k");
    }
    return {};
}

base::Result<AudioRequest> audio_from_json(const base::Json& json) {
    base::JsonReader reader(json, "audio_config");
    AudioRequest request;
    request.codec = reader.string_or("codec", request.codec);
    request.bitrate = read_bitrate(reader, json, "bitrate").value_or(request.bitrate);
    const std::string surround = reader.string_or("surround", "stereo");
    if (surround == "keep") {
        request.surround = SurroundAudio::Keep;
    } else if (surround != "stereo") {
        reader.reject("surround", "must be \"stereo\" or \"keep\"");
    }
    FH_TRY(reader.status());
    return request;
}

base::Json audio_to_json(const AudioRequest& audio) {
    base::Json json{{"codec", audio.codec}, {"bitrate", base::format_bitrate(audio.bitrate)}};
    if (audio.surround == SurroundAudio::Keep) {
        json["surround"] = "keep";
    }
    return json;
}

constexpr std::array<std::pair<Deliverable, std::string_view>, 3> kDeliverables{
    {{Deliverable::Dash, "dash"}, {Deliverable::Mp4, "mp4"}, {Deliverable::Mkv, "mkv"}}};

base::Status read_deliverables(const base::Json& json, Job& job) {
    base::JsonReader reader(json, "");
    for (const std::string& name : reader.strings_or_empty("deliverables")) {
        const auto* known = std::ranges::find(kDeliverables, name, &std::pair<Deliverable, std::string_view>::second);
        if (known != kDeliverables.end()) {
            job.deliverables.insert(known->first);
        } else if (name != "hls") {
            reader.reject("deliverables", "\"" + name + "\" is none of hls, dash, mp4 and mkv");
        }
    }
    const std::int64_t file_output = reader.integer_or("file_output", -1);
    if (file_output >= static_cast<std::int64_t>(job.outputs.size())) {
        reader.reject("file_output", "must be the index of one of the outputs");
    } else if (file_output >= 0) {
        job.file_output = static_cast<std::size_t>(file_output);
    }
    if (!job.deliverables.empty() && job.hls.segment_format == SegmentFormat::MpegTs) {
        reader.reject("deliverables", "DASH and single files are made of fMP4 segments; segment_format is \"ts\"");
    }
    return reader.status();
}

base::Status read_video_copy(const base::Json& json, Job& job) {
    base::JsonReader reader(json, "");
    const std::string copy = reader.string_or("video_copy", "auto");
    if (copy == "never") {
        job.video_copy = VideoCopy::Never;
    } else if (copy != "auto") {
        reader.reject("video_copy", "must be \"auto\" or \"never\"");
    }
    return reader.status();
}

constexpr std::array<std::pair<Work, std::string_view>, 5> kWorks{{{Work::Package, "package"},
                                                                   {Work::File, "file"},
                                                                   {Work::Check, "check"},
                                                                   {Work::Replace, "replace"},
                                                                   {Work::Pipeline, "pipeline"}}};

bool makes_renditions(Work work) {
    return work == Work::Package || work == Work::File;
}

base::Result<FileTarget> file_from_json(const base::Json& json, Work work) {
    base::JsonReader reader(json, "file");
    FileTarget file;
    file.path = reader.required_string("path");
    file.container = reader.string_or("container", work == Work::File ? "mp4" : "");
    if (reader.bool_or("keep_backup", false)) {
        file.replaced = ReplacedFile::KeepBackup;
    }
    if (file.path.empty()) {
        reader.reject("path", "must not be empty");
    }
    if (work == Work::File && file.container != "mp4" && file.container != "mkv") {
        reader.reject("container", "must be \"mp4\" or \"mkv\"");
    }
    FH_TRY(reader.status());
    return file;
}

base::Status read_work(const base::Json& json, Job& job) {
    base::JsonReader reader(json, "");
    const std::string work = reader.string_or("work", "package");
    const auto* known = std::ranges::find(kWorks, work, &std::pair<Work, std::string_view>::second);
    if (known == kWorks.end()) {
        reader.reject("work", "must be one of package, file, check, replace and pipeline");
        return reader.status();
    }
    job.work = known->first;
    job.rehearsal = reader.bool_or("dry_run", false) ? Rehearsal::Dry : Rehearsal::Real;
    job.pipeline = reader.string_or("pipeline", "");
    job.destination = reader.string_or("destination", "");
    job.flat_name = reader.string_or("flat_name", "");
    const bool has_file = job.work != Work::Package && job.work != Work::Check;
    const base::Json* file = has_file ? reader.required_object("file") : nullptr;
    if (job.work == Work::Pipeline && job.pipeline.empty()) {
        reader.reject("pipeline", "must not be empty");
    }
    if (!job.destination.empty() && !job.destination.starts_with("s3://")) {
        reader.reject("destination", "must be an s3:// URL");
    }
    FH_TRY(reader.status());
    if (file != nullptr) {
        FH_ASSIGN(job.file, file_from_json(*file, job.work));
    }
    return {};
}

void write_work(base::Json& json, const Job& job) {
    if (job.work != Work::Package) {
        json["work"] = std::ranges::find(kWorks, job.work, &std::pair<Work, std::string_view>::first)->second;
    }
    if (job.rehearsal == Rehearsal::Dry) {
        json["dry_run"] = true;
    }
    if (job.file) {
        json["file"] = {{"path", job.file->path}, {"container", job.file->container}};
        if (job.file->replaced == ReplacedFile::KeepBackup) {
            json["file"]["keep_backup"] = true;
        }
    }
    for (const auto& [key, text] :
         {std::pair{"pipeline", &job.pipeline}, {"destination", &job.destination}, {"flat_name", &job.flat_name}}) {
        if (!text->empty()) {
            json[key] = *text;
        }
    }
}

base::Json segment_time_to_json(double seconds) {
    // Workers that read a whole number refuse "6.0".
    const auto whole = static_cast<std::int64_t>(seconds);
    return static_cast<double>(whole) == seconds ? base::Json(whole) : base::Json(seconds);
}

} // namespace

base::Result<Job> job_from_json(const base::Json& json) {
    base::JsonReader reader(json, "");
    Job job;
    job.job_id = reader.required_string("job_id");
    job.movie_id = reader.string_or("movie_id", "");
    const base::Json* input = reader.required_object("input");
    const base::Json* hls = reader.optional_object("hls_settings");
    const base::Json* audio = reader.optional_object("audio_config");
    FH_TRY(reader.status());
    FH_TRY(read_work(json, job));
    const base::Json none = base::Json::array();
    const bool has_outputs = makes_renditions(job.work);
    const base::Json* outputs = has_outputs ? reader.required_array("outputs") : &none;
    FH_TRY(reader.status());
    if (job.job_id.empty()) {
        reader.reject("job_id", "must not be empty");
    }

    base::JsonReader input_reader(*input, "input");
    job.input.source_url = input_reader.required_string("source_url");
    job.input.format = input_reader.string_or("format", "");
    if (job.input.source_url.empty()) {
        input_reader.reject("source_url", "must not be empty");
    }
    FH_TRY(input_reader.status());

    if (has_outputs && (outputs->empty() || outputs->size() > kMaxOutputs)) {
        reader.reject("outputs", "must list 1 to 16 outputs");
    } else if (job.work == Work::File && outputs->size() != 1) {
        reader.reject("outputs", "must list the one output of a single file");
    }
    FH_TRY(reader.status());
    for (std::size_t i = 0; i < outputs->size(); ++i) {
        FH_ASSIGN(auto output, output_from_json((*outputs)[i], "outputs[" + std::to_string(i) + "]", job.work));
        job.outputs.push_back(std::move(output));
    }
    if (hls != nullptr) {
        FH_ASSIGN(job.hls, hls_from_json(*hls));
    }
    if (audio != nullptr) {
        FH_ASSIGN(job.audio, audio_from_json(*audio));
    }
    FH_TRY(check_audio(job));
    FH_TRY(read_deliverables(json, job));
    FH_TRY(read_video_copy(json, job));
    return job;
}

base::Json to_json(const Job& job) {
    base::Json outputs = base::Json::array();
    for (const auto& output : job.outputs) {
        base::Json item{{"resolution", output.resolution},
                        {"bitrate", base::format_bitrate(output.bitrate)},
                        {"codec", output.codec},
                        {"dest_path", output.dest_path}};
        if (output.audio_codec) {
            item["audio_codec"] = *output.audio_codec;
        }
        if (output.audio_bitrate) {
            item["audio_bitrate"] = base::format_bitrate(*output.audio_bitrate);
        }
        if (output.quality) {
            item["quality"] = *output.quality;
        }
        outputs.push_back(std::move(item));
    }
    base::Json json{
        {"job_id", job.job_id},
        {"movie_id", job.movie_id},
        {"input", {{"source_url", job.input.source_url}, {"format", job.input.format}}},
        {"outputs", std::move(outputs)},
        {"hls_settings",
         {{"master_playlist_name", job.hls.master_playlist_name},
          {"segment_time", segment_time_to_json(job.hls.segment_time)},
          {"segment_format", job.hls.segment_format == SegmentFormat::MpegTs ? "ts" : "fmp4"}}},
    };
    if (job.audio) {
        json["audio_config"] = audio_to_json(*job.audio);
    }
    if (!job.deliverables.empty()) {
        json["deliverables"] = {"hls"};
        for (const auto& [deliverable, name] : kDeliverables) {
            if (job.wants(deliverable)) {
                json["deliverables"].push_back(name);
            }
        }
    }
    if (job.video_copy == VideoCopy::Never) {
        json["video_copy"] = "never";
    }
    if (job.file_output) {
        json["file_output"] = *job.file_output;
    }
    write_work(json, job);
    return json;
}

} // namespace framehand::jobs
