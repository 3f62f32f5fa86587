// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/package_manifest.h"

#include "core/base/text.h"

#include <algorithm>

namespace framehand::jobs {

namespace {

using base::ErrorCode;
using base::Json;
using base::JsonReader;

constexpr std::int64_t kMaxSide = 65536;

/// A malformed manifest is damage, not a caller's mistake.
base::Error damaged(const base::Error& error) {
    return base::fail(ErrorCode::CorruptData, error.message, error.cause);
}

bool is_plain_character(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '\\';
}

bool is_inside(std::string_view path) {
    return !path.empty() && std::ranges::all_of(path, is_plain_character) &&
           std::ranges::none_of(base::split(path, '/'),
                                [](const std::string& part) { return part.empty() || part == "." || part == ".."; });
}

bool is_inside_or_root(std::string_view path) {
    return path.empty() || is_inside(path);
}

bool is_sha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_rung_dir(const PackageLayout& layout, const std::string& dir) {
    return std::ranges::find(layout.rung_dirs, dir) != layout.rung_dirs.end();
}

base::Result<PackageFile> file_from_json(const Json& json, const std::string& path) {
    JsonReader reader(json, path);
    PackageFile file;
    file.path = reader.required_string("path");
    const auto bytes = reader.integer_or("bytes", -1);
    file.sha256 = reader.required_string("sha256");
    if (!is_inside(file.path)) {
        reader.reject("path", "leaves the package");
    }
    if (bytes < 0) {
        reader.reject("bytes", "must be zero or more");
    }
    if (!is_sha256(file.sha256)) {
        reader.reject("sha256", "must be 64 hex digits");
    }
    FH_TRY(reader.status());
    file.bytes = static_cast<std::uint64_t>(bytes);
    return file;
}

std::int64_t read_count(JsonReader& reader, std::string_view key, std::int64_t largest = INT64_MAX) {
    const auto count = reader.integer_or(key, 0);
    if (count < 0 || count > largest) {
        reader.reject(key, "is out of range");
    }
    return count;
}

base::Result<RenditionFacts> rendition_from_json(const Json& json, const std::string& path) {
    JsonReader reader(json, path);
    RenditionFacts facts;
    facts.name = reader.required_string("name");
    facts.codecs = reader.string_or("codecs", "");
    facts.encoder = reader.string_or("encoder", "");
    facts.width = static_cast<int>(read_count(reader, "width", kMaxSide));
    facts.height = static_cast<int>(read_count(reader, "height", kMaxSide));
    facts.average_bandwidth = read_count(reader, "average_bandwidth");
    facts.frames = read_count(reader, "frames");
    facts.bytes = static_cast<std::uint64_t>(read_count(reader, "bytes"));
    FH_TRY(reader.status());
    return facts;
}

} // namespace

std::uint64_t PackageManifest::total_bytes() const {
    std::uint64_t total = 0;
    for (const auto& file : files) {
        total += file.bytes;
    }
    return total;
}

Json to_json(const PackageLayout& layout) {
    Json json{{"package_id", layout.package_id},     {"destination", layout.destination},
              {"multivariant", layout.multivariant}, {"rung_dirs", layout.rung_dirs},
              {"audio_dir", layout.audio_dir},       {"text_dir", layout.text_dir}};
    if (!layout.dash.empty()) {
        json["dash"] = layout.dash;
    }
    return json;
}

base::Result<PackageLayout> layout_from_json(const Json& json) {
    JsonReader reader(json, "layout");
    PackageLayout layout;
    layout.package_id = reader.required_string("package_id");
    layout.destination = reader.string_or("destination", "");
    layout.multivariant = reader.required_string("multivariant");
    layout.rung_dirs = reader.strings_or_empty("rung_dirs");
    layout.audio_dir = reader.required_string("audio_dir");
    if (layout.multivariant.empty() && layout.rung_dirs.empty() && layout.audio_dir.empty() &&
        is_version_name(layout.version_name())) {
        return layout; // of work that makes no renditions
    }
    layout.text_dir = reader.string_or("text_dir", "");
    layout.dash = reader.string_or("dash", "");
    if (!is_version_name(layout.version_name())) {
        reader.reject("package_id", "must be 12 hex digits");
    }
    if (!is_inside_or_root(layout.destination)) {
        reader.reject("destination", "leaves the NAS root");
    }
    if (!is_inside(layout.multivariant) || layout.multivariant.find('/') != std::string::npos) {
        reader.reject("multivariant", "must be a plain file name");
    }
    if (!layout.dash.empty() && layout.dash != kDashManifest) {
        reader.reject("dash", "must be " + std::string(kDashManifest));
    }
    if (layout.rung_dirs.empty()) {
        reader.reject("rung_dirs", "must list at least one folder");
    }
    for (std::size_t i = 0; i < layout.rung_dirs.size(); ++i) {
        if (!is_inside_or_root(layout.rung_dirs[i])) {
            reader.reject("rung_dirs[" + std::to_string(i) + "]", "leaves the package");
        }
    }
    if (!is_inside(layout.audio_dir)) {
        reader.reject("audio_dir", "leaves the package");
    }
    if (is_rung_dir(layout, layout.audio_dir)) {
        reader.reject("audio_dir", "is a rung's folder");
    }
    if (!is_inside_or_root(layout.text_dir)) {
        reader.reject("text_dir", "leaves the package");
    }
    if (!layout.text_dir.empty() && (layout.text_dir == layout.audio_dir || is_rung_dir(layout, layout.text_dir))) {
        reader.reject("text_dir", "is another rendition's folder");
    }
    if (auto status = reader.status(); !status) {
        return damaged(status.error());
    }
    return layout;
}

Json to_json(const PackageManifest& manifest) {
    Json files = Json::array();
    for (const auto& file : manifest.files) {
        files.push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    Json renditions = Json::array();
    for (const auto& facts : manifest.renditions) {
        renditions.push_back({{"name", facts.name},
                              {"codecs", facts.codecs},
                              {"encoder", facts.encoder},
                              {"width", facts.width},
                              {"height", facts.height},
                              {"average_bandwidth", facts.average_bandwidth},
                              {"frames", facts.frames},
                              {"bytes", facts.bytes}});
    }
    Json json = {{"layout", to_json(manifest.layout)},
                 {"duration_sec", manifest.duration_sec},
                 {"files", std::move(files)},
                 {"renditions", std::move(renditions)},
                 {"notes", manifest.notes}};
    if (manifest.segments) {
        json["segments"] = to_json(*manifest.segments);
    }
    return json;
}

base::Result<PackageManifest> manifest_from_json(const Json& json) {
    JsonReader reader(json, "");
    const Json* layout = reader.required_object("layout");
    const Json* files = reader.required_array("files");
    const Json* renditions = reader.required_array("renditions");
    const Json* segments = reader.optional_object("segments");
    PackageManifest manifest;
    manifest.duration_sec = reader.number_or("duration_sec", 0);
    manifest.notes = reader.strings_or_empty("notes");
    if (auto status = reader.status(); !status) {
        return damaged(status.error());
    }
    FH_ASSIGN(manifest.layout, layout_from_json(*layout));
    if (segments != nullptr) {
        auto range = segment_range_from_json(*segments, "segments");
        if (!range) {
            return damaged(range.error());
        }
        manifest.segments = *range;
    }
    for (std::size_t i = 0; i < files->size(); ++i) {
        auto file = file_from_json((*files)[i], "files[" + std::to_string(i) + "]");
        if (!file) {
            return damaged(file.error());
        }
        manifest.files.push_back(std::move(*file));
    }
    for (std::size_t i = 0; i < renditions->size(); ++i) {
        auto facts = rendition_from_json((*renditions)[i], "renditions[" + std::to_string(i) + "]");
        if (!facts) {
            return damaged(facts.error());
        }
        manifest.renditions.push_back(std::move(*facts));
    }
    return manifest;
}

} // namespace framehand::jobs
