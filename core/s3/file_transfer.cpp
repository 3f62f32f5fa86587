// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/file_transfer.h"

#include "core/base/file_error.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace framehand::s3 {

namespace {

using base::ErrorCode;
using base::fail;

constexpr std::uint64_t kMostParts = 10'000;
constexpr std::uint64_t kMiB = 1U << 20;

/// A local file, part by part.
class PartReader {
public:
    [[nodiscard]] static base::Result<PartReader> open(const std::filesystem::path& file) {
        PartReader reader(file);
        std::error_code error;
        reader.m_size = std::filesystem::file_size(file, error);
        if (error || !reader.m_stream) {
            return base::error_from_code(error ? error : std::make_error_code(std::errc::permission_denied),
                                         reader.failure());
        }
        return reader;
    }

    [[nodiscard]] std::uint64_t size() const { return m_size; }

    [[nodiscard]] base::Status read(std::string& part) {
        m_stream.read(part.data(), static_cast<std::streamsize>(part.size()));
        if (static_cast<std::size_t>(m_stream.gcount()) != part.size()) {
            return fail(ErrorCode::IoError, failure(), "it is shorter than it was");
        }
        return {};
    }

private:
    explicit PartReader(const std::filesystem::path& file) : m_file(file), m_stream(file, std::ios::binary) {}

    [[nodiscard]] std::string failure() const { return "a file to upload cannot be read: " + m_file.string(); }

    std::filesystem::path m_file;
    std::ifstream m_stream;
    std::uint64_t m_size = 0;
};

base::Status check_size(S3Client& client, const ObjectName& object, std::uint64_t bytes,
                        const base::CancelToken& cancel) {
    FH_ASSIGN(const ObjectInfo info, client.head(object, cancel));
    if (info.size != bytes) {
        return fail(ErrorCode::CorruptData, object.shown() + " has " + std::to_string(info.size) +
                                                " bytes instead of " + std::to_string(bytes) + " after the upload");
    }
    return {};
}

base::Status put_parts(S3Client& client, PartReader& reader, const Upload& upload, const base::CancelToken& cancel,
                       const TransferProgress& progress) {
    const std::uint64_t size = part_bytes(reader.size());
    std::vector<std::string> etags;
    std::string part;
    for (std::uint64_t done = 0; done < reader.size(); done += part.size()) {
        if (cancel.cancelled()) {
            return fail(ErrorCode::Cancelled, upload.object.shown() + " cannot be written", "cancelled");
        }
        part.resize(static_cast<std::size_t>(std::min(size, reader.size() - done)));
        FH_TRY(reader.read(part));
        FH_ASSIGN(std::string etag, client.put_part(upload, static_cast<int>(etags.size()) + 1, part, cancel));
        etags.push_back(std::move(etag));
        if (progress) {
            progress(done + part.size());
        }
    }
    return client.complete_upload(upload, etags, cancel);
}

} // namespace

std::uint64_t part_bytes(std::uint64_t file_bytes) {
    const std::uint64_t least = (file_bytes + kMostParts - 1) / kMostParts;
    return std::max(kPartBytes, (least + kMiB - 1) / kMiB * kMiB);
}

base::Status put_checked(S3Client& client, std::string_view bytes, const ObjectName& object,
                         const std::string& content_type, const base::CancelToken& cancel) {
    FH_TRY(client.put(object, bytes, content_type, cancel));
    return check_size(client, object, bytes.size(), cancel);
}

base::Status put_file(S3Client& client, const std::filesystem::path& file, const ObjectName& object,
                      const std::string& content_type, UploadLog& log, const base::CancelToken& cancel,
                      const TransferProgress& progress) {
    FH_ASSIGN(PartReader reader, PartReader::open(file));
    if (reader.size() <= kPartBytes) {
        std::string bytes(static_cast<std::size_t>(reader.size()), '\0');
        FH_TRY(reader.read(bytes));
        FH_TRY(put_checked(client, bytes, object, content_type, cancel));
        if (progress) {
            progress(bytes.size());
        }
        return {};
    }
    FH_ASSIGN(const Upload upload, client.begin_upload(object, content_type, cancel));
    base::Status put = log.begun(upload);
    if (put) {
        put = put_parts(client, reader, upload, cancel, progress);
    }
    if (put) {
        put = check_size(client, object, reader.size(), cancel);
    }
    if (put) {
        return log.ended(upload);
    }
    // Also after a cancel: the parts would be paid for. What cannot be aborted now stays in the log.
    const base::CancelToken never;
    if (client.abort_upload(upload, never)) {
        FH_TRY(log.ended(upload));
    }
    return put;
}

base::Status get_file(S3Client& client, ports::FileSystem& file_system, const ObjectName& object,
                      const std::filesystem::path& file, const base::CancelToken& cancel,
                      const TransferProgress& progress) {
    FH_ASSIGN(const ObjectInfo info, client.head(object, cancel));
    FH_TRY(file_system.remove(file));
    FH_TRY(file_system.append_file(file, ""));
    const auto get = [&]() -> base::Status {
        for (std::uint64_t done = 0; done < info.size;) {
            FH_ASSIGN(const std::string part,
                      client.get_range(object, done, std::min(kPartBytes, info.size - done), info.etag, cancel));
            FH_TRY(file_system.append_file(file, part));
            done += part.size();
            if (progress) {
                progress(done);
            }
        }
        return {};
    };
    base::Status got = get();
    if (!got) {
        static_cast<void>(file_system.remove(file).has_value());
    }
    return got;
}

} // namespace framehand::s3
