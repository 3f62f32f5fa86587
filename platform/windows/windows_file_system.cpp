// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_file_system.h"

#include "core/base/sha256.h"
#include "platform/windows/disk_names.h"
#include "platform/windows/event_waiter.h"
#include "platform/windows/file_handle.h"
#include "platform/windows/held_open.h"
#include "platform/windows/long_path.h"
#include "platform/windows/special_access.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_error.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <new>
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
using Links = Opening::Links;

constexpr std::size_t kBlock = std::size_t{1} << 20U;
constexpr std::size_t kSector = 4096; // the largest that disks have; unbuffered reads go to such addresses

Kind kind_of(DWORD attributes, bool is_link) {
    if (is_link) {
        return Kind::Symlink;
    }
    if ((attributes & FILE_ATTRIBUTE_DEVICE) != 0) {
        return Kind::Other;
    }
    return (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0 ? Kind::Directory : Kind::File;
}

/// A block that an unbuffered read takes.
class Block {
public:
    Block() : m_bytes(static_cast<char*>(::operator new (kBlock, std::align_val_t{kSector}))) {}

    ~Block() { ::operator delete (m_bytes, std::align_val_t{kSector}); }

    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;

    [[nodiscard]] char* data() const { return m_bytes; }

private:
    char* m_bytes;
};

Path temporary_name(const Path& path) {
    // Unique per process and call, so that two writers never share a half-written file; short beside a long name.
    static std::atomic<unsigned> counter{0};
    constexpr std::size_t kReadablePart = 40;
    std::wstring readable = path.filename().native().substr(0, kReadablePart);
    if (!readable.empty() && IS_HIGH_SURROGATE(readable.back())) {
        readable.pop_back(); // a share may refuse half a character
    }
    return path.parent_path() / (L"." + readable + L"." + std::to_wstring(::GetCurrentProcessId()) + L"-" +
                                 std::to_wstring(counter.fetch_add(1)) + L".tmp");
}

Status write_temporary(ports::Waiter& waiter, const Path& temporary, const Path& path, std::string_view content) {
    FH_ASSIGN(UniqueHandle file,
              open_file(waiter, temporary, {GENERIC_WRITE, CREATE_ALWAYS, 0, Links::Refuse}, "cannot write"));
    if (const DWORD code = keep_special_access(path, temporary); code != 0) {
        return error_from_windows(code, "cannot keep the access rights of " + shown(path));
    }
    FH_TRY(write_all(file.get(), content, path));
    return flush_and_close(std::move(file), path);
}

Error in_the_way(const Path& from, const Path& to, const std::string& what) {
    return fail(ErrorCode::AlreadyExists, "cannot rename " + shown(from) + " to " + shown(to), what);
}

/// As Windows has it, with \\?\; "" with GetLastError() where it does not tell.
std::wstring final_name(HANDLE file) {
    for (const DWORD name : {DWORD{VOLUME_NAME_DOS}, DWORD{VOLUME_NAME_GUID}}) { // the second: a disk without a letter
        const DWORD size = ::GetFinalPathNameByHandleW(file, nullptr, 0, name);
        std::wstring text(size, L'\0');
        const DWORD length = size == 0 ? 0 : ::GetFinalPathNameByHandleW(file, text.data(), size, name);
        if (length > 0 && length < size) {
            text.resize(length);
            return text;
        }
    }
    return {};
}

/// A share has a separator at its end there, which none of the paths below it begins with.
Path without_end(Path path) {
    return path.has_filename() || !path.has_relative_path() ? path : path.parent_path();
}

/// A drive or a share: what is above it is no folder.
bool is_top(const Path& path) {
    const auto below = path.relative_path();
    return below.empty() || (path.native().starts_with(L"\\\\") && std::distance(below.begin(), below.end()) <= 2);
}

/// What a share, or a file system without a journal, says to flushing a folder.
bool cannot_flush_folders(DWORD code) {
    return code == ERROR_ACCESS_DENIED || code == ERROR_INVALID_FUNCTION || code == ERROR_NOT_SUPPORTED ||
           code == ERROR_INVALID_HANDLE || code == ERROR_INVALID_PARAMETER || code == ERROR_SHARING_VIOLATION;
}

} // namespace

