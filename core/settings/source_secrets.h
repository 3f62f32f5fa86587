// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/settings/default_dirs.h"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace framehand::settings {

/// The secrets of job sources and of object storage. They are never settings: those are shown and copied.
///
/// Each comes from the first of these that has it:
///  - the credential "framehand-<name>" of a service manager ($CREDENTIALS_DIRECTORY, systemd.exec(5));
///  - the environment: WORKER_<NAME>, for the object store also the names that its own tools read;
///  - the file "secrets/<name>" in the data folder, which nobody but its owner may read.
enum class SourceSecret {
    RedisPassword,
    CeleryPassword,
    BullmqPassword,
    BullmqDatabasePassword,
    RabbitmqPassword,
    S3AccessKey,
    S3SecretKey,
};

inline constexpr std::array kSourceSecrets{SourceSecret::RedisPassword,    SourceSecret::CeleryPassword,
                                           SourceSecret::BullmqPassword,   SourceSecret::BullmqDatabasePassword,
                                           SourceSecret::RabbitmqPassword, SourceSecret::S3AccessKey,
                                           SourceSecret::S3SecretKey};

/// "redis-password", "s3-secret-key": its name as a file; as a credential with "framehand-" before it.
[[nodiscard]] std::string_view to_string(SourceSecret secret);
[[nodiscard]] std::optional<SourceSecret> source_secret_from_string(std::string_view name);

/// Where a secret comes from, be it of use or not.
struct SecretPlace {
    enum class Kind { None, Credential, Variable, File };

    Kind kind = Kind::None;
    std::string name; ///< of the credential or the variable

    bool operator==(const SecretPlace&) const = default;
};

/// "credential", "environment" (of a Variable), "file"; "" for None.
[[nodiscard]] std::string_view to_string(SecretPlace::Kind kind);
[[nodiscard]] SecretPlace source_secret_place(const Environment& environment, const std::filesystem::path& data_dir,
                                              SourceSecret secret);

/// InvalidArgument for what cannot be a secret; the message never has it in it.
[[nodiscard]] base::Status check_source_secret(const base::Secret& value);

/// Nothing if none of the places has it. PermissionDenied for a file that others than its owner may read: it says how
/// to mend it. InvalidArgument for one of more than a line.
[[nodiscard]] base::Result<std::optional<base::Secret>>
read_source_secret(const Environment& environment, const std::filesystem::path& data_dir, SourceSecret secret);

/// Makes or replaces the file in the data folder (replace_private_file()). InvalidArgument for an empty one, one with
/// control characters, or one longer than 4096 bytes; the message never has it in it.
[[nodiscard]] base::Status keep_source_secret(const std::filesystem::path& data_dir, SourceSecret secret,
                                              const base::Secret& value);

/// Removes that file; fine if there is none.
[[nodiscard]] base::Status forget_source_secret(const std::filesystem::path& data_dir, SourceSecret secret);

/// Keeps it, or forgets it where there is no value. PermissionDenied where a credential or the environment goes before
/// the file, which would never be read: it says who decides.
[[nodiscard]] base::Status change_source_secret(const Environment& environment, const std::filesystem::path& data_dir,
                                                SourceSecret secret, const std::optional<base::Secret>& value);

/// All of them in their order, without their values: [{"name", "from": "credential", "environment", "file" or null,
/// "problem": a sentence, where it cannot be read}].
[[nodiscard]] base::Json describe_source_secrets(const Environment& environment, const std::filesystem::path& data_dir);

} // namespace framehand::settings
