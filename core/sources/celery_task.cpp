// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_task.h"

#include "core/base/text.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <set>

namespace framehand::sources {

namespace {

constexpr std::size_t kLongestKey = 1024; // of an object in S3
constexpr int kQuality = 23;
constexpr int kSegmentSec = 10;
constexpr int kLongestSide = 8192;
constexpr const char* kSourceSize = "8k"; // nothing is ever scaled up

/// "resolution=size" -> {"resolution", "size"}; "format" -> {"format", "format"}.
std::pair<std::string, std::string> role_and_name(const std::string& parameter) {
    const auto equals = parameter.find('=');
    if (equals == std::string::npos) {
        return {parameter, parameter};
    }
    return {base::trim(std::string_view(parameter).substr(0, equals)),
            base::trim(std::string_view(parameter).substr(equals + 1))};
}

base::Result<std::string> text_argument(const base::Json& value, const std::string& name) {
    if (!value.is_string()) {
        return base::fail(base::ErrorCode::InvalidArgument, name + ": must be a string");
    }
    return value.get<std::string>();
}

base::Status check_key(const std::string& key, const std::string& name) {
    const bool bad_character = std::ranges::any_of(key, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (key.empty() || key.size() > kLongestKey || key.front() == '/' || key.back() == '/' || bad_character) {
        return base::fail(base::ErrorCode::InvalidArgument, name + ": must be the name of an object in the bucket");
    }
    return {};
}

base::Result<int> side(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || value == 0 || value < -2 || value > kLongestSide) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "resolution: \"" + base::shortened(text, 40) + "\" is no width or height in pixels");
    }
    return value;
}

/// The bit rate that quality may need at most: far above what it needs as a rule.
std::int64_t rate_cap(const std::string& resolution) {
    const auto size = jobs::parse_resolution(resolution);
    const int height = !size ? 2160 : size->width > 0 ? std::min(size->height, size->width * 9 / 16) : size->height;
    return 3 * jobs::default_bitrate(std::clamp(height, 240, 2160));
}

std::string stem_of(const std::string& name) {
    const auto dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

} // namespace

base::Result<std::vector<std::string>> parse_celery_parameters(std::string_view text) {
    std::vector<std::string> parameters;
    std::set<std::string> roles;
    std::set<std::string> names;
    for (const auto& part : base::split(text, ',')) {
        const auto parameter = base::trim(part);
        const auto [role, name] = role_and_name(parameter);
        if (role.empty() || name.empty()) {
            return base::fail(base::ErrorCode::InvalidArgument, "a parameter has no name");
        }
        if (!roles.insert(role).second || !names.insert(name).second) {
            return base::fail(base::ErrorCode::InvalidArgument, "the parameter \"" + name + "\" is there twice");
        }
        parameters.push_back(parameter);
    }
    for (const auto* needed : {"input_name", "output_name"}) {
        if (!roles.contains(needed)) {
            return base::fail(base::ErrorCode::InvalidArgument, std::string(needed) + " is not among the parameters");
        }
    }
    return parameters;
}