WindowsFileSystem::WindowsFileSystem() : WindowsFileSystem(std::make_shared<EventWaiter>()) {
}

WindowsFileSystem::WindowsFileSystem(std::shared_ptr<ports::Waiter> waiter) : m_waiter(std::move(waiter)) {
}

Result<Kind> WindowsFileSystem::kind(const Path& path) const {
    Attributes found;
    // Access is denied also to what somebody removes just now.
    const DWORD code = patiently(*m_waiter, AccessDenied::MayMeanOpen, [&] { return look_at(path, found); });
    if (code == 0) {
        return kind_of(found.bits, found.is_link);
    }
    if (means_missing(code)) {
        return Kind::Missing;
    }
    return disk_error(code, "cannot look at " + shown(path), {path});
}

Result<std::uint64_t> WindowsFileSystem::file_size(const Path& path) const {
    FH_ASSIGN(const UniqueHandle file,
              open_file(*m_waiter, path,
                        {FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, Links::Follow},
                        "cannot look at"));
    LARGE_INTEGER size{};
    if (::GetFileSizeEx(file.get(), &size) == 0) {
        return error_from_windows(::GetLastError(), "cannot look at " + shown(path));
    }
    return static_cast<std::uint64_t>(size.QuadPart);
}

Result<std::vector<Entry>> WindowsFileSystem::list(const Path& directory) const {
    std::vector<ListedName> names;
    const DWORD code = list_names(directory, names);
    if (code != 0) {
        return disk_error(code, "cannot list " + shown(directory), {directory});
    }
    std::vector<Entry> entries;
    entries.reserve(names.size());
    for (const ListedName& name : names) {
        entries.push_back({to_utf8(name.name), kind_of(name.attributes, name.is_link)});
    }
    std::ranges::sort(entries, {}, &Entry::name);
    return entries;
}

Result<Path> WindowsFileSystem::canonical(const Path& path) const {
    FH_ASSIGN(const UniqueHandle file,
              open_file(*m_waiter, path,
                        {FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, Links::Follow},
                        "cannot resolve"));
    if (auto name = final_name(file.get()); !name.empty()) {
        return without_end(without_prefix(std::move(name)));
    }
    // Drivers of some disks do not tell, nor does wine of a long path: then it is the folder's, if this is no link.
    const DWORD code = ::GetLastError();
    const Path whole = without_end(without_prefix(long_path(path)));
    Attributes found;
    if (const DWORD missing = look_at(whole, found); missing != 0 || found.is_link) {
        return error_from_windows(missing != 0 ? missing : code, "cannot resolve " + shown(path));
    }
    if (is_top(whole)) {
        return whole;
    }
    FH_ASSIGN(const Path folder, canonical(whole.parent_path()));
    return folder / whole.filename();
}

Result<std::uint64_t> WindowsFileSystem::free_bytes(const Path& path) const {
    Attributes found;
    DWORD code = look_at(path, found);
    ULARGE_INTEGER bytes{};
    if (code == 0) {
        std::wstring folder = long_path(found.is_directory() ? path : path.parent_path());
        folder += folder.ends_with(L'\\') ? L"" : L"\\"; // a share wants it
        code = ::GetDiskFreeSpaceExW(folder.c_str(), &bytes, nullptr, nullptr) != 0 ? 0 : ::GetLastError();
    }
    if (code != 0) {
        return error_from_windows(code, "cannot read the free space of " + shown(path));
    }
    return bytes.QuadPart;
}

Result<std::string> WindowsFileSystem::read_file(const Path& path, std::size_t max_bytes) const {
    FH_ASSIGN(const UniqueHandle file,
              open_file(*m_waiter, path, {GENERIC_READ, OPEN_EXISTING, FILE_FLAG_SEQUENTIAL_SCAN, Links::Follow},
                        "cannot read"));
    std::string content;
    std::array<char, 65536> block;
    for (;;) {
        FH_ASSIGN(const std::size_t got, read_block(file.get(), block.data(), block.size(), path));
        if (got == 0) {
            return content;
        }
        content.append(block.data(), got);
        if (content.size() > max_bytes) {
            return fail(ErrorCode::CorruptData,
                        shown(path) + " is larger than the allowed " + std::to_string(max_bytes) + " bytes");
        }
    }
}

