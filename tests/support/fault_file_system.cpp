// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault_file_system.h"

#include "core/base/sha256.h"

#include <algorithm>
#include <limits>
#include <random>

namespace framehand::test {

// Long because: one fake of the whole port, each call with its fault points.
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using Path = ports::FileSystem::Path;
using Lock = std::scoped_lock<std::recursive_mutex>;

namespace {

// Paths are taken apart as text: tests come through here millions of times. Where there are drives, which
// std::filesystem::absolute() puts before a path, all of them are one.
std::string slashed(const Path& path) {
    std::string text = path.string();
    if constexpr (Path::preferred_separator != '/') {
        std::ranges::replace(text, static_cast<char>(Path::preferred_separator), '/');
        if (text.size() > 1 && text[1] == ':') {
            text.erase(0, 2);
        }
    }
    return text;
}

bool is_under(const Path& path, const Path& top) {
    const std::string name = slashed(path);
    const std::string prefix = slashed(top);
    return prefix == "/" || (name.starts_with(prefix) && (name.size() == prefix.size() || name[prefix.size()] == '/'));
}

Error missing(const Path& path) {
    return base::fail(ErrorCode::NotFound, "there is no " + path.string());
}

} // namespace

/// `entries` and `data` are what processes see; `synced` and `synced_data` what a power cut leaves.
struct FaultFileSystem::Node {
    Kind kind = Kind::Directory;
    std::string data;
    std::string synced_data;
    std::map<std::string, NodePtr, std::less<>> entries;
    std::map<std::string, NodePtr, std::less<>> synced;
};

struct FaultFileSystem::Move {
    NodePtr node;
    NodePtr from;
    std::string from_name;
    NodePtr to;
};

FaultFileSystem::FaultFileSystem() : m_root(std::make_shared<Node>()) {
}

FaultFileSystem::~FaultFileSystem() = default;

void FaultFileSystem::put_directory(const Path& path) {
    const Lock lock(m_mutex);
    NodePtr at = m_root;
    for (const Path& part : path.relative_path()) {
        NodePtr& next = at->entries[part.string()];
        if (!next) {
            next = std::make_shared<Node>();
        }
        at->synced[part.string()] = next;
        at = next;
    }
}

void FaultFileSystem::put_file(const Path& path, std::string content) {
    const Lock lock(m_mutex);
    put_directory(path.parent_path());
    auto node = std::make_shared<Node>();
    node->kind = Kind::File;
    node->data = content;
    node->synced_data = std::move(content);
    const NodePtr parent = find(path.parent_path());
    parent->entries[path.filename().string()] = node;
    parent->synced[path.filename().string()] = node;
}

std::optional<std::string> FaultFileSystem::content(const Path& path) const {
    const Lock lock(m_mutex);
    const NodePtr node = find(path);
    return node && node->kind == Kind::File ? std::optional(node->data) : std::nullopt;
}

std::vector<std::string> FaultFileSystem::names(const Path& path) const {
    const Lock lock(m_mutex);
    std::vector<std::string> names;
    const NodePtr node = find(path);
    if (node) {
        for (const auto& [name, child] : node->entries) {
            names.push_back(slashed(path / name));
            const auto below = this->names(path / name);
            names.insert(names.end(), below.begin(), below.end());
        }
    }
    return names;
}

std::map<std::string, std::string> FaultFileSystem::files(const Path& path) const {
    std::map<std::string, std::string> files;
    for (const std::string& name : names(path)) {
        if (auto data = content(name)) {
            files.emplace(name, std::move(*data));
        }
    }
    return files;
}

void FaultFileSystem::on_step(std::function<void(const Path&)> call) {
    const Lock lock(m_mutex);
    m_on_step = std::move(call);
}

void FaultFileSystem::kill_at_step(std::size_t step) {
    const Lock lock(m_mutex);
    m_kill_step = m_steps + step;
}

void FaultFileSystem::fail(Failure failure) {
    const Lock lock(m_mutex);
    m_failure = std::move(failure);
    m_failure_calls = 0;
    m_has_failed = false;
}

void FaultFileSystem::set_capacity(Path under, std::uint64_t bytes) {
    const Lock lock(m_mutex);
    m_capacity = {std::move(under), bytes};
}

void FaultFileSystem::corrupt_copy_to(Path path) {
    const Lock lock(m_mutex);
    m_corrupt = std::move(path);
}

void FaultFileSystem::lift_faults() {
    const Lock lock(m_mutex);
    m_kill_step.reset();
    m_failure.reset();
    m_capacity.reset();
    m_corrupt.reset();
}

void FaultFileSystem::lose_power(std::uint32_t seed) {
    const Lock lock(m_mutex);
    std::minstd_rand coin(seed);
    const auto keeps = [&] { return seed != 0 && (coin() >> 8U) % 2 == 0; };
    std::vector<NodePtr> pending{m_root};
    // A folder that survives by luck takes the moves into it along: renames are atomic on every disk that matters.
    while (!pending.empty()) {
        const NodePtr node = pending.back();
        pending.pop_back();
        for (const auto& [name, child] : node->entries) {
            pending.push_back(child);
        }
        if (node->kind == Kind::Directory && keeps()) {
            const bool empties_another =
                std::ranges::any_of(m_moves, [&](const Move& move) { return move.from == node && move.to != node; });
            if (!empties_another) {
                sync_node(node);
            }
        }
    }
    pending = {m_root};
    while (!pending.empty()) {
        const NodePtr node = pending.back();
        pending.pop_back();
        node->entries = node->synced;
        node->data = node->synced_data;
        for (const auto& [name, child] : node->entries) {
            pending.push_back(child);
        }
    }
    m_moves.clear();
}

std::size_t FaultFileSystem::steps() const {
    const Lock lock(m_mutex);
    return m_steps;
}

std::size_t FaultFileSystem::calls() const {
    const Lock lock(m_mutex);
    return m_calls;
}

bool FaultFileSystem::has_failed() const {
    const Lock lock(m_mutex);
    return m_has_failed;
}

/// Called before each change: what an observer sees is the state after the one before.
void FaultFileSystem::step(const Path& changes) const {
    if (m_on_step && m_steps > 0) {
        m_observing = true;
        m_on_step(slashed(m_last_change));
        m_observing = false;
    }
    m_last_change = changes;
    ++m_steps;
    if (m_kill_step && m_steps >= *m_kill_step) {
        throw ProcessKilled{};
    }
}

std::optional<std::pair<Error, FaultFileSystem::When>> FaultFileSystem::begin(const Path& path,
                                                                              const Path& other) const {
    if (m_observing) {
        return std::nullopt;
    }
    ++m_calls;
    if (!m_failure || !(is_under(path, m_failure->under) || (!other.empty() && is_under(other, m_failure->under)))) {
        return std::nullopt;
    }
    ++m_failure_calls;
    const bool due =
        m_failure->until == Until::Next ? m_failure_calls == m_failure->call : m_failure_calls >= m_failure->call;
    if (!due) {
        return std::nullopt;
    }
    m_has_failed = true;
    return std::pair(base::fail(m_failure->code, "injected failure at " + path.string()), m_failure->when);
}

/// A read that fails "after" its work fails like any other.
Status FaultFileSystem::check_read(const Path& path) const {
    if (auto failure = begin(path)) {
        return std::move(failure->first);
    }
    return {};
}

FaultFileSystem::NodePtr FaultFileSystem::find(const Path& path) const {
    NodePtr at = m_root;
    const std::string text = slashed(path);
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto slash = std::min(rest.find('/'), rest.size());
        const std::string_view part = rest.substr(0, slash);
        rest.remove_prefix(std::min(slash + 1, rest.size()));
        if (part.empty() || part == ".") {
            continue;
        }
        const auto next = at->entries.find(part);
        if (next == at->entries.end()) {
            return nullptr;
        }
        at = next->second;
    }
    return at;
}

