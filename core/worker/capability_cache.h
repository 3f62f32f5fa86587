// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/capabilities.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <optional>
#include <string>

namespace framehand::worker {

/// What the measured capabilities hang on: when any of it changes, they are measured again.
struct CapabilityKey {
    std::string transcoder; ///< what `framehand-transcoder --version` prints: its own version and libav's
    std::string cpu_model;
    std::string gpu_name;
    std::string driver_version;

    bool operator==(const CapabilityKey&) const = default;
};

/// The last measurement, in `<data_dir>/capabilities.json`. One thread.
class CapabilityCache {
public:
    /// `file_system` must outlive this.
    CapabilityCache(ports::FileSystem& file_system, std::filesystem::path data_dir);

    /// Nothing if there is none for this key; a damaged file counts as none.
    [[nodiscard]] std::optional<jobs::Capabilities> load(const CapabilityKey& key) const;
    [[nodiscard]] base::Status save(const CapabilityKey& key, const jobs::Capabilities& capabilities);

private:
    ports::FileSystem& m_file_system;
    std::filesystem::path m_data_dir;
};

} // namespace framehand::worker
