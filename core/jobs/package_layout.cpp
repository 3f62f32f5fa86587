// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/package_layout.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace framehand::jobs {

namespace {

using base::ErrorCode;
using base::fail;

constexpr std::string_view kPlaylist = "playlist.m3u8";
constexpr std::size_t kMaxPartBytes = 255;

bool has_control_character(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

/// The parts of a destination, refused with `field` in the message where it is not a plain relative path.
base::Result<std::vector<std::string>> parse_dest_path(const std::string& path, const std::string& field) {
    const auto refuse = [&](const std::string& reason) {
        return fail(ErrorCode::PermissionDenied, field + ": \"" + path + "\" " + reason);
    };
    if (path.starts_with('/') || (path.size() > 1 && path[1] == ':')) {
        return refuse("is absolute; it must be relative to the NAS root");
    }
    if (path.find('\\') != std::string::npos || has_control_character(path)) {
        return refuse("holds a backslash or a control character");
    }
    std::vector<std::string> parts;
    for (const auto& part : base::split(path, '/')) {
        if (part.empty() || part == ".") {
            continue;
        }
        if (part == "..") {
            return refuse("leaves the NAS root");
        }
        if (part.starts_with(".framehand") || is_version_name(part)) {
            return refuse("uses a name that Framehand keeps for itself: \"" + part + "\"");
        }
        if (part.size() > kMaxPartBytes) {
            return refuse("has a part longer than 255 bytes");
        }
        parts.push_back(part);
    }
    return parts;
}

std::string join(const std::vector<std::string>& parts, std::size_t from, std::size_t to) {
    std::string path;
    for (std::size_t i = from; i < to; ++i) {
        path += (path.empty() ? "" : "/") + parts[i];
    }
    return path;
}

base::Status check_playlist_name(const std::string& name) {
    if (name.size() <= 5 || name.size() > kMaxPartBytes || !name.ends_with(".m3u8") ||
        name.find_first_of("/\\\"") != std::string::npos || name.starts_with('.') || has_control_character(name)) {
        return fail(ErrorCode::InvalidArgument,
                    "hls_settings.master_playlist_name: \"" + name + "\" must be a plain file name that ends in .m3u8");
    }
    return {};
}

/// No folder may be where a playlist has to be: the multivariant one at the root, or a rung's own in its folder.
base::Status check_playlists_have_room(const PackageLayout& layout, const std::vector<std::vector<std::string>>& paths,
                                       std::size_t shared) {
    for (std::size_t i = 0; i < paths.size(); ++i) {
        for (std::size_t depth = shared; depth < paths[i].size(); ++depth) {
            const std::string& part = paths[i][depth];
            if (part == kPlaylist || (depth == shared && (part == layout.multivariant || part == layout.dash))) {
                return fail(ErrorCode::InvalidArgument, "outputs[" + std::to_string(i) + "].dest_path: the folder \"" +
                                                            part + "\" is where a playlist of that name belongs");
            }
        }
    }
    return {};
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// `name`, or with a number behind it, so that it is none of `taken`.
std::string free_name(const std::string& name, const std::set<std::string>& taken) {
    std::string free = name;
    for (int i = 1; taken.contains(free); ++i) {
        free = name + "-" + std::to_string(i);
    }
    return free;
}

std::size_t common_prefix(const std::vector<std::vector<std::string>>& paths) {
    std::size_t length = paths.front().size();
    for (const auto& path : paths) {
        const auto differs = std::ranges::mismatch(paths.front(), path).in1;
        length = std::min(length, static_cast<std::size_t>(differs - paths.front().begin()));
    }
    return length;
}

} // namespace

std::string PackageLayout::version_dir(const std::string& dir) const {
    return dir.empty() ? version_name() : dir + "/" + version_name();
}

std::string PackageLayout::alias_playlist(const std::string& dir) const {
    std::string path = dir.empty() ? std::string(kPlaylist) : dir + "/" + std::string(kPlaylist);
    return path == multivariant ? std::string() : path;
}

bool is_version_name(std::string_view name) {
    return name.size() == 14 && name.starts_with("v-") &&
           std::ranges::all_of(name.substr(2), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

base::Result<PackageLayout> make_layout(const Job& job, std::string package_id) {
    if (!is_version_name("v-" + package_id)) {
        return fail(ErrorCode::InvalidArgument, "package id \"" + package_id + "\" must be 12 hex digits");
    }
    if (job.work != Work::Package && job.work != Work::File) {
        PackageLayout none;
        none.package_id = std::move(package_id);
        return none;
    }
    FH_TRY(check_playlist_name(job.hls.master_playlist_name));
    if (job.outputs.empty()) {
        return fail(ErrorCode::InvalidArgument, "outputs: must list at least one output");
    }

    std::vector<std::vector<std::string>> paths;
    for (std::size_t i = 0; i < job.outputs.size(); ++i) {
        const std::string field = "outputs[" + std::to_string(i) + "].dest_path";
        FH_ASSIGN(auto parts, parse_dest_path(job.outputs[i].dest_path, field));
        const auto same = std::ranges::find(paths, parts);
        if (same != paths.end()) {
            return fail(ErrorCode::InvalidArgument, field + ": is the same folder as outputs[" +
                                                        std::to_string(same - paths.begin()) + "].dest_path");
        }
        paths.push_back(std::move(parts));
    }

    PackageLayout layout;
    layout.package_id = std::move(package_id);
    layout.multivariant = job.hls.master_playlist_name;
    layout.dash = job.wants(Deliverable::Dash) ? std::string(kDashManifest) : std::string();
    const std::size_t shared = common_prefix(paths);
    layout.destination = join(paths.front(), 0, shared);
    std::set<std::string> taken;
    for (const auto& parts : paths) {
        layout.rung_dirs.push_back(join(parts, shared, parts.size()));
        // Many shares ignore case.
        taken.insert(parts.size() > shared ? lower(parts[shared]) : std::string());
    }
    FH_TRY(check_playlists_have_room(layout, paths, shared));
    layout.audio_dir = free_name("audio", taken);
    layout.text_dir = free_name("subtitles", taken);
    return layout;
}

} // namespace framehand::jobs
