// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/commit_plan.h"

#include "core/base/text.h"
#include "core/storage/relative_path.h"

#include <set>

namespace framehand::storage {
namespace {

using base::ErrorCode;
using base::fail;

/// "1080p/v-0123456789ab" of "1080p/v-0123456789ab/00000.m4s"; "" if the file lies in no such folder.
std::string version_dir_of(const std::string& path, const std::string& version_name) {
    std::string dir;
    const auto parts = base::split(path, '/');
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        dir += (dir.empty() ? "" : "/") + parts[i];
        if (parts[i] == version_name) {
            return dir;
        }
    }
    return {};
}

std::set<std::string> alias_names(const jobs::PackageLayout& layout) {
    std::set<std::string> names{layout.alias_playlist(layout.audio_dir), layout.dash};
    for (const std::string& dir : layout.rung_dirs) {
        names.insert(layout.alias_playlist(dir));
    }
    names.erase("");
    return names;
}

} // namespace

std::string parent_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

base::Result<CommitPlan> make_commit_plan(const jobs::PackageManifest& manifest) {
    const jobs::PackageLayout& layout = manifest.layout;
    const std::string version_name = layout.version_name();
    if (!jobs::is_version_name(version_name)) {
        return fail(ErrorCode::CorruptData, "package manifest: package id \"" + layout.package_id + "\" is malformed");
    }
    const std::set<std::string> aliases = alias_names(layout);
    std::set<std::string> version_dirs;
    std::set<std::string> parents{""};
    std::set<std::string> seen;
    CommitPlan plan;
    for (const jobs::PackageFile& file : manifest.files) {
        if (!is_below(file.path)) {
            return fail(ErrorCode::CorruptData, "package manifest: \"" + file.path + "\" leaves the package");
        }
        if (!seen.insert(file.path).second) {
            return fail(ErrorCode::CorruptData, "package manifest: \"" + file.path + "\" is listed twice");
        }
        if (std::string dir = version_dir_of(file.path, version_name); !dir.empty()) {
            parents.insert(parent_of(dir));
            version_dirs.insert(std::move(dir));
        } else if (file.path == layout.multivariant) {
            plan.multivariant = file;
        } else if (aliases.contains(file.path)) {
            parents.insert(parent_of(file.path));
            plan.aliases.push_back(file);
        } else {
            return fail(ErrorCode::CorruptData,
                        "package manifest: \"" + file.path + "\" is neither in " + version_name + " nor a playlist");
        }
    }
    if (plan.multivariant.path.empty()) {
        return fail(ErrorCode::CorruptData, "package manifest: " + layout.multivariant + " is missing");
    }
    plan.version_dirs.assign(version_dirs.begin(), version_dirs.end());
    plan.parents.assign(parents.begin(), parents.end());
    return plan;
}

} // namespace framehand::storage
