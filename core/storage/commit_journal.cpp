// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/commit_journal.h"

#include "core/jobs/package_layout.h"
#include "core/storage/relative_path.h"

#include <algorithm>
#include <array>

namespace framehand::storage {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;
using base::JsonReader;
using Phase = CommitJournal::Phase;

constexpr std::size_t kMaxJournalBytes = 16 * 1024 * 1024;

struct PhaseName {
    Phase phase;
    std::string_view name;
};

constexpr std::array kPhases{PhaseName{Phase::Prepared, "prepared"}, PhaseName{Phase::Copied, "copied"},
                             PhaseName{Phase::Swapped, "swapped"}, PhaseName{Phase::Undoing, "undoing"}};

bool is_below_or_start(const std::string& path) {
    return path.empty() || is_below(path);
}

bool is_version_dir(const std::string& path) {
    return is_below(path) && jobs::is_version_name(std::string_view(path).substr(path.rfind('/') + 1));
}

template <typename Check>
std::vector<std::string> read_paths(JsonReader& reader, std::string_view key, Check check) {
    std::vector<std::string> paths = reader.strings_or_empty(key);
    if (!std::ranges::all_of(paths, check)) {
        reader.reject(key, "holds a path that is not allowed there");
    }
    return paths;
}

void read_aliases(JsonReader& reader, std::vector<CommitJournal::Alias>& aliases) {
    const Json* list = reader.required_array("aliases");
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        JsonReader item((*list)[i], "aliases[" + std::to_string(i) + "]");
        CommitJournal::Alias alias;
        alias.path = item.required_string("path");
        alias.sha256 = item.required_string("sha256");
        if (!is_below(alias.path) || !item.status()) {
            reader.reject("aliases", "holds a malformed entry");
        }
        aliases.push_back(std::move(alias));
    }
}

} // namespace

Json to_json(const CommitJournal& journal) {
    Json aliases = Json::array();
    for (const auto& alias : journal.aliases) {
        aliases.push_back({{"path", alias.path}, {"sha256", alias.sha256}});
    }
    const auto phase = std::ranges::find(kPhases, journal.phase, &PhaseName::phase);
    return {{"version", CommitJournal::kVersion},
            {"phase", phase->name},
            {"job_id", journal.job_id},
            {"package_id", journal.package_id},
            {"destination", journal.destination},
            {"multivariant", journal.multivariant},
            {"multivariant_sha256", journal.multivariant_sha256},
            {"bytes", journal.bytes},
            {"parents", journal.parents},
            {"version_dirs", journal.version_dirs},
            {"aliases", std::move(aliases)},
            {"made_dirs", journal.made_dirs},
            {"share_was_empty", journal.share_was_empty},
            {"old_multivariant_sha256", journal.old_multivariant_sha256},
            {"old_version_dirs", journal.old_version_dirs},
            {"old_aliases", journal.old_aliases}};
}

base::Result<CommitJournal> commit_journal_from_json(const Json& json) {
    JsonReader reader(json, "");
    const auto version = reader.integer_or("version", 0);
    if (reader.status() && version != CommitJournal::kVersion) {
        return fail(ErrorCode::Unsupported,
                    "version " + std::to_string(version) + " of the commit journal is not known to this Framehand");
    }
    CommitJournal journal;
    const std::string phase = reader.required_string("phase");
    const auto known = std::ranges::find(kPhases, phase, &PhaseName::name);
    if (known == kPhases.end()) {
        reader.reject("phase", "\"" + phase + "\" is not known");
    } else {
        journal.phase = known->phase;
    }
    journal.job_id = reader.required_string("job_id");
    journal.package_id = reader.required_string("package_id");
    journal.destination = reader.required_string("destination");
    journal.multivariant = reader.required_string("multivariant");
    journal.multivariant_sha256 = reader.required_string("multivariant_sha256");
    journal.bytes = static_cast<std::uint64_t>(std::max<std::int64_t>(0, reader.integer_or("bytes", 0)));
    journal.parents = read_paths(reader, "parents", is_below_or_start);
    journal.version_dirs = read_paths(reader, "version_dirs", is_version_dir);
    read_aliases(reader, journal.aliases);
    journal.made_dirs = read_paths(reader, "made_dirs", is_below);
    journal.share_was_empty = reader.bool_or("share_was_empty", false);
    journal.old_multivariant_sha256 = reader.string_or("old_multivariant_sha256", "");
    journal.old_version_dirs = read_paths(reader, "old_version_dirs", is_version_dir);
    journal.old_aliases = read_paths(reader, "old_aliases", is_below);
    if (!jobs::is_version_name("v-" + journal.package_id)) {
        reader.reject("package_id", "must be 12 hex digits");
    }
    if (!is_below_or_start(journal.destination)) {
        reader.reject("destination", "leaves the NAS folder");
    }
    if (!is_below(journal.multivariant) || journal.multivariant.find('/') != std::string::npos) {
        reader.reject("multivariant", "must be a plain file name");
    }
    if (auto status = reader.status(); !status) {
        return fail(ErrorCode::CorruptData, status.error().message);
    }
    return journal;
}

base::Result<std::optional<CommitJournal>> load_journal(const ports::FileSystem& file_system,
                                                        const std::filesystem::path& path) {
    FH_ASSIGN(const auto kind, file_system.kind(path));
    if (kind == ports::FileSystem::Kind::Missing) {
        return std::optional<CommitJournal>();
    }
    FH_ASSIGN(const std::string text, file_system.read_file(path, kMaxJournalBytes));
    const auto json = base::parse_json(text, path.string());
    if (!json) {
        return fail(ErrorCode::CorruptData, json.error().message, json.error().cause);
    }
    auto journal = commit_journal_from_json(*json);
    if (!journal) {
        return journal.error().wrapped("the commit journal " + path.string() + " cannot be used");
    }
    return std::optional(std::move(*journal));
}

base::Status save_journal(ports::FileSystem& file_system, const std::filesystem::path& path,
                          const CommitJournal& journal) {
    return file_system.write_file_atomic(path, base::dump_json(to_json(journal)) + "\n");
}

base::Status erase_journal(ports::FileSystem& file_system, const std::filesystem::path& path) {
    FH_TRY(file_system.remove(path));
    return file_system.sync_directory(path.parent_path());
}

} // namespace framehand::storage
