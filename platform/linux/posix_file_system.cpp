// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/posix_file_system.h"

#include "core/base/sha256.h"
#include "platform/linux/descriptor.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utility>

namespace framehand::platform {
namespace {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;
using Path = ports::FileSystem::Path;
using Kind = ports::FileSystem::Kind;
using Entry = ports::FileSystem::Entry;

constexpr std::size_t kBlock = 1024 * 1024;

Error os_error(int code, const std::string& doing, const Path& path) {
    return base::error_from_errno(code, doing + " " + path.string());
}

struct CloseDirectory {
    void operator()(DIR* directory) const { ::closedir(directory); }
};

using Directory = std::unique_ptr<DIR, CloseDirectory>;

Result<Descriptor> open_file(const Path& path, int flags, const std::string& doing, mode_t mode = 0666) {
    int fd = -1;
    do {
        fd = ::open(path.c_str(), flags | O_CLOEXEC, mode);
    } while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        return os_error(errno, doing, path);
    }
    return Descriptor(fd);
}

/// Bytes read, 0 at the end, or -1 with errno.
ssize_t read_block(int fd, char* data, std::size_t size) {
    ssize_t got = -1;
    do {
        got = ::read(fd, data, size);
    } while (got < 0 && errno == EINTR);
    return got;
}

Status write_all(int fd, std::string_view bytes, const Path& path) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(fd, bytes.data(), bytes.size());
        if (put < 0) {
            if (errno == EINTR) {
                continue;
            }
            return os_error(errno, "cannot write", path);
        }
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

/// A share may report a failed write only here.
Status sync_and_close(Descriptor file, const Path& path) {
    if (::fsync(file.get()) != 0 && errno != EINVAL && errno != ENOTSUP) {
        return os_error(errno, "cannot flush to disk", path);
    }
    if (::close(file.release()) != 0 && errno != EINTR) {
        return os_error(errno, "cannot close", path);
    }
    return {};
}

Kind kind_of(mode_t mode) {
    if (S_ISREG(mode)) {
        return Kind::File;
    }
    if (S_ISDIR(mode)) {
        return Kind::Directory;
    }
    return S_ISLNK(mode) ? Kind::Symlink : Kind::Other;
}

/// Everything below the open directory; `path` only names it in messages.
Status remove_content(int directory_fd, const Path& path) {
    const int listing_fd = ::openat(directory_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (listing_fd < 0) {
        return os_error(errno, "cannot list", path);
    }
    const Directory directory(::fdopendir(listing_fd));
    if (!directory) {
        const int code = errno;
        ::close(listing_fd);
        return os_error(code, "cannot list", path);
    }
    // All names first: removing while reading may skip entries on some shares.
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(directory.get())) { // NOLINT(concurrency-mt-unsafe): own stream
        const std::string name = entry->d_name;
        if (name != "." && name != "..") {
            names.push_back(name);
        }
        errno = 0;
    }
    if (errno != 0) {
        return os_error(errno, "cannot list", path);
    }
    for (const std::string& name : names) {
        if (::unlinkat(directory_fd, name.c_str(), 0) == 0 || errno == ENOENT) {
            continue;
        }
        const int unlink_error = errno;
        const Descriptor child(::openat(directory_fd, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!child) {
            // Not a directory: the reason why it stays is the first one.
            return os_error(errno == ENOTDIR || errno == ELOOP ? unlink_error : errno, "cannot remove", path / name);
        }
        FH_TRY(remove_content(child.get(), path / name));
        if (::unlinkat(directory_fd, name.c_str(), AT_REMOVEDIR) != 0 && errno != ENOENT) {
            return os_error(errno, "cannot remove", path / name);
        }
    }
    return {};
}

Path temporary_name(const Path& path) {
    // Unique per process and call, so that two writers never share a half-written file.
    static std::atomic<unsigned> counter{0};
    return path.parent_path() / ("." + path.filename().string() + "." + std::to_string(::getpid()) + "-" +
                                 std::to_string(counter.fetch_add(1)) + ".tmp");
}

Status write_temporary(const Path& temporary, const Path& path, std::string_view content) {
    FH_ASSIGN(Descriptor file, open_file(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, "cannot write"));

    struct stat old {};

    struct stat made {};

    // Only where it would change: a program in the sandbox may change no modes.
    if (::stat(path.c_str(), &old) == 0 && ::fstat(file.get(), &made) == 0 && old.st_mode != made.st_mode &&
        ::fchmod(file.get(), old.st_mode & 07777U) != 0) {
        return os_error(errno, "cannot set the mode of", temporary);
    }
    FH_TRY(write_all(file.get(), content, path));
    return sync_and_close(std::move(file), path);
}

} // namespace

Result<Kind> PosixFileSystem::kind(const Path& path) const {
    struct stat info {};

    if (::lstat(path.c_str(), &info) == 0) {
        return kind_of(info.st_mode);
    }
    if (errno == ENOENT || errno == ENOTDIR) {
        return Kind::Missing;
    }
    return os_error(errno, "cannot look at", path);
}

Result<std::uint64_t> PosixFileSystem::file_size(const Path& path) const {
    struct stat info {};

    if (::stat(path.c_str(), &info) != 0) {
        return os_error(errno, "cannot look at", path);
    }
    return static_cast<std::uint64_t>(info.st_size);
}

Result<std::vector<Entry>> PosixFileSystem::list(const Path& directory) const {
    const Directory stream(::opendir(directory.c_str()));
    if (!stream) {
        return os_error(errno, "cannot list", directory);
    }
    std::vector<Entry> entries;
    errno = 0;
    while (const dirent* found = ::readdir(stream.get())) { // NOLINT(concurrency-mt-unsafe): own stream
        Entry entry{found->d_name, Kind::Missing};
        if (entry.name != "." && entry.name != "..") {
            // One round trip to the share for each name is saved where it tells the kind along with the names.
            if (found->d_type == DT_REG || found->d_type == DT_DIR) {
                entry.kind = found->d_type == DT_REG ? Kind::File : Kind::Directory;
            } else {
                FH_ASSIGN(entry.kind, kind(directory / entry.name));
            }
            entries.push_back(std::move(entry));
        }
        errno = 0;
    }
    if (errno != 0) {
        return os_error(errno, "cannot list", directory);
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return entries;
}

Result<Path> PosixFileSystem::canonical(const Path& path) const {
    struct Free {
        void operator()(char* text) const { std::free(text); }
    };

    const std::unique_ptr<char, Free> real(::realpath(path.c_str(), nullptr));
    if (!real) {
        return os_error(errno, "cannot resolve", path);
    }
    return Path(real.get());
}

Result<std::uint64_t> PosixFileSystem::free_bytes(const Path& path) const {
    struct statvfs info {};

    if (::statvfs(path.c_str(), &info) != 0) {
        return os_error(errno, "cannot read the free space of", path);
    }
    return static_cast<std::uint64_t>(info.f_bavail) * info.f_frsize;
}

Result<std::string> PosixFileSystem::read_file(const Path& path, std::size_t max_bytes) const {
    FH_ASSIGN(const Descriptor file, open_file(path, O_RDONLY, "cannot read"));
    std::string content;
    std::array<char, 65536> block;
    while (true) {
        const ssize_t got = read_block(file.get(), block.data(), block.size());
        if (got < 0) {
            return os_error(errno, "cannot read", path);
        }
        if (got == 0) {
            return content;
        }
        content.append(block.data(), static_cast<std::size_t>(got));
        if (content.size() > max_bytes) {
            return fail(ErrorCode::CorruptData,
                        path.string() + " is larger than the allowed " + std::to_string(max_bytes) + " bytes");
        }
    }
}

Status PosixFileSystem::write_file_atomic(const Path& path, std::string_view content) {
    const Path temporary = temporary_name(path);
    Status written = write_temporary(temporary, path, content);
    if (written && ::rename(temporary.c_str(), path.c_str()) != 0) {
        written = os_error(errno, "cannot write", path);
    }
    if (!written) {
        ::unlink(temporary.c_str());
        return written;
    }
    return sync_directory(path.has_parent_path() ? path.parent_path() : Path("."));
}

Status PosixFileSystem::append_file(const Path& path, std::string_view bytes) {
    FH_ASSIGN(Descriptor file, open_file(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, "cannot write"));
    FH_TRY(write_all(file.get(), bytes, path));
    return sync_and_close(std::move(file), path);
}

Result<PosixFileSystem::Copied> PosixFileSystem::copy_file(const Path& from, const Path& to,
                                                           const CancelToken& cancel) {
    FH_ASSIGN(const Descriptor source, open_file(from, O_RDONLY, "cannot read"));
    FH_ASSIGN(Descriptor target, open_file(to, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, "cannot write"));
    Copied copied;
    base::Sha256 hash;
    std::vector<char> block(kBlock);
    while (true) {
        if (cancel.cancelled()) {
            return fail(ErrorCode::Cancelled, "copying was cancelled: " + to.string());
        }
        const ssize_t got = read_block(source.get(), block.data(), block.size());
        if (got < 0) {
            return os_error(errno, "cannot read", from);
        }
        if (got == 0) {
            break;
        }
        const std::string_view bytes(block.data(), static_cast<std::size_t>(got));
        FH_TRY(write_all(target.get(), bytes, to));
        hash.update(bytes);
        copied.bytes += bytes.size();
    }
    FH_TRY(sync_and_close(std::move(target), to));
    copied.sha256 = hash.hex();
    return copied;
}

Result<PosixFileSystem::Copied> PosixFileSystem::hash_file(const Path& path, const CancelToken& cancel) const {
    FH_ASSIGN(const Descriptor file, open_file(path, O_RDONLY, "cannot read"));
    // Advice only: where the file system ignores it, the cache answers.
    (void)::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
    Copied read;
    base::Sha256 hash;
    std::vector<char> block(kBlock);
    while (true) {
        if (cancel.cancelled()) {
            return fail(ErrorCode::Cancelled, "reading back was cancelled: " + path.string());
        }
        const ssize_t got = read_block(file.get(), block.data(), block.size());
        if (got < 0) {
            return os_error(errno, "cannot read", path);
        }
        if (got == 0) {
            break;
        }
        hash.update({block.data(), static_cast<std::size_t>(got)});
        read.bytes += static_cast<std::uint64_t>(got);
    }
    read.sha256 = hash.hex();
    return read;
}

Result<std::vector<Path>> PosixFileSystem::create_directories(const Path& path) {
    std::vector<Path> missing;
    Path at = path;
    while (true) {
        struct stat info {};

        if (::stat(at.c_str(), &info) == 0) {
            if (!S_ISDIR(info.st_mode)) {
                return fail(ErrorCode::AlreadyExists, "cannot create folder " + path.string(),
                            at.string() + " is not a folder");
            }
            break;
        }
        if (errno == ENOTDIR) {
            return fail(ErrorCode::AlreadyExists, "cannot create folder " + path.string(),
                        "a file is in the place of one of its parents");
        }
        if (errno != ENOENT) {
            return os_error(errno, "cannot create folder", path);
        }
        missing.push_back(at);
        if (!at.has_parent_path() || at.parent_path() == at) {
            break;
        }
        at = at.parent_path();
    }
    std::vector<Path> made;
    for (auto it = missing.rbegin(); it != missing.rend(); ++it) {
        if (::mkdir(it->c_str(), 0777) == 0) {
            made.push_back(*it);
        } else if (errno != EEXIST) {
            return os_error(errno, "cannot create folder", *it);
        }
    }
    return made;
}

Status PosixFileSystem::rename(const Path& from, const Path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) {
        return os_error(errno, "cannot rename " + from.string() + " to", to);
    }
    return {};
}

Status PosixFileSystem::sync_directory(const Path& directory) {
    FH_ASSIGN(const Descriptor file, open_file(directory, O_RDONLY | O_DIRECTORY, "cannot open folder"));
    if (::fsync(file.get()) != 0 && errno != EINVAL && errno != ENOTSUP && errno != ENOSYS) {
        return os_error(errno, "cannot flush folder", directory);
    }
    return {};
}

Status PosixFileSystem::remove(const Path& path) {
    FH_ASSIGN(const Kind found, kind(path));
    if (found == Kind::Missing) {
        return {};
    }
    const int result = found == Kind::Directory ? ::rmdir(path.c_str()) : ::unlink(path.c_str());
    if (result != 0 && errno != ENOENT) {
        return os_error(errno, "cannot remove", path);
    }
    return {};
}

Status PosixFileSystem::remove_all(const Path& path) {
    FH_ASSIGN(const Kind found, kind(path));
    if (found == Kind::Directory) {
        FH_ASSIGN(const Descriptor directory, open_file(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, "cannot remove"));
        FH_TRY(remove_content(directory.get(), path));
    }
    return remove(path);
}

} // namespace framehand::platform