Result<FaultFileSystem::NodePtr> FaultFileSystem::parent_folder(const Path& path) const {
    NodePtr parent = find(path.parent_path());
    if (!parent || parent->kind != Kind::Directory) {
        return missing(path.parent_path());
    }
    return parent;
}

std::uint64_t FaultFileSystem::used_under(const Path& path) const {
    std::uint64_t used = 0;
    for (const auto& [name, data] : files(path)) {
        used += data.size();
    }
    return used;
}

Result<FaultFileSystem::Kind> FaultFileSystem::kind(const Path& path) const {
    const Lock lock(m_mutex);
    FH_TRY(check_read(path));
    const NodePtr node = find(path);
    return node ? node->kind : Kind::Missing;
}

Result<std::uint64_t> FaultFileSystem::file_size(const Path& path) const {
    const Lock lock(m_mutex);
    FH_TRY(check_read(path));
    const NodePtr node = find(path);
    if (!node) {
        return missing(path);
    }
    return static_cast<std::uint64_t>(node->data.size());
}

Result<std::vector<FaultFileSystem::Entry>> FaultFileSystem::list(const Path& directory) const {
    const Lock lock(m_mutex);
    FH_TRY(check_read(directory));
    const NodePtr node = find(directory);
    if (!node || node->kind != Kind::Directory) {
        return missing(directory);
    }
    std::vector<Entry> entries;
    for (const auto& [name, child] : node->entries) {
        entries.push_back({name, child->kind});
    }
    return entries;
}

