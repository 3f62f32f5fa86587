// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/ports/file_system.h"
#include "core/s3/s3_client.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace framehand::s3 {

/// Parts of multipart uploads, and what one put() takes at most.
inline constexpr std::uint64_t kPartBytes = 8U << 20;

/// Of the parts of a file: 8 MiB, or as much more as it takes to stay below 10 000 parts.
[[nodiscard]] std::uint64_t part_bytes(std::uint64_t file_bytes);

/// Bytes so far; called on the thread that transfers.
using TransferProgress = std::function<void(std::uint64_t)>;

/// Remembers the multipart uploads under way, across a kill, so that somebody can abort them: their parts are paid for.
class UploadLog {
public:
    virtual ~UploadLog() = default;
    /// Before the first part. An error stops the upload.
    [[nodiscard]] virtual base::Status begun(const Upload& upload) = 0;
    /// It is complete or aborted.
    [[nodiscard]] virtual base::Status ended(const Upload& upload) = 0;
};

/// Puts a file: as one request up to kPartBytes, else in parts. The object is replaced at the end, and its size is
/// then compared (CorruptData). On an error or a cancel the upload is aborted. Errors of the file name it.
[[nodiscard]] base::Status put_file(S3Client& client, const std::filesystem::path& file, const ObjectName& object,
                                    const std::string& content_type, UploadLog& log, const base::CancelToken& cancel,
                                    const TransferProgress& progress = {});

/// Puts `bytes`, and compares the size at the other end.
[[nodiscard]] base::Status put_checked(S3Client& client, std::string_view bytes, const ObjectName& object,
                                       const std::string& content_type, const base::CancelToken& cancel);

/// Gets an object into a new file in ranges of kPartBytes, each tried again by itself. An object that changes meanwhile
/// is CorruptData. On an error the file is removed.
[[nodiscard]] base::Status get_file(S3Client& client, ports::FileSystem& file_system, const ObjectName& object,
                                    const std::filesystem::path& file, const base::CancelToken& cancel,
                                    const TransferProgress& progress = {});

} // namespace framehand::s3
