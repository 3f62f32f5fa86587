// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_path.h"

namespace framehand::base {

namespace {

using Path = std::filesystem::path;

/// "\\server...", on a system that has such names.
bool is_share(const Path& path) {
    constexpr bool kHasShares = Path::preferred_separator == '\\';
    const auto& text = path.native();
    const auto is_separator = [&text](std::size_t at) { return text[at] == '/' || text[at] == '\\'; };
    return kHasShares && text.size() > 2 && is_separator(0) && is_separator(1) && !is_separator(2);
}

} // namespace

bool is_absolute(const Path& path) {
    return is_share(path) || path.is_absolute();
}

Path joined(const Path& base, const Path& path) {
    return is_absolute(path) ? path : base / path;
}

Path normal(const Path& path) {
    Path short_form = path.lexically_normal();
    if (is_share(path) && !is_share(short_form)) {
        return Path::string_type(1, Path::preferred_separator) + short_form.native();
    }
    return short_form;
}

} // namespace framehand::base