Result<Path> FaultFileSystem::canonical(const Path& path) const {
    const Lock lock(m_mutex);
    FH_TRY(check_read(path));
    if (!find(path)) {
        return missing(path);
    }
    const Path normal = path.lexically_normal();
    return normal.has_filename() || !normal.has_relative_path() ? normal : normal.parent_path();
}

Result<std::uint64_t> FaultFileSystem::free_bytes(const Path& path) const {
    const Lock lock(m_mutex);
    FH_TRY(check_read(path));
    if (!find(path)) {
        return missing(path);
    }
    if (m_capacity && is_under(path, m_capacity->first)) {
        const std::uint64_t used = used_under(m_capacity->first);
        return used < m_capacity->second ? m_capacity->second - used : 0;
    }
    return std::numeric_limits<std::uint64_t>::max() / 2;
}

Result<std::string> FaultFileSystem::read_file(const Path& path, std::size_t max_bytes) const {
    const Lock lock(m_mutex);
    FH_TRY(check_read(path));
    const NodePtr node = find(path);
    if (!node || node->kind != Kind::File) {
        return missing(path);
    }
    if (node->data.size() > max_bytes) {
        return base::fail(ErrorCode::CorruptData, path.string() + " is too large");
    }
    return node->data;
}

Result<FaultFileSystem::Copied> FaultFileSystem::hash_file(const Path& path, const base::CancelToken& cancel) const {
    const Lock lock(m_mutex);
    FH_TRY(check_read(path));
    const NodePtr node = find(path);
    if (!node || node->kind != Kind::File) {
        return missing(path);
    }
    if (cancel.cancelled()) {
        return base::fail(ErrorCode::Cancelled, "cancelled");
    }
    return Copied{node->data.size(), base::sha256_hex(node->data)};
}

Status FaultFileSystem::write_file_atomic(const Path& path, std::string_view content) {
    const Lock lock(m_mutex);
    const auto failure = begin(path);
    FH_ASSIGN(const NodePtr parent, parent_folder(path));
    const std::string temporary = "." + path.filename().string() + ".tmp";
    if (failure && failure->second == When::Before) {
        return failure->first;
    }
    step(path);
    auto node = std::make_shared<Node>();
    node->kind = Kind::File;
    node->data = content;
    node->synced_data = content;
    parent->entries[temporary] = node;
    step(path);
    parent->entries.erase(temporary);
    parent->entries[path.filename().string()] = node;
    step(path);
    sync_node(parent);
    return failure ? Status(failure->first) : Status();
}

Status FaultFileSystem::append_file(const Path& path, std::string_view bytes) {
    const Lock lock(m_mutex);
    const auto failure = begin(path);
    FH_ASSIGN(const NodePtr parent, parent_folder(path));
    if (failure && failure->second == When::Before) {
        return failure->first;
    }
    NodePtr node = find(path);
    if (!node) {
        step(path);
        node = std::make_shared<Node>();
        node->kind = Kind::File;
        parent->entries[path.filename().string()] = node;
    }
    step(path);
    const std::size_t half = bytes.size() / 2;
    node->data += bytes.substr(0, half);
    step(path);
    node->data += bytes.substr(half);
    node->synced_data = node->data;
    sync_node(parent);
    return failure ? Status(failure->first) : Status();
}

Result<FaultFileSystem::Copied> FaultFileSystem::copy_file(const Path& from, const Path& to,
                                                           const base::CancelToken& cancel) {
    const Lock lock(m_mutex);
    const auto failure = begin(to, from);
    const NodePtr source = find(from);
    if (!source || source->kind != Kind::File) {
        return missing(from);
    }
    FH_ASSIGN(const NodePtr parent, parent_folder(to));
    step(to);
    NodePtr& node = parent->entries[to.filename().string()];
    if (!node) {
        node = std::make_shared<Node>();
        node->kind = Kind::File;
    }
    node->data.clear();
    step(to);
    node->data = source->data.substr(0, source->data.size() / 2);
    if (cancel.cancelled()) {
        return base::fail(ErrorCode::Cancelled, "cancelled");
    }
    if (failure && failure->second == When::Before) {
        return failure->first;
    }
    step(to);
    const bool full = m_capacity && is_under(to, m_capacity->first) &&
                      used_under(m_capacity->first) - node->data.size() + source->data.size() > m_capacity->second;
    if (full) {
        return base::fail(ErrorCode::NoSpace, "cannot write " + to.string(), "no space left on device");
    }
    node->data = source->data;
    if (m_corrupt && slashed(*m_corrupt) == slashed(to)) {
        node->data.back() ^= 1;
        m_corrupt.reset();
    }
    node->synced_data = node->data;
    if (failure) {
        return failure->first;
    }
    return Copied{source->data.size(), base::sha256_hex(source->data)};
}

