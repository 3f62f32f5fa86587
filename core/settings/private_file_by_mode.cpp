// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_error.h"
#include "core/settings/private_file.h"

#include <QSaveFile>
#include <QString>
#include <QTemporaryFile>

#include <system_error>

namespace framehand::settings {

base::Status replace_private_file(const std::filesystem::path& path, std::string_view text) {
    // A temporary file is its owner's alone from its birth on, and QSaveFile, which syncs to the disk, keeps that of
    // the file that it replaces. The Xs become letters that make its name a new one.
    QTemporaryFile place(QString::fromStdString(path.string() + ".XXXXXX"));
    if (!place.open()) {
        return base::fail(base::ErrorCode::PermissionDenied, path.string() + ": cannot be written",
                          place.errorString().toStdString());
    }
    QSaveFile fresh(place.fileName());
    const auto size = static_cast<qint64>(text.size());
    if (!fresh.open(QIODevice::WriteOnly) || fresh.write(text.data(), size) != size || !fresh.commit()) {
        return base::fail(base::ErrorCode::IoError, path.string() + ": cannot be written",
                          fresh.errorString().toStdString());
    }
    std::error_code error;
    std::filesystem::rename(place.fileName().toStdString(), path, error);
    if (error) {
        return base::error_from_code(error, path.string() + ": cannot be replaced");
    }
    place.setAutoRemove(false);
    return {};
}

bool others_may_read(const std::filesystem::file_status& status) {
    using std::filesystem::perms;
    return (status.permissions() & (perms::group_all | perms::others_all)) != perms::none;
}

} // namespace framehand::settings
