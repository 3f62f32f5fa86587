// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/package_copier.h"

#include <set>
#include <utility>

namespace framehand::storage {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;
using Copied = ports::FileSystem::Copied;
using Kind = ports::FileSystem::Kind;
using Path = std::filesystem::path;

bool matches(const Copied& copied, const jobs::PackageFile& file) {
    return copied.bytes == file.bytes && copied.sha256 == file.sha256;
}

} // namespace

PackageCopier::PackageCopier(ports::FileSystem& file_system, CommitSite site, base::CancelToken cancel,
                             CommitProgress progress)
    : m_file_system(file_system), m_site(std::move(site)), m_cancel(std::move(cancel)),
      m_progress(std::move(progress)) {
}

Result<std::uint64_t> PackageCopier::missing_bytes(const jobs::PackageManifest& manifest) const {
    std::uint64_t missing = 0;
    for (const jobs::PackageFile& file : manifest.files) {
        const Path path = m_site.fresh / file.path;
        FH_ASSIGN(const Kind kind, m_file_system.kind(path));
        std::uint64_t there = 0;
        if (kind == Kind::File) {
            FH_ASSIGN(there, m_file_system.file_size(path));
        }
        missing += there < file.bytes ? file.bytes - there : 0;
    }
    return missing;
}

Status PackageCopier::copy(const Path& package_dir, const jobs::PackageManifest& manifest) {
    // All folders first and none later: were the share unmounted in the middle, making a missing folder would go on
    // writing to the local disk below the mount point.
    std::set<Path> folders;
    for (const jobs::PackageFile& file : manifest.files) {
        folders.insert((m_site.fresh / file.path).parent_path());
    }
    for (const Path& folder : folders) {
        FH_TRY(m_file_system.create_directories(folder));
    }
    const std::uint64_t total = manifest.total_bytes();
    std::uint64_t done = 0;
    for (const jobs::PackageFile& file : manifest.files) {
        if (m_cancel.cancelled()) {
            return fail(ErrorCode::Cancelled, "the commit was cancelled");
        }
        if (m_progress) {
            m_progress(done, total);
        }
        FH_ASSIGN(const bool there, is_there(file));
        if (!there) {
            FH_TRY(copy_one(package_dir / file.path, file));
        }
        done += file.bytes;
    }
    if (m_progress) {
        m_progress(done, total);
    }
    FH_ASSIGN(const std::uint64_t missing, missing_bytes(manifest));
    if (missing > 0) {
        return fail(ErrorCode::Unavailable,
                    "files disappeared while they were copied to " + m_site.destination.string());
    }
    return {};
}

Result<bool> PackageCopier::is_there(const jobs::PackageFile& file) const {
    const Path path = m_site.fresh / file.path;
    FH_ASSIGN(const Kind kind, m_file_system.kind(path));
    if (kind != Kind::File) {
        return false;
    }
    FH_ASSIGN(const std::uint64_t size, m_file_system.file_size(path));
    if (size != file.bytes) {
        return false;
    }
    FH_ASSIGN(const Copied there, m_file_system.hash_file(path, m_cancel));
    return matches(there, file);
}

Status PackageCopier::copy_one(const Path& from, const jobs::PackageFile& file) {
    const Path to = m_site.fresh / file.path;
    FH_ASSIGN(const Copied read, m_file_system.copy_file(from, to, m_cancel));
    if (!matches(read, file)) {
        return fail(ErrorCode::CorruptData, "a staged file has changed since it was verified: " + from.string());
    }
    FH_ASSIGN(const Copied arrived, m_file_system.hash_file(to, m_cancel));
    if (!matches(arrived, file)) {
        return fail(ErrorCode::CorruptData, "the destination holds other bytes than were written: " + to.string(),
                    std::to_string(arrived.bytes) + " of " + std::to_string(file.bytes) + " bytes");
    }
    return {};
}

Status PackageCopier::keep(const std::string& path) {
    const Path from = m_site.destination / path;
    FH_ASSIGN(const Kind kind, m_file_system.kind(from));
    if (kind == Kind::Missing) {
        return {};
    }
    if (kind != Kind::File) {
        return fail(ErrorCode::AlreadyExists, "something that is not a file has a playlist's name: " + from.string());
    }
    const Path to = m_site.kept / path;
    FH_TRY(m_file_system.create_directories(to.parent_path()));
    FH_ASSIGN(const Copied read, m_file_system.copy_file(from, to, m_cancel));
    FH_ASSIGN(const Copied arrived, m_file_system.hash_file(to, m_cancel));
    if (arrived.sha256 != read.sha256) {
        return fail(ErrorCode::CorruptData, "the destination holds other bytes than were written: " + to.string());
    }
    return {};
}

Status PackageCopier::sync() {
    FH_TRY(sync_tree(m_site.hidden));
    return m_file_system.sync_directory(m_site.destination);
}

Status PackageCopier::sync_tree(const Path& directory) {
    FH_ASSIGN(const auto entries, m_file_system.list(directory));
    for (const auto& entry : entries) {
        if (entry.kind == Kind::Directory) {
            FH_TRY(sync_tree(directory / entry.name));
        }
    }
    return m_file_system.sync_directory(directory);
}

} // namespace framehand::storage
