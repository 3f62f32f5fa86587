// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace framehand::media::verify {

using Bytes = std::span<const std::uint8_t>;

/// Reads big-endian fields from foreign bytes. A read past the end returns 0 or an empty span and makes the reader
/// failed for good: ask failed() once after a group of reads. Does not own the bytes.
class ByteReader {
public:
    explicit ByteReader(Bytes bytes) : m_bytes(bytes) {}

    [[nodiscard]] std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }

    [[nodiscard]] std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }

    [[nodiscard]] std::uint32_t u24() { return static_cast<std::uint32_t>(number(3)); }

    [[nodiscard]] std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }

    [[nodiscard]] std::uint64_t u64() { return number(8); }

    /// `count` bytes 1 to 8 long.
    [[nodiscard]] std::uint64_t number(std::size_t count);
    [[nodiscard]] Bytes take(std::size_t count);
    void skip(std::size_t count);

    [[nodiscard]] std::size_t remaining() const { return m_bytes.size() - m_position; }

    [[nodiscard]] bool failed() const { return m_failed; }

private:
    Bytes m_bytes;
    std::size_t m_position = 0;
    bool m_failed = false;
};

} // namespace framehand::media::verify
