// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/sample_package.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

#include <set>

namespace framehand::test {
namespace {

constexpr int kSegments = 1; // the crash tests repeat everything for each file more

std::string media_playlist(const std::string& prefix) {
    std::string text =
        "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:6\n#EXT-X-MAP:URI=\"" + prefix + "init.mp4\"\n";
    for (int i = 0; i < kSegments; ++i) {
        text += "#EXTINF:6.000,\n" + prefix + "0000" + std::to_string(i) + ".m4s\n";
    }
    return text + "#EXT-X-ENDLIST\n";
}

void add_folder(SamplePackage& package, const std::string& dir) {
    const jobs::PackageLayout& layout = package.manifest.layout;
    const std::string version_dir = layout.version_dir(dir);
    package.files[version_dir + "/playlist.m3u8"] = media_playlist("");
    package.files[version_dir + "/init.mp4"] = "init of " + version_dir;
    for (int i = 0; i < kSegments; ++i) {
        const std::string name = "/0000" + std::to_string(i) + ".m4s";
        package.files[version_dir + name] = "segment " + version_dir + name;
    }
    if (const std::string alias = layout.alias_playlist(dir); !alias.empty()) {
        package.files[alias] = media_playlist(layout.version_name() + "/");
    }
}

std::string uri_in(const std::string& line) {
    if (line.empty() || line[0] != '#') {
        return line;
    }
    const auto start = line.find("URI=\"");
    return start == std::string::npos ? std::string() : base::split(line.substr(start), '"')[1];
}

std::string follow(const FaultFileSystem& file_system, const std::filesystem::path& folder, const std::string& path,
                   const SamplePackage& package) {
    const auto content = file_system.content(folder / path);
    if (!content) {
        return path + " is missing";
    }
    const auto expected = package.files.find(path);
    if (expected == package.files.end() || expected->second != *content) {
        return path + " is not that of package " + package.manifest.layout.package_id;
    }
    if (path.ends_with(".mpd")) {
        for (const std::string& line : base::split(*content, '\n')) {
            const auto begin = line.find("<BaseURL>");
            if (begin == std::string::npos) {
                continue;
            }
            const std::string media = line.substr(begin + 9, line.find("</") - begin - 9) + "playlist.m3u8";
            if (std::string problem = follow(file_system, folder, media, package); !problem.empty()) {
                return path + " -> " + problem;
            }
        }
    }
    if (!path.ends_with(".m3u8")) {
        return {};
    }
    for (const std::string& line : base::split(*content, '\n')) {
        if (const std::string uri = uri_in(line); !uri.empty()) {
            const auto next = (std::filesystem::path(path).parent_path() / uri).lexically_normal().generic_string();
            if (std::string problem = follow(file_system, folder, next, package); !problem.empty()) {
                return path + " -> " + problem;
            }
        }
    }
    return {};
}

} // namespace

void SamplePackage::put(FaultFileSystem& file_system, const std::filesystem::path& folder) const {
    for (const auto& [path, content] : files) {
        file_system.put_file(folder / path, content);
    }
}

SamplePackage make_sample_package(const std::string& package_id, const std::string& destination,
                                  const std::vector<std::string>& rung_dirs, const std::string& dash) {
    SamplePackage package;
    jobs::PackageLayout& layout = package.manifest.layout;
    layout = {package_id, destination, "index.m3u8", rung_dirs, "audio", "text", dash};
    std::string index = "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"audio\",URI=\"audio/" +
                        layout.version_name() + "/playlist.m3u8\"\n";
    add_folder(package, "audio");
    for (const std::string& dir : rung_dirs) {
        add_folder(package, dir);
        index += "#EXT-X-STREAM-INF:BANDWIDTH=1000,AUDIO=\"a\"\n" + layout.version_dir(dir) + "/playlist.m3u8\n";
    }
    package.files[layout.multivariant] = index;
    if (!dash.empty()) {
        package.files[dash] = "<MPD>";
        for (const std::string& dir : rung_dirs) {
            package.files[dash] += "<BaseURL>" + layout.version_dir(dir) + "/</BaseURL>\n";
        }
    }
    for (const auto& [path, content] : package.files) {
        package.manifest.files.push_back({path, content.size(), base::sha256_hex(content)});
    }
    return package;
}

std::string read_as_player(const FaultFileSystem& file_system, const std::filesystem::path& folder,
                           const std::vector<SamplePackage>& packages, const std::string& foreign_index) {
    std::set<std::string> entries;
    for (const SamplePackage& package : packages) {
        for (const auto& [path, content] : package.files) {
            if ((path.ends_with(".m3u8") || path.ends_with(".mpd")) && path.find("v-") == std::string::npos) {
                entries.insert(path);
            }
        }
    }
    for (const std::string& entry : entries) {
        const auto content = file_system.content(folder / entry);
        if (!content || (!foreign_index.empty() && content == foreign_index)) {
            continue;
        }
        std::string problems;
        bool complete = false;
        for (const SamplePackage& package : packages) {
            const std::string problem = follow(file_system, folder, entry, package);
            complete = complete || problem.empty();
            problems += problem + "; ";
        }
        if (!complete) {
            return problems;
        }
    }
    return {};
}

} // namespace framehand::test
