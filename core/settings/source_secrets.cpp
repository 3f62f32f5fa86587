// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/source_secrets.h"

#include "core/base/file_error.h"
#include "core/base/folders.h"
#include "core/settings/private_file.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace framehand::settings {

using base::ErrorCode;
using base::fail;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLongest = 4096;

struct Names {
    SourceSecret secret;
    std::string_view name;
    std::array<std::string_view, 4> environment; ///< the first that is set counts; "" for none
};

constexpr std::array<Names, kSourceSecrets.size()> kNames{
    {{SourceSecret::RedisPassword, "redis-password", {"WORKER_REDIS_PASSWORD"}},
     {SourceSecret::CeleryPassword, "celery-password", {"WORKER_CELERY_PASSWORD"}},
     {SourceSecret::BullmqPassword, "bullmq-password", {"WORKER_BULLMQ_PASSWORD"}},
     {SourceSecret::BullmqDatabasePassword, "bullmq-database-password", {"WORKER_BULLMQ_DATABASE_PASSWORD"}},
     {SourceSecret::RabbitmqPassword, "rabbitmq-password", {"WORKER_RABBITMQ_PASSWORD"}},
     {SourceSecret::S3AccessKey,
      "s3-access-key",
      {"WORKER_S3_ACCESS_KEY", "S3_ACCESS_KEY_ID", "AWS_ACCESS_KEY_ID", "MINIO_ACCESS_KEY"}},
     {SourceSecret::S3SecretKey,
      "s3-secret-key",
      {"WORKER_S3_SECRET_KEY", "S3_SECRET_ACCESS_KEY", "AWS_SECRET_ACCESS_KEY", "MINIO_SECRET_KEY"}}}};

const Names& names_of(SourceSecret secret) {
    return *std::ranges::find(kNames, secret, &Names::secret);
}

fs::path file_of(const fs::path& data_dir, SourceSecret secret) {
    return data_dir / "secrets" / to_string(secret);
}

std::optional<fs::path> credential_of(const Environment& environment, SourceSecret secret) {
    const auto folder = environment.find("CREDENTIALS_DIRECTORY");
    if (folder == environment.end() || folder->second.empty()) {
        return std::nullopt;
    }
    auto path = fs::path(folder->second) / ("framehand-" + std::string(to_string(secret)));
    std::error_code error;
    return fs::exists(path, error) ? std::optional(std::move(path)) : std::nullopt;
}

