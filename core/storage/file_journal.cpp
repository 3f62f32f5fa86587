// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/file_journal.h"

#include "core/storage/relative_path.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace framehand::storage {

namespace {

using Phase = FileJournal::Phase;
using PhaseName = std::pair<Phase, std::string_view>;

constexpr std::size_t kMaxBytes = 1 << 20;
constexpr std::array<PhaseName, 3> kPhases{
    {{Phase::Prepared, "prepared"}, {Phase::Ready, "ready"}, {Phase::Placed, "placed"}}};

base::Json to_json(const FileJournal& journal) {
    return {{"version", FileJournal::kVersion},
            {"phase", std::ranges::find(kPhases, journal.phase, &PhaseName::first)->second},
            {"package_id", journal.package_id},
            {"target", journal.target},
            {"moved", journal.moved},
            {"obsolete", journal.obsolete},
            {"backup", journal.backup},
            {"hidden", journal.hidden},
            {"bytes", journal.bytes},
            {"made_dirs", journal.made_dirs}};
}

base::Result<FileJournal> from_json(const base::Json& json) {
    base::JsonReader reader(json, "");
    if (reader.integer_or("version", 0) != FileJournal::kVersion) {
        return base::fail(base::ErrorCode::Unsupported, "version: is not known to this program");
    }
    FileJournal journal;
    const auto phase = reader.required_string("phase");
    const auto* known = std::ranges::find(kPhases, phase, &PhaseName::second);
    if (known == kPhases.end()) {
        reader.reject("phase", "must be prepared, ready or placed");
    } else {
        journal.phase = known->first;
    }
    journal.package_id = reader.required_string("package_id");
    journal.target = reader.required_string("target");
    journal.moved = reader.string_or("moved", "");
    journal.obsolete = reader.string_or("obsolete", "");
    journal.backup = reader.string_or("backup", "");
    journal.hidden = reader.required_string("hidden");
    journal.bytes = static_cast<std::uint64_t>(std::max<std::int64_t>(0, reader.integer_or("bytes", 0)));
    journal.made_dirs = reader.strings_or_empty("made_dirs");
    for (const auto& [field, path] : {std::pair{"target", &journal.target},
                                      {"moved", &journal.moved},
                                      {"obsolete", &journal.obsolete},
                                      {"backup", &journal.backup},
                                      {"hidden", &journal.hidden}}) {
        if (!path->empty() && !is_below(*path)) {
            reader.reject(field, "leaves the NAS root");
        }
    }
    for (const auto& dir : journal.made_dirs) {
        if (!is_below(dir)) {
            reader.reject("made_dirs", "leaves the NAS root");
        }
    }
    FH_TRY(reader.status());
    return journal;
}

} // namespace

base::Result<std::optional<FileJournal>> load_file_journal(const ports::FileSystem& file_system,
                                                           const std::filesystem::path& path) {
    FH_ASSIGN(const auto kind, file_system.kind(path));
    if (kind == ports::FileSystem::Kind::Missing) {
        return std::optional<FileJournal>{};
    }
    FH_ASSIGN(const auto text, file_system.read_file(path, kMaxBytes));
    auto parsed = base::parse_json(text, path.string());
    if (!parsed) {
        return base::fail(base::ErrorCode::CorruptData, parsed.error().message, parsed.error().cause);
    }
    auto journal = from_json(*parsed);
    if (!journal) {
        const bool newer = journal.error().code == base::ErrorCode::Unsupported;
        return base::fail(newer ? base::ErrorCode::Unsupported : base::ErrorCode::CorruptData,
                          path.string() + ": " + journal.error().message);
    }
    return std::optional(std::move(*journal));
}

base::Status save_file_journal(ports::FileSystem& file_system, const std::filesystem::path& path,
                               const FileJournal& journal) {
    return file_system.write_file_atomic(path, base::dump_json(to_json(journal)));
}

} // namespace framehand::storage
