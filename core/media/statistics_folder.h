// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <memory>

namespace framehand::media {

/// The folder in a package's folder in which encoders exchange statistics. It is no part of the package and goes with
/// this object.
class StatisticsFolder {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<StatisticsFolder>>
    create(ports::FileSystem& file_system, const std::filesystem::path& package_dir);
    /// Removes what a killed run left.
    [[nodiscard]] static base::Status clear(ports::FileSystem& file_system, const std::filesystem::path& package_dir);
    ~StatisticsFolder();
    StatisticsFolder(const StatisticsFolder&) = delete;
    StatisticsFolder& operator=(const StatisticsFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    StatisticsFolder(ports::FileSystem& file_system, std::filesystem::path path);

    ports::FileSystem& m_file_system;
    const std::filesystem::path m_path;
};

} // namespace framehand::media
