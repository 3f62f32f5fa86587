// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/nas_video.h"

namespace framehand::cli {

namespace {

using base::ErrorCode;
using base::fail;
using Kind = ports::FileSystem::Kind;

constexpr int kMaxSameNames = 1000;

std::filesystem::path numbered(const std::filesystem::path& name, int number) {
    if (number == 1) {
        return name;
    }
    return name.stem().string() + "-" + std::to_string(number) + name.extension().string();
}

} // namespace

std::optional<std::string> relative_to(const std::filesystem::path& path, const std::filesystem::path& root) {
    const std::filesystem::path relative = path.lexically_relative(root);
    if (relative.empty() || relative == "." || *relative.begin() == "..") {
        return std::nullopt;
    }
    return relative.generic_string();
}

base::Result<bool> NasVideoImporter::same_content(const std::filesystem::path& a, const std::filesystem::path& b,
                                                  const base::CancelToken& cancel) const {
    FH_ASSIGN(const std::uint64_t size_a, m_files.file_size(a));
    FH_ASSIGN(const std::uint64_t size_b, m_files.file_size(b));
    if (size_a != size_b) {
        return false;
    }
    FH_ASSIGN(const auto hash_a, m_files.hash_file(a, cancel));
    FH_ASSIGN(const auto hash_b, m_files.hash_file(b, cancel));
    return hash_a.sha256 == hash_b.sha256;
}

base::Status NasVideoImporter::copy(const std::filesystem::path& video, const std::filesystem::path& target,
                                    const OnCopying& on_copying, const base::CancelToken& cancel) {
    FH_ASSIGN(const std::uint64_t size, m_files.file_size(video));
    FH_ASSIGN(const std::uint64_t free, m_files.free_bytes(target.parent_path()));
    if (free < size) {
        return fail(ErrorCode::NoSpace, "the NAS has not enough free space for " + video.filename().string() +
                                            "; make room in " + m_root.string());
    }
    const std::filesystem::path temporary = target.parent_path() / ("." + target.filename().string() + ".part");
    on_copying(temporary, size);
    const auto copied = m_files.copy_file(video, temporary, cancel);
    base::Status done = copied ? base::Status() : base::Status(copied.error());
    if (done) {
        done = m_files.rename(temporary, target);
    }
    if (!done) {
        // The first failure is what matters; a part that cannot be removed now is overwritten by the next try.
        static_cast<void>(m_files.remove(temporary));
        return done;
    }
    return m_files.sync_directory(target.parent_path());
}

base::Result<NasVideo> NasVideoImporter::import(const std::filesystem::path& video, const OnCopying& on_copying,
                                                const base::CancelToken& cancel) {
    const auto real = m_files.canonical(video);
    if (!real) {
        return real.error().code == ErrorCode::NotFound
                   ? fail(ErrorCode::NotFound, "video does not exist: " + video.string())
                   : real.error();
    }
    FH_ASSIGN(const Kind kind, m_files.kind(*real));
    if (kind != Kind::File) {
        return fail(ErrorCode::InvalidArgument, "not a file: " + video.string() + "; name one video");
    }
    const auto root = m_files.canonical(m_root);
    if (!root) {
        return fail(ErrorCode::NotFound,
                    "the NAS folder cannot be used: " + m_root.string() +
                        "; mount it, or correct nas_mount_path (\"framehandctl config show\" says where it is set)",
                    root.error().text());
    }
    if (const auto relative = relative_to(*real, *root)) {
        return NasVideo{*relative, NasVideo::Way::WasThere};
    }
    const std::filesystem::path inbox = *root / kInbox;
    FH_TRY(m_files.create_directories(inbox));
    for (int number = 1; number <= kMaxSameNames; ++number) {
        const std::filesystem::path target = inbox / numbered(video.filename(), number);
        NasVideo result{std::string(kInbox) + "/" + target.filename().string(), NasVideo::Way::Copied};
        FH_ASSIGN(const Kind there, m_files.kind(target));
        if (there == Kind::Missing) {
            FH_TRY(copy(*real, target, on_copying, cancel));
            return result;
        }
        if (there == Kind::File) {
            FH_ASSIGN(const bool is_same, same_content(*real, target, cancel));
            if (is_same) {
                result.way = NasVideo::Way::Reused;
                return result;
            }
        }
    }
    return fail(ErrorCode::AlreadyExists,
                "too many other files named " + video.filename().string() + " in " + inbox.string() + "; remove some");
}

} // namespace framehand::cli
