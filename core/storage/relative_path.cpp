// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/relative_path.h"

#include "core/base/text.h"
#include "core/base/windows_names.h"

#include <algorithm>
#include <filesystem>
#include <string>

namespace framehand::storage {

using base::ErrorCode;
using base::fail;

namespace {

constexpr bool kIsWindows = std::filesystem::path::preferred_separator != '/';

/// Not, where a system has other marks for folders and volumes than "/" ("a\b", "C:"), or cannot use the name. Files of
/// such names may be on a share, and a worker on another system can use them.
bool is_one_name(const std::string& part) {
    const std::filesystem::path name(part);
    return name == name.filename() && (!kIsWindows || part.empty() || part == "." || base::windows_can_name(part));
}

} // namespace

bool is_below(std::string_view path) {
    return !path.empty() && path.find('\0') == std::string_view::npos &&
           std::ranges::none_of(base::split(path, '/'), [](const std::string& part) {
               return part.empty() || part == "." || part == ".." || !is_one_name(part);
           });
}

base::Status check_relative(std::string_view path, std::string_view what) {
    const std::string subject = std::string(what) + " \"" + std::string(path) + "\" ";
    if (path.find('\0') != std::string_view::npos) {
        return fail(ErrorCode::InvalidArgument, std::string(what) + " holds a NUL character");
    }
    if (path.starts_with('/')) {
        return fail(ErrorCode::PermissionDenied, subject + "is absolute; it must be relative to the NAS folder");
    }
    for (const std::string& part : base::split(path, '/')) {
        if (part == "..") {
            return fail(ErrorCode::PermissionDenied, subject + "leaves the NAS folder");
        }
        if (!is_one_name(part)) {
            return fail(ErrorCode::PermissionDenied,
                        subject + "has a part that is no name of a file on this system: \"" + part + "\"");
        }
        if (part.starts_with(".framehand")) {
            return fail(ErrorCode::PermissionDenied,
                        subject + "uses a name that Framehand keeps for itself: \"" + part + "\"");
        }
    }
    return {};
}

} // namespace framehand::storage
