// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/publish_journal.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <algorithm>
#include <utility>

namespace framehand::storage {

namespace {

using base::ErrorCode;
using base::fail;
using base::Json;
using base::JsonReader;

constexpr std::size_t kMostBytes = 64U << 20;

Json to_json(const PublishIntent& intent) {
    Json stable = Json::array();
    for (const auto& object : intent.stable) {
        Json entry{{"key", object.key}, {"sha256", object.sha256}};
        if (object.old) {
            entry["old"] = *object.old;
        }
        stable.push_back(std::move(entry));
    }
    return {{"version", PublishJournal::kVersion}, {"job_id", intent.job_id},
            {"package_id", intent.package_id},     {"bucket", intent.bucket},
            {"multivariant", intent.multivariant}, {"multivariant_sha256", intent.multivariant_sha256},
            {"versioned", intent.versioned},       {"stable", std::move(stable)},
            {"old_prefixes", intent.old_prefixes}, {"old_ids", intent.old_ids}};
}

base::Result<PublishIntent> intent_from(const Json& json) {
    JsonReader reader(json, "");
    if (reader.integer_or("version", 0) != PublishJournal::kVersion) {
        return fail(ErrorCode::Unsupported, "this version of the journal of a publication is not known");
    }
    PublishIntent intent;
    intent.job_id = reader.required_string("job_id");
    intent.package_id = reader.string_or("package_id", "");
    intent.bucket = reader.required_string("bucket");
    intent.multivariant = reader.required_string("multivariant");
    intent.multivariant_sha256 = reader.string_or("multivariant_sha256", "");
    intent.versioned = reader.strings_or_empty("versioned");
    intent.old_prefixes = reader.strings_or_empty("old_prefixes");
    intent.old_ids = reader.strings_or_empty("old_ids");
    const Json* stable = reader.required_array("stable");
    for (std::size_t i = 0; stable != nullptr && i < stable->size(); ++i) {
        JsonReader item((*stable)[i], "stable[" + std::to_string(i) + "]");
        intent.stable.push_back(
            {item.required_string("key"), item.required_string("sha256"), item.optional_string("old")});
        if (!item.status()) {
            reader.reject("stable", "holds a malformed entry");
        }
    }
    if (auto status = reader.status(); !status) {
        return fail(ErrorCode::CorruptData, status.error().message);
    }
    return intent;
}

} // namespace

PublishJournal::PublishJournal(ports::FileSystem& file_system, std::filesystem::path path, PublishIntent intent)
    : m_file_system(&file_system), m_path(std::move(path)), m_intent(std::move(intent)) {
}

base::Result<PublishJournal> PublishJournal::create(ports::FileSystem& file_system, const std::filesystem::path& path,
                                                    PublishIntent intent) {
    FH_TRY(file_system.write_file_atomic(path, base::dump_json(to_json(intent)) + "\n"));
    return PublishJournal(file_system, path, std::move(intent));
}

base::Result<std::optional<PublishJournal>> PublishJournal::open(ports::FileSystem& file_system,
                                                                 const std::filesystem::path& path) {
    FH_ASSIGN(const auto kind, file_system.kind(path));
    if (kind == ports::FileSystem::Kind::Missing) {
        return std::optional<PublishJournal>();
    }
    FH_ASSIGN(const std::string text, file_system.read_file(path, kMostBytes));
    std::vector<std::string> lines = base::split(text, '\n');
    const std::string failure = "the journal of a publication cannot be used: " + path.string();
    const auto json = base::parse_json(lines.front(), path.string());
    if (!json) {
        return fail(ErrorCode::CorruptData, failure, json.error().text());
    }
    auto intent = intent_from(*json);
    if (!intent) {
        return intent.error().wrapped(failure);
    }
    PublishJournal journal(file_system, path, std::move(*intent));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        journal.replay(lines[i]);
    }
    if (!text.ends_with('\n')) {
        FH_TRY(journal.append("")); // ends the line that a kill has cut off
    }
    return std::optional(std::move(journal));
}

void PublishJournal::replay(const std::string& line) {
    const auto json = base::parse_json(line, "");
    if (!json) {
        return;
    }
    JsonReader reader(*json, "");
    const std::string key = reader.string_or("key", "");
    if (const auto up = reader.optional_string("up")) {
        m_up.insert(*up);
    } else if (const auto begun = reader.optional_string("begun")) {
        m_uploads.push_back({{m_intent.bucket, key}, *begun});
    } else if (const auto ended = reader.optional_string("ended")) {
        std::erase_if(m_uploads, [&](const s3::Upload& upload) { return upload.id == *ended; });
    }
}

base::Status PublishJournal::append(const std::string& line) {
    return m_file_system->append_file(m_path, line + "\n");
}

base::Status PublishJournal::note_up(const std::string& key) {
    FH_TRY(append(base::dump_json({{"up", key}})));
    m_up.insert(key);
    return {};
}

base::Status PublishJournal::begun(const s3::Upload& upload) {
    FH_TRY(append(base::dump_json({{"begun", upload.id}, {"key", upload.object.key}})));
    m_uploads.push_back(upload);
    return {};
}

base::Status PublishJournal::ended(const s3::Upload& upload) {
    FH_TRY(append(base::dump_json({{"ended", upload.id}})));
    std::erase(m_uploads, upload);
    return {};
}

base::Status PublishJournal::erase() {
    FH_TRY(m_file_system->remove(m_path));
    return m_file_system->sync_directory(m_path.parent_path());
}

} // namespace framehand::storage