Status WindowsFileSystem::write_file_atomic(const Path& path, std::string_view content) {
    const Path temporary = temporary_name(path);
    Status written = write_temporary(*m_waiter, temporary, path, content);
    if (written) {
        written = rename(temporary, path);
    }
    if (!written) {
        static_cast<void>(remove_name(temporary));
        return written;
    }
    return sync_directory(path.has_parent_path() ? path.parent_path() : Path("."));
}

Status WindowsFileSystem::append_file(const Path& path, std::string_view bytes) {
    FH_ASSIGN(
        UniqueHandle file,
        open_file(*m_waiter, path, {FILE_APPEND_DATA | SYNCHRONIZE, OPEN_ALWAYS, 0, Links::Refuse}, "cannot write"));
    FH_TRY(write_all(file.get(), bytes, path));
    return flush_and_close(std::move(file), path);
}

Result<WindowsFileSystem::Copied> WindowsFileSystem::copy_file(const Path& from, const Path& to,
                                                               const CancelToken& cancel) {
    FH_ASSIGN(const UniqueHandle source,
              open_file(*m_waiter, from, {GENERIC_READ, OPEN_EXISTING, FILE_FLAG_SEQUENTIAL_SCAN, Links::Follow},
                        "cannot read"));
    FH_ASSIGN(UniqueHandle target,
              open_file(*m_waiter, to, {GENERIC_WRITE, CREATE_ALWAYS, 0, Links::Refuse}, "cannot write"));
    Copied copied;
    base::Sha256 hash;
    std::vector<char> block(kBlock);
    for (;;) {
        if (cancel.cancelled()) {
            return fail(ErrorCode::Cancelled, "copying was cancelled: " + shown(to));
        }
        FH_ASSIGN(const std::size_t got, read_block(source.get(), block.data(), block.size(), from));
        if (got == 0) {
            break;
        }
        const std::string_view bytes(block.data(), got);
        FH_TRY(write_all(target.get(), bytes, to));
        hash.update(bytes);
        copied.bytes += bytes.size();
    }
    FH_TRY(flush_and_close(std::move(target), to));
    copied.sha256 = hash.hex();
    return copied;
}

Result<WindowsFileSystem::Copied> WindowsFileSystem::hash_file(const Path& path, const CancelToken& cancel) const {
    FH_ASSIGN(const UniqueHandle file, open_file(*m_waiter, path,
                                                 {GENERIC_READ, OPEN_EXISTING,
                                                  FILE_FLAG_NO_BUFFERING | FILE_FLAG_SEQUENTIAL_SCAN, Links::Follow},
                                                 "cannot read"));
    Copied read;
    base::Sha256 hash;
    const Block block;
    for (;;) {
        if (cancel.cancelled()) {
            return fail(ErrorCode::Cancelled, "reading back was cancelled: " + shown(path));
        }
        FH_ASSIGN(const std::size_t got, read_block(file.get(), block.data(), kBlock, path));
        if (got == 0) {
            break;
        }
        hash.update({block.data(), got});
        read.bytes += got;
    }
    read.sha256 = hash.hex();
    return read;
}

Result<std::vector<Path>> WindowsFileSystem::create_directories(const Path& path) {
    std::vector<Path> missing;
    for (Path at = path;; at = at.parent_path()) {
        Attributes found;
        const DWORD code = look_at(at, found);
        if (code == 0) {
            if (!found.is_directory()) {
                return fail(ErrorCode::AlreadyExists, "cannot create folder " + shown(path),
                            shown(at) + " is not a folder");
            }
            break;
        }
        if (!means_missing(code)) {
            return error_from_windows(code, "cannot create folder " + shown(path));
        }
        missing.push_back(at);
        if (!at.has_parent_path() || at.parent_path() == at) {
            break;
        }
    }
    std::vector<Path> made;
    for (auto it = missing.rbegin(); it != missing.rend(); ++it) {
        if (::CreateDirectoryW(long_path(*it).c_str(), nullptr) != 0) {
            made.push_back(*it);
        } else if (const DWORD code = ::GetLastError(); code != ERROR_ALREADY_EXISTS) {
            return error_from_windows(code, "cannot create folder " + shown(*it));
        }
    }
    return made;
}

