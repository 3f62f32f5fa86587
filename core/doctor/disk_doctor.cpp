// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/disk_doctor.h"

#include "core/base/text.h"

#include <random>

namespace framehand::doctor {

namespace {

using Kind = ports::FileSystem::Kind;

constexpr std::string_view kProbeText = "Framehand's doctor was here; this file may be removed.\n";

std::string human(std::uint64_t bytes) {
    return base::humanize_bytes(static_cast<std::int64_t>(bytes));
}

/// Part of a name that nothing else has.
std::string fresh_name() {
    constexpr std::size_t kBytes = 6;
    std::random_device random;
    std::string bytes;
    while (bytes.size() < kBytes) {
        bytes += static_cast<char>(random() & 0xFFU);
    }
    return base::to_hex(bytes);
}

bool lies_below(const std::filesystem::path& path, const std::filesystem::path& root) {
    const auto relative = path.lexically_normal().lexically_relative(root.lexically_normal());
    return !relative.empty() && *relative.begin() != "..";
}

Remedy setting(const char* key) {
    return {Remedy::Kind::Setting, key};
}

/// What went wrong in a write test, and what to do about it.
struct Trouble {
    base::Error error;
    std::string advice;
};

/// Writes, renames, syncs and reads back below `folder`, which exists and is empty.
std::optional<Trouble> try_writing(ports::FileSystem& files, const std::filesystem::path& folder) {
    const std::filesystem::path first = folder / "a";
    const std::filesystem::path second = folder / "b";
    if (const auto written = files.write_file_atomic(first, kProbeText); !written) {
        return Trouble{written.error(), "give this user the right to write there, and check that the share is not full "
                                        "or mounted read-only"};
    }
    if (const auto renamed = files.rename(first, second); !renamed) {
        return Trouble{renamed.error(), "packages are published by renaming; mount the share with a file system that "
                                        "can rename files"};
    }
    if (const auto synced = files.sync_directory(folder); !synced) {
        return Trouble{synced.error(), "the share cannot make new files durable (fsync); check its mount options and "
                                       "its server's log"};
    }
    const auto text = files.read_file(second, kProbeText.size() + 1);
    if (!text) {
        return Trouble{text.error(), "the share takes files but does not give them back; check it"};
    }
    if (*text != kProbeText) {
        return Trouble{base::fail(base::ErrorCode::CorruptData, "a file came back changed: " + second.string()),
                       "the share damages files; check its disks before you use it"};
    }
    return std::nullopt;
}

std::filesystem::path existing_parent(const ports::FileSystem& files, std::filesystem::path path) {
    while (path.has_relative_path() && !files.canonical(path)) {
        path = path.parent_path();
    }
    return path;
}

Diagnosis space_of(const ports::FileSystem& files, const std::string& what, const std::filesystem::path& path,
                   std::uint64_t needed) {
    const auto free = files.free_bytes(existing_parent(files, path));
    if (!free) {
        return {what, Health::Fail, free.error().text(), "check that " + path.string() + " can be used"};
    }
    const std::string seen = human(*free) + " free at " + path.string();
    if (*free < needed) {
        return {what, Health::Fail, seen + ", less than min_free_bytes (" + human(needed) + "): no job would be taken",
                "make room, or lower min_free_bytes", setting("min_free_bytes")};
    }
    constexpr std::uint64_t kComfort = 5;
    if (*free / kComfort < needed) {
        return {what, Health::Warn, seen, "long films may not fit; make room"};
    }
    return {what, Health::Ok, seen, ""};
}

} // namespace

Diagnoses examine_nas(ports::FileSystem& files, const std::filesystem::path& root) {
    if (root.empty()) {
        return {{"NAS", Health::Fail, "nas_mount_path is not set",
                 "say where the share is mounted: framehandctl config set nas_mount_path /mnt/nas",
                 setting("nas_mount_path")}};
    }
    const auto real = files.canonical(root);
    if (!real) {
        return {{"NAS", Health::Fail, real.error().text(), "mount the share, or correct nas_mount_path",
                 setting("nas_mount_path")}};
    }
    if (const auto list = files.list(*real); !list) {
        return {
            {"NAS readable", Health::Fail, list.error().text(), "give this user the right to read " + root.string()}};
    }
    Diagnoses found{{"NAS readable", Health::Ok, root.string(), ""}};
    const std::filesystem::path folder = *real / (".framehand-doctor-" + fresh_name());
    std::optional<Trouble> trouble;
    if (const auto made = files.create_directories(folder); !made) {
        trouble = Trouble{made.error(), "give this user the right to write to " + root.string() +
                                            ", and check that it is not mounted read-only"};
    } else {
        trouble = try_writing(files, folder);
        const auto removed = files.remove_all(folder);
        if (!removed && !trouble) {
            trouble = Trouble{removed.error(), "give this user the right to remove files there; " + folder.string() +
                                                   " may be removed by hand"};
        }
    }
    if (trouble) {
        found.push_back({"NAS writable", Health::Fail, trouble->error.text(), trouble->advice});
    } else {
        found.push_back({"NAS writable", Health::Ok, "writing, renaming, fsync and reading back work", ""});
    }
    return found;
}

Diagnoses examine_space(const ports::FileSystem& files, const settings::Settings& settings) {
    Diagnoses found{space_of(files, "space for staging", settings.temp_dir, settings.min_free_bytes)};
    const std::filesystem::path& nas = settings.nas_mount_path;
    if (nas.empty() || !files.canonical(nas)) {
        return found;
    }
    found.push_back(space_of(files, "space on the NAS", nas, settings.min_free_bytes));
    if (lies_below(settings.temp_dir, nas)) {
        found.push_back({"staging", Health::Warn, settings.temp_dir.string() + " is on the NAS",
                         "set temp_dir to a folder on a local disk: segments are written there first",
                         setting("temp_dir")});
    }
    return found;
}

} // namespace framehand::doctor