base::Status check(std::string_view value) {
    const bool plain = std::ranges::none_of(value, [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if (value.empty() || value.size() > kLongest || !plain) {
        return fail(ErrorCode::InvalidArgument,
                    "a secret must have from 1 to " + std::to_string(kLongest) + " characters and be of one line");
    }
    return {};
}

base::Result<std::optional<base::Secret>> read_line(const fs::path& path) {
    std::ifstream in(path);
    std::string value;
    if (!in || (!std::getline(in, value) && !in.eof())) {
        return fail(ErrorCode::PermissionDenied, path.string() + ": cannot be read");
    }
    if (value.ends_with('\r')) {
        value.pop_back();
    }
    if (const auto checked = check(value); !checked) {
        return fail(ErrorCode::InvalidArgument, path.string() + ": " + checked.error().message);
    }
    return std::optional<base::Secret>(std::move(value));
}

} // namespace

std::string_view to_string(SourceSecret secret) {
    return names_of(secret).name;
}

std::optional<SourceSecret> source_secret_from_string(std::string_view name) {
    const auto* found = std::ranges::find(kNames, name, &Names::name);
    return found == kNames.end() ? std::nullopt : std::optional(found->secret);
}

std::string_view to_string(SecretPlace::Kind kind) {
    switch (kind) {
    case SecretPlace::Kind::Credential:
        return "credential";
    case SecretPlace::Kind::Variable:
        return "environment";
    case SecretPlace::Kind::File:
        return "file";
    case SecretPlace::Kind::None:
        break;
    }
    return "";
}

SecretPlace source_secret_place(const Environment& environment, const fs::path& data_dir, SourceSecret secret) {
    if (const auto credential = credential_of(environment, secret)) {
        return {SecretPlace::Kind::Credential, credential->filename().string()};
    }
    for (const auto name : names_of(secret).environment) {
        const auto found = environment.find(std::string(name));
        if (found != environment.end() && !found->second.empty()) {
            return {SecretPlace::Kind::Variable, found->first};
        }
    }
    std::error_code error;
    const bool there = fs::symlink_status(file_of(data_dir, secret), error).type() != fs::file_type::not_found;
    return {there ? SecretPlace::Kind::File : SecretPlace::Kind::None, {}};
}

base::Status check_source_secret(const base::Secret& value) {
    return check(value.reveal());
}

base::Result<std::optional<base::Secret>> read_source_secret(const Environment& environment, const fs::path& data_dir,
                                                             SourceSecret secret) {
    if (const auto credential = credential_of(environment, secret)) {
        return read_line(*credential);
    }
    for (const auto name : names_of(secret).environment) {
        const auto found = environment.find(std::string(name));
        if (found != environment.end() && !found->second.empty()) {
            if (const auto checked = check(found->second); !checked) {
                return fail(ErrorCode::InvalidArgument, std::string(name) + ": " + checked.error().message);
            }
            return std::optional<base::Secret>(found->second);
        }
    }
    const auto path = file_of(data_dir, secret);
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
        return std::optional<base::Secret>();
    }
    if (error || !fs::is_regular_file(status)) {
        return fail(ErrorCode::PermissionDenied, path.string() + ": is no file that can be read", error.message());
    }
    if (others_may_read(status)) {
        return fail(ErrorCode::PermissionDenied,
                    path.string() + ": others may read this secret; chmod 600 " + path.string());
    }
    return read_line(path);
}

base::Status keep_source_secret(const fs::path& data_dir, SourceSecret secret, const base::Secret& value) {
    FH_TRY(check(value.reveal()));
    const auto path = file_of(data_dir, secret);
    std::error_code error;
    base::make_folders(path.parent_path(), error);
    if (error) {
        return base::error_from_code(error, path.parent_path().string() + ": cannot be made");
    }
    fs::permissions(path.parent_path(), fs::perms::owner_all, error);
    return replace_private_file(path, value.reveal() + '\n');
}

base::Status forget_source_secret(const fs::path& data_dir, SourceSecret secret) {
    const auto path = file_of(data_dir, secret);
    std::error_code error;
    fs::remove(path, error);
    if (error) {
        return base::error_from_code(error, path.string() + ": cannot be removed");
    }
    return {};
}

base::Status change_source_secret(const Environment& environment, const fs::path& data_dir, SourceSecret secret,
                                  const std::optional<base::Secret>& value) {
    const auto place = source_secret_place(environment, data_dir, secret);
    const std::string name(to_string(secret));
    if (place.kind == SecretPlace::Kind::Credential) {
        return fail(ErrorCode::PermissionDenied, name + " is the credential " + place.name +
                                                     " of the service manager, and can be changed only there");
    }
    if (place.kind == SecretPlace::Kind::Variable) {
        return fail(ErrorCode::PermissionDenied,
                    name + " is set by " + place.name + " in the environment, and can be changed only there");
    }
    return value ? keep_source_secret(data_dir, secret, *value) : forget_source_secret(data_dir, secret);
}

base::Json describe_source_secrets(const Environment& environment, const fs::path& data_dir) {
    auto all = base::Json::array();
    for (const auto secret : kSourceSecrets) {
        const auto place = source_secret_place(environment, data_dir, secret);
        base::Json one{{"name", to_string(secret)}, {"from", nullptr}};
        if (place.kind != SecretPlace::Kind::None) {
            one["from"] = to_string(place.kind);
        }
        if (const auto value = read_source_secret(environment, data_dir, secret); !value) {
            one["problem"] = value.error().text();
        }
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace framehand::settings
