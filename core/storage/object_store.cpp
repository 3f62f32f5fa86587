// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/object_store.h"

#include "core/jobs/shown_url.h"
#include "core/s3/cancellable_waiter.h"
#include "core/s3/curl_transport.h"
#include "core/s3/http_range_reader.h"
#include "core/s3/s3_range_reader.h"

#include <cerrno>
#include <fstream>
#include <span>
#include <utility>
#include <vector>

namespace framehand::storage {

namespace {

constexpr std::size_t kBlock = std::size_t{4} << 20U;

/// A reader together with the session that it reads with.
class OwningReader final : public ports::RangeReader {
public:
    OwningReader(ObjectStore::Session session, std::unique_ptr<ports::RangeReader> reader)
        : m_session(std::move(session)), m_reader(std::move(reader)) {}

    [[nodiscard]] std::string name() const override { return m_reader->name(); }

    [[nodiscard]] std::uint64_t size() const override { return m_reader->size(); }

    [[nodiscard]] std::string identity() const override { return m_reader->identity(); }

    [[nodiscard]] base::Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into,
                                                    const base::CancelToken& cancel) override {
        return m_reader->read_at(offset, into, cancel);
    }

private:
    ObjectStore::Session m_session; ///< outlives the reader
    std::unique_ptr<ports::RangeReader> m_reader;
};

base::Error input_error(const base::Error& error, const std::string& name) {
    return error.code == base::ErrorCode::NotFound
               ? base::fail(base::ErrorCode::NotFound, "input file does not exist: " + name)
               : error;
}

} // namespace

ObjectStore::ObjectStore(s3::Access access, const base::Clock& clock) : m_access(std::move(access)), m_clock(clock) {
}

ObjectStore::Session ObjectStore::open() const {
    Session session;
    session.transport = std::make_unique<s3::CurlTransport>();
    session.waiter = std::make_unique<s3::CancellableWaiter>();
    session.client = std::make_unique<s3::S3Client>(m_access, *session.transport, *session.waiter, m_clock);
    return session;
}

bool ObjectStore::is_remote(std::string_view source_url) {
    return source_url.starts_with("s3://") || jobs::is_http_url(source_url);
}

base::Result<std::unique_ptr<ports::RangeReader>> ObjectStore::reader(const std::string& source_url,
                                                                      const base::CancelToken& cancel) const {
    auto session = open();
    if (!source_url.starts_with("s3://")) {
        FH_ASSIGN(auto reader, s3::HttpRangeReader::open(*session.transport, *session.waiter, source_url, cancel));
        return std::make_unique<OwningReader>(std::move(session), std::move(reader));
    }
    FH_TRY(s3::check_access(m_access));
    FH_ASSIGN(const auto object, s3::parse_s3_url(source_url));
    auto reader = s3::S3RangeReader::open(*session.client, object, cancel);
    if (!reader) {
        return input_error(reader.error(), object.shown());
    }
    return std::make_unique<OwningReader>(std::move(session), std::move(*reader));
}

base::Status fetch(ports::RangeReader& source, const std::filesystem::path& file, const base::CancelToken& cancel) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    std::vector<char> block(kBlock);
    for (std::uint64_t at = 0; out && at < source.size();) {
        FH_ASSIGN(const auto got, source.read_at(at, block, cancel));
        if (got == 0) {
            return base::fail(base::ErrorCode::CorruptData, source.name() + " ended early");
        }
        out.write(block.data(), static_cast<std::streamsize>(got));
        at += got;
    }
    out.close();
    if (!out) {
        return base::error_from_errno(errno, "the input cannot be written to " + file.string());
    }
    return {};
}

} // namespace framehand::storage
