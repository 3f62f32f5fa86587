// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/leftover_check.h"

#include "core/base/text.h"
#include "core/jobs/package_layout.h"

#include <algorithm>
#include <set>

namespace framehand::media::verify {

namespace {

constexpr const char* kOwnPrefix = ".framehand-"; ///< folders of a commit that did not come to its end

/// ".index.m3u8.4711-0.tmp", as files are called until they are complete.
bool is_half_written(const std::string& name) {
    return name.starts_with('.') && name.ends_with(".tmp");
}

class LeftoverCheck {
public:
    LeftoverCheck(const MeasuredPackage& package, const PackageFiles& files, VerifyReport& report)
        : m_package(package), m_files(files), m_report(report) {}

    void run() {
        for (const auto* list : {&m_package.variant_files, &m_package.rendition_files, &m_package.iframe_files}) {
            for (const std::string& playlist : *list) {
                if (const auto place = version_place_of(playlist)) {
                    m_folders.insert(place->folder);
                    // A playlist that could not be read names fewer files than it should: what it misses is no
                    // leftover.
                    if (list != &m_package.iframe_files && !m_package.is_measured(playlist)) {
                        m_unknown.insert(place->folder);
                    }
                }
            }
        }
        for (const std::string& folder : m_folders) {
            if (!m_unknown.contains(folder)) {
                check_inside(folder);
            }
        }
        std::set<std::string> parents = {""};
        for (const std::string& folder : m_folders) {
            parents.insert(folder_of(folder));
        }
        for (const std::string& parent : parents) {
            check_beside(parent);
        }
    }

private:
    void check_inside(const std::string& folder) {
        const auto listed = m_files.list_below(folder);
        if (!listed) {
            m_report.add(CheckId::Leftovers, folder, listed.error().text());
            return;
        }
        for (const std::string& file : *listed) {
            if (!m_package.referenced.contains(file)) {
                m_report.add(CheckId::Leftovers, file, "no playlist refers to it");
            }
        }
    }

    void check_beside(const std::string& parent) {
        const auto names = m_files.list(parent);
        if (!names) {
            m_report.add(CheckId::Leftovers, parent, names.error().text());
            return;
        }
        for (const std::string& name : *names) {
            const std::string path = join(parent, name);
            if (jobs::is_version_name(name) && !m_folders.contains(path) && !is_of_another_package(name)) {
                m_report.add(CheckId::Leftovers, path, "no playlist refers to anything in this version folder");
            } else if (is_half_written(name)) {
                m_report.add(CheckId::Leftovers, path, "is a file that was not written to its end");
            } else if (name.starts_with(kOwnPrefix)) {
                m_report.add(CheckId::Leftovers, path, "is what an unfinished commit has left");
            }
        }
    }

    /// Packages with multivariant playlists of different names may share a root.
    [[nodiscard]] bool is_of_another_package(const std::string& version) const {
        const auto names = m_files.list("");
        return names && std::any_of(names->begin(), names->end(), [&](const std::string& name) {
                   if (!name.ends_with(".m3u8") || name == m_package.multivariant_file ||
                       !m_files.is_regular_file(name)) {
                       return false;
                   }
                   const auto text = m_files.read_text(name);
                   return text && text->find(version + "/") != std::string::npos;
               });
    }

    const MeasuredPackage& m_package;
    const PackageFiles& m_files;
    VerifyReport& m_report;
    std::set<std::string> m_folders;
    std::set<std::string> m_unknown; ///< of m_folders, those whose files are not all known
};

} // namespace

std::optional<VersionPlace> version_place_of(const std::string& playlist) {
    std::string folder;
    std::string before;
    const std::vector<std::string> parts = base::split(playlist, '/');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        folder = join(folder, parts[i]);
        if (i + 1 < parts.size() && jobs::is_version_name(parts[i])) {
            return VersionPlace{folder, join(before, playlist.substr(folder.size() + 1))};
        }
        before = folder;
    }
    return std::nullopt;
}

void check_leftovers(const MeasuredPackage& package, const PackageFiles& files, VerifyReport& report) {
    LeftoverCheck(package, files, report).run();
}

} // namespace framehand::media::verify
