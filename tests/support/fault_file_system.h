// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/file_system.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace framehand::test {

/// Thrown out of a FaultFileSystem in place of a SIGKILL: nothing that it unwinds may touch the disk any more.
struct ProcessKilled {};

/// A FileSystem in memory that fails on demand. Paths are absolute; there are no symlinks. What is put there by the
/// set-up functions is on disk for good; what goes through the port is only after its file and its folder were synced.
///
/// Two units are counted, each from 1: a *step* is one change on the disk (one folder made, a half-written file, one
/// name removed), a *call* is one call of the port, reading ones too.
/// Callable from any thread; on_step() runs inside the call and may read through the port.
class FaultFileSystem final : public ports::FileSystem {
public:
    enum class When { Before, After }; ///< After: the call does its work and then reports the error all the same
    enum class Until { Next, Lifted }; ///< one call only, or every call from then on

    struct Failure {
        std::size_t call = 1; ///< counted from the moment at which the failure is set
        base::ErrorCode code = base::ErrorCode::IoError;
        When when = When::Before;
        Until until = Until::Next;
        Path under = "/"; ///< only calls that name a path under this one are counted and fail
    };

    FaultFileSystem();
    ~FaultFileSystem() override;

    // Set-up and inspection: never counted, never failing.
    void put_file(const Path& path, std::string content);
    void put_directory(const Path& path);
    [[nodiscard]] std::optional<std::string> content(const Path& path) const;
    /// All files below `path` with their content.
    [[nodiscard]] std::map<std::string, std::string> files(const Path& path) const;
    /// All names below `path`, folders too.
    [[nodiscard]] std::vector<std::string> names(const Path& path) const;

    // Faults.
    /// Called after every step with the name that it changed ("" if it only synced), before the next one begins.
    void on_step(std::function<void(const Path&)> call);
    /// ProcessKilled is thrown in place of that step, counted from now.
    void kill_at_step(std::size_t step);
    void fail(Failure failure);
    /// Copies under `under` end in NoSpace once all files there hold this many bytes; free_bytes() tells.
    void set_capacity(Path under, std::uint64_t bytes);
    /// The next copy to `path` reports success but stores other bytes.
    void corrupt_copy_to(Path path);
    void lift_faults();
    /// Drops what was not synced: all of it for seed 0, else a part that the seed chooses, folder by folder.
    void lose_power(std::uint32_t seed);

    [[nodiscard]] std::size_t steps() const;
    [[nodiscard]] std::size_t calls() const;
    /// True once a failure set with fail() has been reported.
    [[nodiscard]] bool has_failed() const;

    [[nodiscard]] base::Result<Kind> kind(const Path& path) const override;
    [[nodiscard]] base::Result<std::uint64_t> file_size(const Path& path) const override;
    [[nodiscard]] base::Result<std::vector<Entry>> list(const Path& directory) const override;
    [[nodiscard]] base::Result<Path> canonical(const Path& path) const override;
    [[nodiscard]] base::Result<std::uint64_t> free_bytes(const Path& path) const override;
    [[nodiscard]] base::Result<std::string> read_file(const Path& path, std::size_t max_bytes) const override;
    [[nodiscard]] base::Status write_file_atomic(const Path& path, std::string_view content) override;
    [[nodiscard]] base::Status append_file(const Path& path, std::string_view bytes) override;
    [[nodiscard]] base::Result<Copied> copy_file(const Path& from, const Path& to,
                                                 const base::CancelToken& cancel) override;
    [[nodiscard]] base::Result<Copied> hash_file(const Path& path, const base::CancelToken& cancel) const override;
    [[nodiscard]] base::Result<std::vector<Path>> create_directories(const Path& path) override;
    [[nodiscard]] base::Status rename(const Path& from, const Path& to) override;
    [[nodiscard]] base::Status sync_directory(const Path& directory) override;
    [[nodiscard]] base::Status remove(const Path& path) override;
    [[nodiscard]] base::Status remove_all(const Path& path) override;

private:
    struct Node;
    using NodePtr = std::shared_ptr<Node>;
    struct Move;

    void step(const Path& changes) const;
    /// The error of a failure that is due now, having counted this call.
    [[nodiscard]] std::optional<std::pair<base::Error, When>> begin(const Path& path, const Path& other = {}) const;
    [[nodiscard]] base::Status check_read(const Path& path) const;
    [[nodiscard]] NodePtr find(const Path& path) const;
    [[nodiscard]] base::Result<NodePtr> parent_folder(const Path& path) const;
    [[nodiscard]] std::uint64_t used_under(const Path& path) const;
    [[nodiscard]] base::Status do_remove(const Path& path);
    [[nodiscard]] base::Status do_remove_all(const Path& path);
    void sync_node(const NodePtr& directory);

    mutable std::recursive_mutex m_mutex; ///< guards all below
    NodePtr m_root;
    std::vector<Move> m_moves; ///< renames that no sync has made final
    std::function<void(const Path&)> m_on_step;
    std::optional<std::size_t> m_kill_step;
    std::optional<Failure> m_failure;
    std::optional<std::pair<Path, std::uint64_t>> m_capacity;
    std::optional<Path> m_corrupt;
    mutable std::size_t m_steps = 0;
    mutable std::size_t m_calls = 0;
    mutable std::size_t m_failure_calls = 0;
    mutable bool m_has_failed = false;
    mutable bool m_observing = false;
    mutable Path m_last_change;
};

} // namespace framehand::test