Result<std::vector<Path>> FaultFileSystem::create_directories(const Path& path) {
    const Lock lock(m_mutex);
    const auto failure = begin(path);
    if (failure && failure->second == When::Before) {
        return failure->first;
    }
    std::vector<Path> made;
    NodePtr at = m_root;
    Path here = path.root_path();
    for (const Path& part : path.lexically_normal().relative_path()) {
        if (part.empty()) {
            continue;
        }
        here /= part;
        if (!at->entries.contains(part.string())) {
            step(here);
            at->entries[part.string()] = std::make_shared<Node>();
            made.push_back(here);
        }
        at = at->entries[part.string()];
        if (at->kind != Kind::Directory) {
            return base::fail(ErrorCode::AlreadyExists, here.string() + " is not a folder");
        }
    }
    if (failure) {
        return failure->first;
    }
    return made;
}

Status FaultFileSystem::rename(const Path& from, const Path& to) {
    const Lock lock(m_mutex);
    const auto failure = begin(to, from);
    if (failure && failure->second == When::Before) {
        return failure->first;
    }
    FH_ASSIGN(const NodePtr source, parent_folder(from));
    FH_ASSIGN(const NodePtr target, parent_folder(to));
    const NodePtr node = find(from);
    if (!node) {
        return missing(from);
    }
    const NodePtr there = find(to);
    const bool fits = !there || (there->kind == node->kind && there->entries.empty());
    if (!fits) {
        return base::fail(ErrorCode::AlreadyExists, "something is in the way: " + to.string());
    }
    step(to);
    source->entries.erase(from.filename().string());
    target->entries[to.filename().string()] = node;
    m_moves.push_back({node, source, from.filename().string(), target});
    return failure ? Status(failure->first) : Status();
}

void FaultFileSystem::sync_node(const NodePtr& directory) {
    directory->synced = directory->entries;
    for (const Move& move : m_moves) {
        const auto left = move.from->synced.find(move.from_name);
        if (move.to == directory && left != move.from->synced.end() && left->second == move.node) {
            move.from->synced.erase(left);
        }
    }
    std::erase_if(m_moves, [&](const Move& move) { return move.to == directory; });
}

Status FaultFileSystem::sync_directory(const Path& directory) {
    const Lock lock(m_mutex);
    const auto failure = begin(directory);
    if (failure && failure->second == When::Before) {
        return failure->first;
    }
    const NodePtr node = find(directory);
    if (!node || node->kind != Kind::Directory) {
        return missing(directory);
    }
    step({});
    sync_node(node);
    return failure ? Status(failure->first) : Status();
}

Status FaultFileSystem::do_remove(const Path& path) {
    const NodePtr node = find(path);
    if (!node) {
        return {};
    }
    if (!node->entries.empty()) {
        return base::fail(ErrorCode::AlreadyExists, "cannot remove " + path.string(), "directory not empty");
    }
    step(path);
    find(path.parent_path())->entries.erase(path.filename().string());
    return {};
}

Status FaultFileSystem::do_remove_all(const Path& path) {
    if (const NodePtr node = find(path)) {
        const auto entries = node->entries;
        for (const auto& [name, child] : entries) {
            FH_TRY(do_remove_all(path / name));
        }
    }
    return do_remove(path);
}

Status FaultFileSystem::remove(const Path& path) {
    const Lock lock(m_mutex);
    const auto failure = begin(path);
    if (failure && failure->second == When::Before) {
        return failure->first;
    }
    FH_TRY(do_remove(path));
    return failure ? Status(failure->first) : Status();
}

Status FaultFileSystem::remove_all(const Path& path) {
    const Lock lock(m_mutex);
    const auto failure = begin(path);
    if (failure && failure->second == When::Before) {
        // Half of it is gone already, as when a share goes away in the middle.
        const NodePtr node = find(path);
        if (node && !node->entries.empty()) {
            FH_TRY(do_remove_all(path / node->entries.begin()->first));
        }
        return failure->first;
    }
    FH_TRY(do_remove_all(path));
    return failure ? Status(failure->first) : Status();
}

} // namespace framehand::test
