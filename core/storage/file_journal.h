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

/// How far one file is on its way to its place on the share, written to the local disk before the step that it
/// announces. Part of the format on disk: a change that older versions misread needs a new kVersion.
struct FileJournal {
    static constexpr int kVersion = 1;

    enum class Phase {
        Prepared, ///< the hidden folder may hold anything, a backup may be there; nothing is visible
        Ready,    ///< the new file is proven and waits for its rename, which may have happened
        Placed,   ///< readers see it
    };

    Phase phase = Phase::Prepared;
    std::string package_id;
    std::string target;   ///< relative to the NAS root, free of symlinks
    std::string moved;    ///< the file on the share that is moved there, likewise; "" for one that is copied
    std::string obsolete; ///< the file on the share that goes once its copy is placed, likewise; "" for none
    std::string backup;   ///< what the replaced file is kept as, relative to the NAS root; "" for none
    std::string hidden;   ///< folder of the copies under way, relative to the NAS root
    std::uint64_t bytes = 0;
    /// Folders that did not exist before, relative to the NAS root, outermost first.
    std::vector<std::string> made_dirs;
};

/// Nothing if there is none. Unsupported for a version that this build does not know; CorruptData names the field.
[[nodiscard]] base::Result<std::optional<FileJournal>> load_file_journal(const ports::FileSystem& file_system,
                                                                         const std::filesystem::path& path);
[[nodiscard]] base::Status save_file_journal(ports::FileSystem& file_system, const std::filesystem::path& path,
                                             const FileJournal& journal);

} // namespace framehand::storage
