// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folders.h"

namespace framehand::base {

bool make_folders(const std::filesystem::path& folder, std::error_code& error) {
    const std::filesystem::directory_iterator there(folder, error);
    return error ? std::filesystem::create_directories(folder, error) : false;
}

} // namespace framehand::base
