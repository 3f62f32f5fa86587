// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace framehand::ports {

/// The bytes of one source that is no file of this machine: an object of a bucket, or what an http(s) URL names. It is
/// the same source for as long as this lives: one that changes meanwhile is an error, never a mix of two.
/// Calls block. Implementations say from which threads they may come.
class RangeReader {
public:
    virtual ~RangeReader() = default;
    /// For messages, without anything secret: "s3://bucket/film.mkv", "https://host/film.mkv".
    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Differs if the source was replaced: an ETag, or a date; "" where the server tells neither.
    [[nodiscard]] virtual std::string identity() const = 0;
    /// Fills `into` from `offset` on; less only at the source's end, and 0 beyond it. Errors name the source:
    /// Unavailable or Timeout (another try can help), NotFound, PermissionDenied, CorruptData (it was replaced),
    /// Cancelled.
    [[nodiscard]] virtual base::Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into,
                                                            const base::CancelToken& cancel) = 0;
};

} // namespace framehand::ports
