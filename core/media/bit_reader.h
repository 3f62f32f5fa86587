// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace framehand::media {

/// Reads bits from the highest on; zeros after the end, which overran() tells. The bytes must outlive it.
class BitReader {
public:
    explicit BitReader(std::string_view bytes) : m_bytes(bytes) {}

    /// The next `count` bits, at most 32.
    std::uint32_t take(unsigned count);

    bool flag() { return take(1) != 0; }

    /// ue(v) of H.264 9.1 and H.265 9.2, uvlc() of AV1 4.10.3: 0 where 32 zeros or more come first.
    std::uint32_t number();

    /// se(v), H.264 9.1.1.
    std::int32_t signed_number();

    [[nodiscard]] bool overran() const { return m_at > m_bytes.size() * 8; }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

} // namespace framehand::media
