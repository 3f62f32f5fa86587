// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/byte_reader.h"

namespace framehand::media::verify {

/// Reads bit fields and Exp-Golomb codes (H.264 9.1), most significant bit first. Fails for good like ByteReader.
class BitReader {
public:
    explicit BitReader(Bytes bytes) : m_bytes(bytes) {}

    /// 0 to 32 bits.
    [[nodiscard]] std::uint32_t bits(unsigned count);

    [[nodiscard]] bool flag() { return bits(1) != 0; }

    [[nodiscard]] std::uint32_t ue();
    [[nodiscard]] std::int32_t se();

    void skip(unsigned count) { static_cast<void>(bits(count)); }

    [[nodiscard]] bool failed() const { return m_failed; }

private:
    Bytes m_bytes;
    std::size_t m_bit = 0;
    bool m_failed = false;
};

} // namespace framehand::media::verify
