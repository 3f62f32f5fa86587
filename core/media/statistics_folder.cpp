// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/statistics_folder.h"

#include <utility>

namespace framehand::media {

namespace {

constexpr const char* kName = ".statistics";

} // namespace

base::Result<std::unique_ptr<StatisticsFolder>> StatisticsFolder::create(ports::FileSystem& file_system,
                                                                         const std::filesystem::path& package_dir) {
    if (auto made = file_system.create_directories(package_dir / kName); !made) {
        return made.error();
    }
    return std::unique_ptr<StatisticsFolder>(new StatisticsFolder(file_system, package_dir / kName));
}

base::Status StatisticsFolder::clear(ports::FileSystem& file_system, const std::filesystem::path& package_dir) {
    return file_system.remove_all(package_dir / kName);
}

StatisticsFolder::StatisticsFolder(ports::FileSystem& file_system, std::filesystem::path path)
    : m_file_system(file_system), m_path(std::move(path)) {
}

StatisticsFolder::~StatisticsFolder() {
    static_cast<void>(m_file_system.remove_all(m_path));
}

} // namespace framehand::media
