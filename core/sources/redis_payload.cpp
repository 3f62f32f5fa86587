// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_payload.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace framehand::sources {

using base::ErrorCode;
using base::fail;
using base::Json;
using base::Result;

namespace {

constexpr std::size_t kLargestMessage = 512UL << 10U; // as base64 on the list of failures it is still below 1 MiB
constexpr int kLargestHeight = 2160;                  // a bit rate's cap is needed before the source's size is known

constexpr std::array<std::string_view, 6> kInput{"input", "inputfile", "inputpath", "inputfilepath", "source", "src"};
constexpr std::array<std::string_view, 7> kOutput{"output",      "outputfile", "outputpath", "outputfilepath",
                                                  "destination", "dest",       "target"};
constexpr std::array<std::string_view, 3> kContainer{"container", "containertype", "containerformat"};
constexpr std::array<std::string_view, 1> kDryRun{"dryrun"};
constexpr std::array<std::string_view, 1> kFlags{"flags"};
constexpr std::array<std::string_view, 2> kCodec{"codec", "videocodec"};
constexpr std::array<std::string_view, 3> kIds{"id", "jobid", "uuid"};

/// What a message says, in a sentence about it.
std::string shown(std::string_view text) {
    constexpr std::size_t kLongest = 300;
    return base::shortened(text, kLongest);
}

/// "Input File-Path" and "inputFilePath" are one name.
std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char letter : name) {
        if (letter >= 'A' && letter <= 'Z') {
            plain += static_cast<char>(letter - 'A' + 'a');
        } else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
            plain += letter;
        }
    }
    return plain;
}

/// The member that goes by one of these names; null if none does, or if its value is null.
template <std::size_t N>
Result<const Json*> find(const Json& object, const std::array<std::string_view, N>& names) {
    const Json* found = nullptr;
    std::string found_name;
    for (const auto& [name, value] : object.items()) {
        if (value.is_null() || std::ranges::find(names, plain_name(name)) == names.end()) {
            continue;
        }
        if (found != nullptr && *found != value) {
            return fail(ErrorCode::InvalidArgument,
                        "\"" + shown(found_name) + "\" and \"" + shown(name) + "\" contradict each other");
        }
        found = &value;
        found_name = name;
    }
    return found;
}

template <std::size_t N>
Result<std::string> text_of(const Json& object, const std::array<std::string_view, N>& names) {
    FH_ASSIGN(const Json* found, find(object, names));
    if (found == nullptr) {
        return std::string();
    }
    if (!found->is_string()) {
        return fail(ErrorCode::InvalidArgument, std::string(names[0]) + ": must be a text");
    }
    return found->template get<std::string>();
}

bool says_dry_run(std::string_view flag) {
    return plain_name(flag) == "dryrun";
}

Result<bool> truth_of(const Json& value) {
    if (value.is_boolean()) {
        return value.get<bool>();
    }
    if (value.is_number_integer()) {
        return value.get<std::int64_t>() != 0;
    }
    if (value.is_string()) {
        const std::string word = plain_name(value.get<std::string>());
        if (word == "true" || word == "1" || word == "yes" || word == "on") {
            return true;
        }
        if (word == "false" || word == "0" || word == "no" || word == "off" || word.empty()) {
            return false;
        }
    }
    // Guessed wrongly, a message that was to write nothing would.
    return fail(ErrorCode::InvalidArgument, "dry_run: must be true or false");
}

Result<bool> wants_dry_run(const Json& object) {
    FH_ASSIGN(const Json* direct, find(object, kDryRun));
    if (direct != nullptr) {
        return truth_of(*direct);
    }
    FH_ASSIGN(const Json* flags, find(object, kFlags));
    if (flags == nullptr) {
        return false;
    }
    if (flags->is_object()) {
        FH_ASSIGN(const Json* flag, find(*flags, kDryRun));
        return flag != nullptr ? truth_of(*flag) : Result<bool>(false);
    }
    if (flags->is_array()) {
        return std::ranges::any_of(
            *flags, [](const Json& flag) { return flag.is_string() && says_dry_run(flag.get<std::string>()); });
    }
    if (flags->is_string()) {
        std::string words = flags->get<std::string>();
        std::ranges::replace(words, ',', ' ');
        return std::ranges::any_of(base::split(words, ' '), says_dry_run);
    }
    return fail(ErrorCode::InvalidArgument, "flags: must be a list of texts, an object or a text");
}

