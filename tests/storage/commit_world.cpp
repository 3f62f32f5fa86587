// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/commit_world.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace framehand::test {
namespace {

constexpr const char* kNas = "/nas";
constexpr const char* kStaging = "/var/staging";
constexpr const char* kJob = "job 7";

} // namespace

std::ostream& operator<<(std::ostream& out, const CommitScenario& scenario) {
    return out << scenario.name;
}

std::vector<CommitScenario> commit_scenarios() {
    return {
        {"EmptyDestination", "films/a", {}, {"1080p", "hd/720p"}},
        {"OldPackageWithOtherRungs", "films/a", {"1080p", "sd/480p"}, {"1080p", "360p"}},
        {"SingleOutput", "films/a", {""}, {""}},
        {"SingleOutputBecomesLadder", "films/a", {""}, {"1080p"}},
        {"RootOfTheShare", "", {"1080p"}, {"1080p"}},
        {"ForeignIndex", "films/a", {}, {"1080p"}, "a page of somebody else\n"},
        {"DashIsReplaced", "films/a", {"1080p"}, {"1080p"}, "", "manifest.mpd", "manifest.mpd"},
        {"DashGoesAway", "films/a", {""}, {"1080p"}, "", "manifest.mpd", ""},
        {"DashIsNew", "films/a", {"1080p"}, {"360p"}, "", "", "manifest.mpd"},
    };
}

CommitWorld::CommitWorld(const CommitScenario& scenario)
    : staging(kStaging, files),
      old_package(make_sample_package("00000000000a", scenario.destination, scenario.old_rungs, scenario.old_dash)),
      new_package(make_sample_package("00000000000b", scenario.destination, scenario.new_rungs, scenario.new_dash)),
      destination(std::filesystem::path(kNas) / scenario.destination), m_foreign_index(scenario.foreign_index),
      m_has_old(!scenario.old_rungs.empty()) {
    if (destination.filename().empty()) {
        destination = destination.parent_path();
    }
    files.put_directory(kNas);
    m_foreign = {{"/nas/readme.txt", "hands off"}};
    if (m_has_old) {
        old_package.put(files, destination);
    }
    if (m_has_old || !m_foreign_index.empty()) {
        // A version folder that no playlist of ours reaches is somebody else's, whatever its name.
        m_foreign[(destination / "1080p/v-cccccccccccc/00000.m4s").generic_string()] = "another package";
        m_foreign[(destination / "1080p/poster.jpg").generic_string()] = "a poster";
        m_foreign[(destination / "movie.nfo").generic_string()] = "a description";
    }
    for (const auto& [path, content] : m_foreign) {
        files.put_file(path, content);
    }
    if (!m_foreign_index.empty()) {
        files.put_file(destination / "index.m3u8", m_foreign_index);
    }
    const storage::StagedJob job = staging.locate(kJob);
    files.put_directory(job.package_dir);
    new_package.put(files, job.package_dir);
    request = {kJob, job.package_dir, new_package.manifest, job.journal, 0};
    m_files_before = files.files(kNas);
    m_names_before = files.names(kNas);
}

base::Result<storage::CommitReceipt> CommitWorld::commit() {
    return commit({});
}

base::Result<storage::CommitReceipt> CommitWorld::commit(const base::CancelToken& cancel,
                                                         const storage::CommitProgress& progress) {
    const storage::NasRoot nas(kNas, files);
    return storage::PackageCommitter(files, nas).commit(request, cancel, progress);
}

base::Result<storage::Recovery> CommitWorld::recover() {
    const storage::NasRoot nas(kNas, files);
    return storage::PackageCommitter(files, nas).recover(request.journal);
}

base::Result<storage::Recovery> CommitWorld::undo() {
    const storage::NasRoot nas(kNas, files);
    return storage::PackageCommitter(files, nas).undo(request.journal);
}

std::string CommitWorld::check_readers() const {
    for (const auto& [path, content] : m_foreign) {
        if (files.content(path) != content) {
            return path + " belongs to somebody else and was changed";
        }
    }
    const bool something_was_there = m_has_old || !m_foreign_index.empty();
    if (something_was_there && !files.content(destination / "index.m3u8")) {
        return "the multivariant playlist has disappeared";
    }
    return read_as_player(files, destination,
                          m_has_old ? std::vector{old_package, new_package} : std::vector{new_package},
                          m_foreign_index);
}

void CommitWorld::watch() {
    files.on_step([this](const std::filesystem::path& changed) {
        // Readers don't know of hidden folders: nothing changes for them there.
        const std::string name = changed.generic_string();
        if (problem.empty() && name.starts_with(kNas) && name.find("/.framehand-") == std::string::npos) {
            problem = check_readers();
        }
    });
}

std::string CommitWorld::check_published() {
    auto expected = m_foreign;
    for (const auto& [path, content] : new_package.files) {
        expected[(destination / path).generic_string()] = content;
    }
    if (files.files(kNas) != expected) {
        return "the share holds other files than the new package and other people's: " +
               ::testing::PrintToString(files.names(kNas));
    }
    for (const std::string& name : files.names(kNas)) {
        const bool leads_to_file = std::ranges::any_of(
            expected, [&](const auto& file) { return file.first == name || file.first.starts_with(name + "/"); });
        // The folder above a removed rung may have been somebody's own.
        if (!leads_to_file && name != (destination / "sd").generic_string()) {
            return "an empty folder is left: " + name;
        }
    }
    if (!staging.remove(staging.locate(kJob)) || !files.names(kStaging).empty()) {
        return "staging is not empty: " + ::testing::PrintToString(files.names(kStaging));
    }
    return {};
}

std::string CommitWorld::check_untouched() const {
    if (files.files(kNas) != m_files_before || files.names(kNas) != m_names_before) {
        return "the share is not as it was: " + ::testing::PrintToString(files.names(kNas));
    }
    if (files.content(request.journal)) {
        return "a journal is left";
    }
    return {};
}

} // namespace framehand::test
