// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/private_file.h"

#include <QSaveFile>
#include <QString>

namespace framehand::settings {

base::Status replace_private_file(const std::filesystem::path& path, std::string_view text) {
    QSaveFile fresh(QString::fromStdString(path.string()));
    const auto size = static_cast<qint64>(text.size());
    if (!fresh.open(QIODevice::WriteOnly)) {
        return base::fail(base::ErrorCode::PermissionDenied, path.string() + ": cannot be written",
                          fresh.errorString().toStdString());
    }
    if (fresh.write(text.data(), size) != size || !fresh.commit()) {
        return base::fail(base::ErrorCode::IoError, path.string() + ": cannot be written",
                          fresh.errorString().toStdString());
    }
    return {};
}

bool others_may_read(const std::filesystem::file_status& /*status*/) {
    return false; // its folder is the profile of the user, which nobody else may enter
}

} // namespace framehand::settings