/// Below one of the roots, or relative to them: as jobs have it.
Result<std::string> nas_path(const std::string& path, const std::string& field, const RedisPayloadRules& rules) {
    if (path.empty()) {
        return fail(ErrorCode::InvalidArgument, field + ": is missing");
    }
    if (path.find('\0') != std::string::npos) {
        return fail(ErrorCode::InvalidArgument, field + ": holds a NUL character");
    }
    if (path.starts_with("s3://")) {
        return path;
    }
    if (path.find("://") != std::string::npos) {
        return fail(ErrorCode::InvalidArgument, field + ": \"" + shown(path) + "\" is neither a path nor an s3:// URL");
    }
    const auto inside = [](const std::string& relative) {
        return !relative.empty() && relative != "." && relative != ".." && !relative.starts_with("../");
    };
    const auto wanted = std::filesystem::path(path).lexically_normal();
    if (!wanted.has_root_path()) { // "/films" has no drive on Windows, but is no relative path either
        const std::string relative = wanted.generic_string();
        if (inside(relative)) {
            return relative;
        }
        return fail(ErrorCode::PermissionDenied, field + ": \"" + shown(path) + "\" leaves the NAS folder");
    }
    for (const std::string& root : rules.roots) {
        const std::string relative =
            wanted.lexically_relative(std::filesystem::path(root + "/").lexically_normal()).generic_string();
        if (inside(relative)) {
            return relative;
        }
    }
    return fail(ErrorCode::PermissionDenied, field + ": \"" + shown(path) + "\" is not below the NAS folder" +
                                                 (rules.roots.empty() ? "" : " (" + rules.roots.front() + ")"));
}

std::string extension_of(const std::string& path) {
    return plain_name(std::filesystem::path(path).extension().string());
}

/// "mp4" or "mkv": as the message says, else as its output is called.
Result<std::string> container_of(const Json& object, const std::string& output) {
    FH_ASSIGN(const std::string named, text_of(object, kContainer));
    std::string container = plain_name(named);
    if (container.empty()) {
        container = extension_of(output);
    }
    if (container == "matroska") {
        container = "mkv";
    }
    if (container != "mp4" && container != "mkv") {
        return fail(ErrorCode::InvalidArgument, "container: \"" + shown(named.empty() ? container : named) +
                                                    "\" is not one that is made (.mp4, .mkv)");
    }
    return container;
}

jobs::OutputRequest rung_of(const RedisPayloadRules& rules, const std::string& codec) {
    jobs::OutputRequest rung;
    rung.resolution = "8k"; // as large as the source: nothing is ever made larger
    rung.codec = codec.empty() ? rules.codec : codec;
    rung.bitrate = jobs::default_bitrate(kLargestHeight, rung.codec);
    rung.quality = std::min(rules.quality, jobs::worst_quality(rung.codec));
    return rung;
}

} // namespace

Result<jobs::Job> job_from_payload(std::string_view payload, RedisRole role, const RedisPayloadRules& rules,
                                   const std::string& job_id) {
    if (payload.size() > kLargestMessage) {
        return fail(ErrorCode::InvalidArgument,
                    "the message is larger than " + std::to_string(kLargestMessage >> 10U) + " KiB");
    }
    FH_ASSIGN(const Json json, base::parse_json(payload, "the message"));
    if (!json.is_object()) {
        return fail(ErrorCode::InvalidArgument, "the message is no JSON object");
    }
    FH_ASSIGN(const std::string raw_input, text_of(json, kInput));
    FH_ASSIGN(const std::string raw_output, text_of(json, kOutput));
    FH_ASSIGN(const std::string input, nas_path(raw_input, "input", rules));
    FH_ASSIGN(const std::string output, nas_path(raw_output, "output", rules));
    FH_ASSIGN(const std::string container, container_of(json, output));
    FH_ASSIGN(const std::string codec, text_of(json, kCodec));
    FH_ASSIGN(const bool dry, wants_dry_run(json));
    if (input == output) {
        return fail(ErrorCode::InvalidArgument, "output: \"" + shown(raw_output) + "\" is the input itself");
    }
    jobs::Job job;
    job.rehearsal = dry ? jobs::Rehearsal::Dry : jobs::Rehearsal::Real;
    job.job_id = job_id;
    job.movie_id = std::filesystem::path(input).stem().string();
    if (role == RedisRole::Transcode) {
        job.work = jobs::Work::File;
        job.input = {input, extension_of(input)};
        job.outputs = {rung_of(rules, codec)};
        job.file = jobs::FileTarget{output, container, jobs::ReplacedFile::Remove};
    } else if (dry) {
        job.work = jobs::Work::Check;
        job.input = {input, extension_of(input)};
    } else if (role == RedisRole::HealthCheck) {
        job.work = jobs::Work::Check;
        job.input = {output, container};
    } else {
        job.work = jobs::Work::Replace;
        job.input = {output, container};
        job.file = jobs::FileTarget{input, "", rules.replaced};
    }
    return job;
}

std::string id_of_payload(std::string_view payload) {
    constexpr std::size_t kLongest = 64;
    const auto json = base::parse_json(payload, "the message");
    if (!json || !json->is_object()) {
        return {};
    }
    const auto id = text_of(*json, kIds);
    const bool shows = id && !id->empty() && id->size() <= kLongest && std::ranges::all_of(*id, [](char letter) {
                           return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                                  (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
                       });
    return shows ? *id : std::string();
}

} // namespace framehand::sources
