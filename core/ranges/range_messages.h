// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace framehand::ranges {

/// What daemon and transcoder say to each other over a local stream; both are always of one build. Integers are
/// little-endian.
///
///     server, once:   'F' 'H' 'R' '1'  u64 size  u32 bytes of a JSON object {"name", "identity"}, and the object
///     client:         u64 offset  u32 length (1 to kMostBytes)
///     server:         u32 length  the bytes; fewer than asked for at the source's end
///              or:    u32 kFailed + bytes of a JSON object, and the object: an Error
///
/// An answer comes for every request, in order; a client that stopped waiting for one skips it later.
inline constexpr std::uint32_t kMostBytes = 1U << 20;
inline constexpr std::uint32_t kFailed = 1U << 31;
inline constexpr std::uint32_t kMostJson = 64U << 10;
inline constexpr std::size_t kHelloHead = 16;
inline constexpr std::size_t kRequestBytes = 12;
inline constexpr std::size_t kAnswerHead = 4;

struct Hello {
    std::uint64_t size = 0;
    std::string name;
    std::string identity;
};

struct RangeRequest {
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
};

[[nodiscard]] std::string to_bytes(const Hello& hello);
/// The bytes of JSON that follow. CorruptData.
[[nodiscard]] base::Result<std::uint32_t> hello_head(std::span<const char, kHelloHead> head, Hello& hello);
[[nodiscard]] base::Status hello_json(std::string_view json, Hello& hello);

[[nodiscard]] std::string to_bytes(const RangeRequest& request);
/// CorruptData for a length that is not allowed: who asks reads hostile videos.
[[nodiscard]] base::Result<RangeRequest> request_from(std::span<const char, kRequestBytes> bytes);

[[nodiscard]] std::string answer_head(std::uint32_t length);
[[nodiscard]] std::string answer_of(const base::Error& error);
[[nodiscard]] std::uint32_t answer_from(std::span<const char, kAnswerHead> head);

} // namespace framehand::ranges
