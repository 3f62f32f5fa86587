// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/flat_package.h"

#include "core/base/escape.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/storage/commit_plan.h"
#include "core/storage/playlist_uris.h"
#include "core/storage/relative_path.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace framehand::storage {

namespace {

using base::ErrorCode;
using base::fail;

using Names = std::map<std::string, std::string>; ///< new ones by path

bool is_plain_name(std::string_view name) {
    constexpr std::size_t kMostBytes = 200;
    return !name.empty() && name.size() <= kMostBytes && name != "." && name != ".." &&
           std::ranges::none_of(name, [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/' || c == '\\' || c == '"';
           });
}

bool is_absolute(std::string_view uri) {
    return uri.empty() || uri.starts_with('/') || uri.find("://") != std::string_view::npos;
}

/// The new URI of one that a file in `folder` holds.
base::Result<std::string> renamed(std::string_view uri, const std::string& folder, const Names& names,
                                  const std::string& file) {
    if (is_absolute(uri)) {
        return std::string(uri);
    }
    const std::string before = folder.empty() ? "" : folder + "/";
    for (const std::string& path : {before + std::string(uri), before + percent_decoded(uri)}) {
        if (const auto found = names.find(path); found != names.end()) {
            return base::escape_uri_component(found->second);
        }
    }
    return fail(ErrorCode::CorruptData, file + " names a file that is not in the package: " + std::string(uri));
}

base::Result<std::string> renamed_playlist(const std::string& text, const std::string& path, const Names& names) {
    const std::string folder = parent_of(path);
    std::string out;
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        std::string line(rest.substr(0, end));
        for (const UriPlace& place : uris_in_line(line)) {
            FH_ASSIGN(const std::string uri,
                      renamed(std::string_view(line).substr(place.start, place.length), folder, names, path));
            line.replace(place.start, place.length, uri);
        }
        out += line;
        out += end < rest.size() ? "\n" : "";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

/// Puts `prefix` before the value of each attribute `name` in `xml`.
void prefix_attributes(std::string& xml, const std::string& name, const std::string& prefix) {
    const std::string begin = " " + name + "=\"";
    for (auto at = xml.find(begin); at != std::string::npos; at = xml.find(begin, at)) {
        at += begin.size();
        xml.insert(at, prefix);
        at += prefix.size();
    }
}

/// A '$' is doubled where templates are (ISO/IEC 23009-1 section 5.3.9.4.4).
std::string for_template(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out.append(c == '$' ? 2 : 1, c);
    }
    return out;
}

/// Our own manifests have one BaseURL, a folder, in each Representation, before all that it is the base of.
base::Result<std::string> renamed_manifest(const std::string& text, const std::string& path,
                                           const jobs::PackageLayout& layout, const std::string& name) {
    constexpr std::string_view kOpen = "<BaseURL>";
    constexpr std::string_view kClose = "</BaseURL>";
    constexpr std::string_view kEnd = "</Representation>";
    std::string out;
    std::size_t done = 0;
    for (auto open = text.find(kOpen); open != std::string::npos; open = text.find(kOpen, done)) {
        const auto close = text.find(kClose, open);
        const auto end = close == std::string::npos ? close : text.find(kEnd, close);
        if (end == std::string::npos) {
            return fail(ErrorCode::CorruptData, path + " is not a manifest that Framehand writes");
        }
        std::string folder = percent_decoded(text.substr(open + kOpen.size(), close - open - kOpen.size()));
        if (!folder.ends_with('/') || !is_below(std::string_view(folder).substr(0, folder.size() - 1))) {
            return fail(ErrorCode::CorruptData, path + " names a folder that is not in the package: " + folder);
        }
        const std::string prefix = base::escape_uri_component(flat_name(layout, name, folder));
        std::string representation = text.substr(close + kClose.size(), end - close - kClose.size());
        prefix_attributes(representation, "initialization", for_template(prefix));
        prefix_attributes(representation, "sourceURL", prefix);
        const bool is_template = representation.find("<SegmentTemplate") != std::string::npos;
        prefix_attributes(representation, "media", is_template ? for_template(prefix) : prefix);
        out.append(text, done, open - done).append(representation);
        done = end;
    }
    return out.append(text, done, std::string::npos);
}

} // namespace

std::string flat_name(const jobs::PackageLayout& layout, const std::string& name, const std::string& path) {
    if (path == layout.multivariant) {
        return name + ".m3u8";
    }
    if (!layout.dash.empty() && path == layout.dash) {
        return name + ".mpd";
    }
    std::string flat = name + "_" + path;
    std::ranges::replace(flat, '/', '_');
    return flat;
}

base::Result<FlatPackage> flatten(const jobs::PackageManifest& manifest, const std::string& name,
                                  const ReadText& read) {
    if (!is_plain_name(name)) {
        return fail(ErrorCode::InvalidArgument, "\"" + name + "\" is not a plain file name");
    }
    Names names;
    Names paths; // by new name, to see that there is one for each
    for (const jobs::PackageFile& file : manifest.files) {
        std::string flat = flat_name(manifest.layout, name, file.path);
        if (const auto [other, is_new] = paths.emplace(flat, file.path); !is_new) {
            return fail(ErrorCode::InvalidArgument,
                        file.path + " and " + other->second + " would both be called " + flat + "; rename a folder");
        }
        names.emplace(file.path, std::move(flat));
    }
    FlatPackage package;
    for (const jobs::PackageFile& file : manifest.files) {
        FlatFile flat{names.at(file.path), file.path, file.bytes, file.sha256, std::nullopt};
        const bool is_manifest = !manifest.layout.dash.empty() && file.path == manifest.layout.dash;
        if (is_manifest || file.path.ends_with(".m3u8")) {
            FH_ASSIGN(const std::string text, read(file.path));
            if (is_manifest) {
                FH_ASSIGN(flat.content, renamed_manifest(text, file.path, manifest.layout, name));
            } else {
                FH_ASSIGN(flat.content, renamed_playlist(text, file.path, names));
            }
            flat.bytes = flat.content->size();
            flat.sha256 = base::sha256_hex(*flat.content);
        }
        package.files.push_back(std::move(flat));
    }
    package.multivariant = flat_name(manifest.layout, name, manifest.layout.multivariant);
    package.dash = manifest.layout.dash.empty() ? "" : flat_name(manifest.layout, name, manifest.layout.dash);
    return package;
}

} // namespace framehand::storage