Status WindowsFileSystem::rename(const Path& from, const Path& to) {
    FH_ASSIGN(const Kind source, kind(from));
    FH_ASSIGN(const Kind target, kind(to));
    if (source != Kind::Directory && target == Kind::Directory) {
        return in_the_way(from, to, "a folder is in its place");
    }
    if (source == Kind::Directory && target != Kind::Missing) {
        if (target != Kind::Directory) {
            return in_the_way(from, to, "a file is in its place");
        }
        // Windows replaces no folder. An empty one is all that can be lost between the two steps.
        if (const DWORD code = remove_name(to); code == ERROR_DIR_NOT_EMPTY) {
            return in_the_way(from, to, "the folder in its place is not empty");
        }
    }
    const DWORD code = patiently(*m_waiter, AccessDenied::MayMeanOpen, [&]() -> DWORD {
        const DWORD renamed = rename_over(from, to);
        return renamed == ERROR_ACCESS_DENIED && is_held(to) ? ERROR_SHARING_VIOLATION : renamed;
    });
    if (code != 0) {
        return disk_error(code, "cannot rename " + shown(from) + " to " + shown(to), {from, to});
    }
    return {};
}

Status WindowsFileSystem::sync_directory(const Path& directory) {
    Attributes found;
    if (const DWORD code = look_at(directory, found); code != 0) {
        return error_from_windows(code, "cannot open folder " + shown(directory));
    }
    const UniqueHandle folder =
        owned_handle(::CreateFileW(long_path(directory).c_str(), FILE_ADD_FILE | SYNCHRONIZE, kShareAll, nullptr,
                                   OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    const bool flushed = folder && ::FlushFileBuffers(folder.get()) != 0;
    if (const DWORD code = flushed ? 0 : ::GetLastError(); code != 0 && !cannot_flush_folders(code)) {
        return error_from_windows(code, "cannot flush folder " + shown(directory));
    }
    return {};
}

Status WindowsFileSystem::remove(const Path& path) {
    const DWORD code = patiently(*m_waiter, AccessDenied::MayMeanOpen, [&] { return remove_name(path); });
    if (code == 0 || means_missing(code)) {
        return {};
    }
    return disk_error(code, "cannot remove " + shown(path), {path});
}

Status WindowsFileSystem::remove_all(const Path& path) {
    FH_ASSIGN(const Kind found, kind(path));
    if (found != Kind::Directory) {
        return found == Kind::Missing ? Status() : remove(path);
    }
    std::vector<ListedName> names;
    if (const DWORD code = list_names(path, names); code != 0) {
        return disk_error(code, "cannot list " + shown(path), {path});
    }
    for (const ListedName& name : names) {
        FH_TRY(kind_of(name.attributes, name.is_link) == Kind::Directory ? remove_all(path / name.name)
                                                                         : remove(path / name.name));
    }
    // What others still hold open goes out of the folder when they let go.
    const DWORD code = patiently(*m_waiter, AccessDenied::MayMeanOpen, [&]() -> DWORD {
        const DWORD removed = remove_name(path);
        return removed == ERROR_DIR_NOT_EMPTY ? ERROR_DELETE_PENDING : removed;
    });
    if (code == 0 || means_missing(code)) {
        return {};
    }
    return code == ERROR_DELETE_PENDING ? error_from_windows(ERROR_DIR_NOT_EMPTY, "cannot remove " + shown(path))
                                        : disk_error(code, "cannot remove " + shown(path), {path});
}

} // namespace framehand::platform
