// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/ports/file_system.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace framehand::storage {

/// What a commit has done so far, written to the local disk before the step that it announces. It holds all that is
/// needed to finish or undo the commit when the staged package is gone. Part of the format on disk: a change that older
/// versions misread needs a new kVersion.
struct CommitJournal {
    static constexpr int kVersion = 1;

    enum class Phase {
        Prepared, ///< the hidden folder may hold anything; nothing is visible
        Copied,   ///< the hidden folder is complete and proven; pieces may have been renamed into place
        Swapped,  ///< the new multivariant playlist is in place; only the old package's files remain to be removed
        Undoing,  ///< given up: all that is ours is to be removed
    };

    /// An alias playlist of the new package. One that was there before is kept in the hidden folder until the end.
    struct Alias {
        std::string path;
        std::string sha256;
    };

    Phase phase = Phase::Prepared;
    std::string job_id;
    std::string package_id;
    std::string destination;  ///< the package's root, relative to the NAS root
    std::string multivariant; ///< file name
    std::string multivariant_sha256;
    std::uint64_t bytes = 0;               ///< of the whole package
    std::vector<std::string> parents;      ///< as in CommitPlan
    std::vector<std::string> version_dirs; ///< as in CommitPlan
    std::vector<Alias> aliases;
    /// Folders that did not exist before, relative to the NAS root, outermost first; the commit may have made them.
    std::vector<std::string> made_dirs;
    /// Whether the NAS folder held nothing at all before. If it did hold something and is empty now, the share is not
    /// mounted, and nothing found there (or missing) means anything.
    bool share_was_empty = false;

    // Known from Copied on: what was visible just before the swap.
    std::string old_multivariant_sha256; ///< "" if there was none
    std::vector<std::string> old_version_dirs;
    std::vector<std::string> old_aliases; ///< playlists of the old package that the new one does not have
};

[[nodiscard]] base::Json to_json(const CommitJournal& journal);
/// Unsupported for a version that this build does not know; CorruptData names the field.
[[nodiscard]] base::Result<CommitJournal> commit_journal_from_json(const base::Json& json);

/// Nothing if there is no journal. Errors name the file.
[[nodiscard]] base::Result<std::optional<CommitJournal>> load_journal(const ports::FileSystem& file_system,
                                                                      const std::filesystem::path& path);
[[nodiscard]] base::Status save_journal(ports::FileSystem& file_system, const std::filesystem::path& path,
                                        const CommitJournal& journal);
/// Removes it for good, also across a power cut.
[[nodiscard]] base::Status erase_journal(ports::FileSystem& file_system, const std::filesystem::path& path);

} // namespace framehand::storage
