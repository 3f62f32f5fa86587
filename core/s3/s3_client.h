// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/ports/waiter.h"
#include "core/s3/access.h"
#include "core/s3/http_transport.h"
#include "core/s3/retry.h"
#include "core/s3/uri.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::s3 {

struct ObjectInfo {
    std::uint64_t size = 0;
    std::string etag; ///< with its quotes; no checksum: that of a multipart upload is not the MD5 of its bytes
    std::string content_type;
};

struct ListedObject {
    std::string key;
    std::uint64_t size = 0;
};

/// One page of a bucket's keys.
struct Listing {
    std::vector<ListedObject> objects;
    std::string next; ///< for the next page; "" if this is the last one
};

/// A multipart upload under way: its parts take room until it is completed or aborted.
struct Upload {
    ObjectName object;
    std::string id;

    bool operator==(const Upload&) const = default;
};

/// The requests of S3 that Framehand uses, signed, and tried again where that can help. Blocking, for worker threads;
/// one thread at a time.
///
/// Errors name bucket and key and never hold a secret: NotFound (object or bucket), PermissionDenied (wrong key or
/// secret, a clock that is wrong, no right to it), Unavailable and Timeout (network, 5xx, SlowDown; after the last
/// try), CorruptData (an object that changed, bytes that did not arrive as they were sent), NoSpace (a quota),
/// Cancelled.
class S3Client {
public:
    /// `transport`, `waiter` and `clock` must outlive this.
    S3Client(Access access, HttpTransport& transport, ports::Waiter& waiter, const base::Clock& clock,
             RetryPolicy retries = {});

    [[nodiscard]] const Access& access() const { return m_access; }

    [[nodiscard]] base::Result<ObjectInfo> head(const ObjectName& object, const base::CancelToken& cancel);
    /// `length` bytes from `offset` on, which must lie in the object. CorruptData if its ETag is not `etag` any more
    /// ("" for whatever it is).
    [[nodiscard]] base::Result<std::string> get_range(const ObjectName& object, std::uint64_t offset,
                                                      std::uint64_t length, const std::string& etag,
                                                      const base::CancelToken& cancel);
    /// A small object as a whole. CorruptData if it is larger.
    [[nodiscard]] base::Result<std::string> get(const ObjectName& object, std::size_t most_bytes,
                                                const base::CancelToken& cancel);
    /// Replaces the object as a whole; the server checks the hash of what arrives.
    [[nodiscard]] base::Status put(const ObjectName& object, std::string_view bytes, const std::string& content_type,
                                   const base::CancelToken& cancel);
    /// One that is not there is no error.
    [[nodiscard]] base::Status remove(const ObjectName& object, const base::CancelToken& cancel);
    /// Up to 1000 keys that begin with `prefix`; `from` is the former page's `next`.
    [[nodiscard]] base::Result<Listing> list(const std::string& bucket, const std::string& prefix,
                                             const std::string& from, const base::CancelToken& cancel);

    [[nodiscard]] base::Result<Upload> begin_upload(const ObjectName& object, const std::string& content_type,
                                                    const base::CancelToken& cancel);
    /// Parts are counted from 1; all but the last have 5 MiB at least. The part's ETag, for complete_upload().
    [[nodiscard]] base::Result<std::string> put_part(const Upload& upload, int number, std::string_view bytes,
                                                     const base::CancelToken& cancel);
    [[nodiscard]] base::Status complete_upload(const Upload& upload, const std::vector<std::string>& etags,
                                               const base::CancelToken& cancel);
    /// One that is not there any more is no error.
    [[nodiscard]] base::Status abort_upload(const Upload& upload, const base::CancelToken& cancel);
    /// Up to 1000 uploads under way whose keys begin with `prefix`.
    [[nodiscard]] base::Result<std::vector<Upload>> uploads(const std::string& bucket, const std::string& prefix,
                                                            const base::CancelToken& cancel);

private:
    struct Ask;
    [[nodiscard]] base::Result<HttpAnswer> send(const Ask& ask, const base::CancelToken& cancel);
    [[nodiscard]] base::Result<HttpAnswer> send_once(const Ask& ask, const std::string& payload_sha256,
                                                     const base::CancelToken& cancel);

    const Access m_access;
    HttpTransport& m_transport;
    ports::Waiter& m_waiter;
    const base::Clock& m_clock;
    const RetryPolicy m_retries;
};

/// Why an answer is no success; `what` is its message ("s3://bucket/key cannot be read").
[[nodiscard]] base::Error failure_of(const HttpAnswer& answer, const std::string& what);

} // namespace framehand::s3
