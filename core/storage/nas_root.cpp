// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/nas_root.h"

#include "core/base/text.h"
#include "core/base/whole_path.h"
#include "core/storage/relative_path.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

namespace framehand::storage {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using Kind = ports::FileSystem::Kind;
using Path = NasRoot::Path;

Path made_absolute(const Path& path) {
    std::error_code error;
    Path absolute = base::is_absolute(path) ? path : std::filesystem::absolute(path, error);
    absolute = base::normal(error ? path : absolute);
    // "/nas/" has an empty last part, which would never match that of a file inside.
    return absolute.has_filename() ? absolute : absolute.parent_path();
}

bool is_inside(const Path& path, const Path& root) {
    return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

} // namespace

NasRoot::NasRoot(Path root, const ports::FileSystem& file_system)
    : m_root(made_absolute(root)), m_file_system(file_system) {
}

Result<Path> NasRoot::canonical_root() const {
    auto real = m_file_system.canonical(m_root);
    if (!real && real.error().code == ErrorCode::NotFound) {
        return fail(ErrorCode::Unavailable,
                    "the NAS folder " + m_root.string() + " does not exist; is the share mounted?", real.error().cause);
    }
    if (!real) {
        return real.error().wrapped("the NAS folder " + m_root.string() + " cannot be reached");
    }
    return real;
}

Result<Path> NasRoot::resolve_input(std::string_view relative) const {
    if (relative.empty()) {
        return fail(ErrorCode::InvalidArgument, "the input's path is empty");
    }
    FH_TRY(check_relative(relative, "input"));
    FH_ASSIGN(const Path root, canonical_root());
    const Path named = base::normal(m_root / Path(relative));
    auto real = m_file_system.canonical(named);
    if (!real && real.error().code == ErrorCode::NotFound) {
        return fail(ErrorCode::NotFound, "input file does not exist: " + named.string());
    }
    if (!real) {
        return real.error().wrapped("input cannot be read: " + named.string());
    }
    if (!is_inside(*real, root)) {
        return fail(ErrorCode::PermissionDenied,
                    "input \"" + std::string(relative) + "\" leaves the NAS folder through a symbolic link");
    }
    FH_ASSIGN(const Kind kind, m_file_system.kind(*real));
    if (kind != Kind::File) {
        return fail(ErrorCode::InvalidArgument, "input is not a file: " + named.string());
    }
    return real;
}

Result<Path> NasRoot::resolve_destination(std::string_view relative) const {
    FH_TRY(check_relative(relative, "destination"));
    FH_ASSIGN(const Path root, canonical_root());
    Path at = root;
    bool exists = true;
    for (const std::string& part : base::split(relative, '/')) {
        if (part.empty() || part == ".") {
            continue;
        }
        Path next = at / part;
        Kind kind = Kind::Missing;
        if (exists) {
            FH_ASSIGN(kind, m_file_system.kind(next));
        }
        if (kind == Kind::Symlink) {
            auto real = m_file_system.canonical(next);
            if (!real && real.error().code != ErrorCode::NotFound) {
                return real;
            }
            // Making folders through a dangling link would make them wherever it points.
            if (!real || !is_inside(*real, root)) {
                return fail(ErrorCode::PermissionDenied, "destination \"" + std::string(relative) +
                                                             "\" leaves the NAS folder through a symbolic link");
            }
            next = std::move(*real);
            FH_ASSIGN(kind, m_file_system.kind(next));
        }
        if (kind != Kind::Directory && kind != Kind::Missing) {
            return fail(ErrorCode::AlreadyExists,
                        "destination \"" + std::string(relative) + "\" is not a folder: " + next.string());
        }
        exists = kind == Kind::Directory;
        at = std::move(next);
    }
    return at;
}

} // namespace framehand::storage
