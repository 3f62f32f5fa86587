// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/file_system.h"
#include "core/s3/file_transfer.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace framehand::storage {

/// What a publication in a bucket wants to do, and all that it takes to undo it when the staged package is gone.
struct PublishIntent {
    /// An object that readers know by name and that is replaced before the multivariant playlist is.
    struct Stable {
        std::string key;
        std::string sha256;             ///< of ours
        std::optional<std::string> old; ///< what was there
    };

    std::string job_id;
    std::string package_id; ///< "" for a single file
    std::string bucket;
    std::string multivariant; ///< key of the multivariant playlist, or of the single file
    std::string multivariant_sha256;
    std::vector<std::string> versioned; ///< keys that only this package has
    std::vector<Stable> stable;
    std::vector<std::string> old_prefixes; ///< below which the old package's files lie
    std::vector<std::string> old_ids;      ///< the old package's, without "v-": only keys with them are removed
};

/// The journal of one publication on the local disk: one line of JSON for the intent, one more for each step, synced. A
/// line that a kill has cut off counts as not written. Part of the format on disk: a change that older versions misread
/// needs a new kVersion.
class PublishJournal final : public s3::UploadLog {
public:
    static constexpr int kVersion = 1;

    /// Begins a new one in the place of what is there. `file_system` must outlive what is returned.
    [[nodiscard]] static base::Result<PublishJournal> create(ports::FileSystem& file_system,
                                                             const std::filesystem::path& path, PublishIntent intent);
    /// Nothing if there is none. CorruptData, Unsupported (a version that this build does not know).
    [[nodiscard]] static base::Result<std::optional<PublishJournal>> open(ports::FileSystem& file_system,
                                                                          const std::filesystem::path& path);

    [[nodiscard]] const PublishIntent& intent() const { return m_intent; }

    [[nodiscard]] bool is_up(const std::string& key) const { return m_up.contains(key); }

    [[nodiscard]] const std::vector<s3::Upload>& uploads() const { return m_uploads; }

    [[nodiscard]] base::Status note_up(const std::string& key);
    [[nodiscard]] base::Status begun(const s3::Upload& upload) override;
    [[nodiscard]] base::Status ended(const s3::Upload& upload) override;
    /// Removes it, for good.
    [[nodiscard]] base::Status erase();

private:
    PublishJournal(ports::FileSystem& file_system, std::filesystem::path path, PublishIntent intent);
    [[nodiscard]] base::Status append(const std::string& line);
    void replay(const std::string& line);

    ports::FileSystem* m_file_system;
    std::filesystem::path m_path;
    PublishIntent m_intent;
    std::set<std::string> m_up;
    std::vector<s3::Upload> m_uploads; ///< begun and not ended
};

} // namespace framehand::storage
