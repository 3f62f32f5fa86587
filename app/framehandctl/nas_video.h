// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace framehand::cli {

/// A video where workers can read it.
struct NasVideo {
    enum class Way {
        WasThere, ///< it lies below the NAS root
        Copied,   ///< into the inbox
        Reused    ///< an equal file was in the inbox already
    };

    std::string relative; ///< to the NAS root, '/' separated
    Way way = Way::WasThere;
};

/// Brings a video onto the NAS. Blocking: for a background thread. Stateless beside its references.
class NasVideoImporter {
public:
    /// Folder below the NAS root that copies go into.
    static constexpr const char* kInbox = "framehand-inbox";

    /// `files` must outlive this; `root` is the NAS root as it is mounted here.
    NasVideoImporter(ports::FileSystem& files, std::filesystem::path root) : m_files(files), m_root(std::move(root)) {}

    /// Where to see how far a running copy is: the size of the temporary file. Empty until there is one. The caller
    /// gives it before the work starts; it is called once from the thread of import().
    using OnCopying = std::function<void(const std::filesystem::path& temporary, std::uint64_t total_bytes)>;

    /// Finds out whether `video` (absolute) lies below the root; if not, copies it into the inbox under its own name,
    /// or under "name-2.ext" if another video has that name. The copy gets its name only when it is complete and
    /// synced. NotFound "video does not exist: ...", NoSpace, Unavailable (the NAS is away), Cancelled (nothing is
    /// left).
    [[nodiscard]] base::Result<NasVideo> import(const std::filesystem::path& video, const OnCopying& on_copying,
                                                const base::CancelToken& cancel);

private:
    [[nodiscard]] base::Result<bool> same_content(const std::filesystem::path& a, const std::filesystem::path& b,
                                                  const base::CancelToken& cancel) const;
    [[nodiscard]] base::Status copy(const std::filesystem::path& video, const std::filesystem::path& target,
                                    const OnCopying& on_copying, const base::CancelToken& cancel);

    ports::FileSystem& m_files;
    std::filesystem::path m_root;
};

/// `path` (absolute, normalized) relative to `root`, '/' separated; nothing if it lies elsewhere or is the root itself.
[[nodiscard]] std::optional<std::string> relative_to(const std::filesystem::path& path,
                                                     const std::filesystem::path& root);

} // namespace framehand::cli