base::Result<CeleryCall> read_celery_call(const CeleryEnvelope& envelope, const CeleryTaskRules& rules) {
    std::map<std::string, std::string> names; // of the roles
    std::map<std::string, base::Json> values; // of the roles
    for (std::size_t i = 0; i < rules.parameters.size(); ++i) {
        const auto [role, name] = role_and_name(rules.parameters[i]);
        names[role] = name;
        if (i < envelope.args.size()) {
            values[role] = envelope.args[i];
        }
        if (const auto found = envelope.kwargs.find(name); found != envelope.kwargs.end()) {
            if (i < envelope.args.size()) {
                return base::fail(base::ErrorCode::InvalidArgument, name + ": given by position and by keyword");
            }
            values[role] = *found;
        }
    }
    CeleryCall call;
    for (const auto& [role, target] :
         {std::pair{"input_name", &call.input_name}, std::pair{"output_name", &call.output_name}}) {
        if (!values.contains(role)) {
            return base::fail(base::ErrorCode::InvalidArgument, names[role] + ": is missing");
        }
        FH_ASSIGN(*target, text_argument(values[role], names[role]));
        FH_TRY(check_key(*target, names[role]));
    }
    if (const auto& value = values["resolution"]; !value.is_null()) {
        FH_ASSIGN(call.resolution, text_argument(value, names["resolution"]));
    }
    if (const auto& value = values["format"]; !value.is_null()) {
        FH_ASSIGN(call.format, text_argument(value, names["format"]));
    }
    std::string format = call.format;
    std::ranges::transform(format, format.begin(), [](unsigned char c) { return std::tolower(c); });
    const std::map<std::string, CeleryFormat> formats{
        {"mp4", CeleryFormat::Mp4}, {"hls", CeleryFormat::Hls}, {"dash", CeleryFormat::Dash}};
    const auto kind = formats.find(format);
    if (kind == formats.end()) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          names["format"] + ": \"" + base::shortened(call.format, 40) + "\" is none of mp4, hls, dash");
    }
    call.kind = kind->second;
    return call;
}

base::Result<std::string> celery_resolution(std::string_view text) {
    const auto trimmed = base::trim(text);
    if (trimmed.empty()) {
        return std::string(kSourceSize);
    }
    const auto colon = trimmed.find(':');
    if (colon == std::string::npos) {
        const auto size = jobs::parse_resolution(trimmed);
        if (!size) {
            return size.error().wrapped("resolution: must be width:height, as \"1280:720\"");
        }
        return trimmed;
    }
    FH_ASSIGN(const int width, side(std::string_view(trimmed).substr(0, colon)));
    FH_ASSIGN(const int height, side(std::string_view(trimmed).substr(colon + 1)));
    if (width < 0 && height < 0) {
        return std::string(kSourceSize);
    }
    const auto resolution = width < 0
                                ? std::to_string(height) + "p"
                                : std::to_string(width) + "x" + std::to_string(height < 0 ? kLongestSide : height);
    if (const auto size = jobs::parse_resolution(resolution); !size) {
        return size.error().wrapped("resolution: this size cannot be made");
    }
    return resolution;
}

base::Result<jobs::Job> celery_job(const CeleryCall& call, const CeleryTaskRules& rules, const std::string& job_id) {
    const std::string bucket = "s3://" + rules.bucket;
    const auto slash = call.output_name.rfind('/');
    const auto folder = slash == std::string::npos ? std::string{} : call.output_name.substr(0, slash);
    const auto file = slash == std::string::npos ? call.output_name : call.output_name.substr(slash + 1);
    jobs::OutputRequest output;
    FH_ASSIGN(output.resolution, celery_resolution(call.resolution));
    output.bitrate = rate_cap(output.resolution);
    output.quality = kQuality;
    jobs::Job job;
    job.job_id = job_id;
    job.movie_id = stem_of(call.input_name);
    job.input.source_url = bucket + "/" + call.input_name;
    job.audio = jobs::AudioRequest{};
    if (call.kind == CeleryFormat::Mp4) {
        job.work = jobs::Work::File;
        job.file = jobs::FileTarget{bucket + "/" + call.output_name, "mp4"};
    } else {
        job.work = jobs::Work::Package;
        job.destination = folder.empty() ? bucket : bucket + "/" + folder;
        const std::string_view suffix = call.kind == CeleryFormat::Dash ? ".mpd" : ".m3u8";
        if (file.size() <= suffix.size() || !file.ends_with(suffix)) {
            return base::fail(base::ErrorCode::InvalidArgument, "output_name: \"" + call.output_name +
                                                                    "\" must end in " + std::string(suffix) +
                                                                    " for this format");
        }
        job.flat_name = file.substr(0, file.size() - suffix.size());
        job.hls.segment_time = kSegmentSec;
        output.dest_path = "video";
        if (call.kind == CeleryFormat::Dash) {
            job.deliverables.insert(jobs::Deliverable::Dash);
        }
    }
    job.outputs.push_back(std::move(output));
    return job;
}

} // namespace framehand::sources
