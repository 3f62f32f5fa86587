// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/bit_reader.h"

namespace framehand::media {

std::uint32_t BitReader::take(unsigned count) {
    std::uint32_t value = 0;
    for (; count > 0; --count, ++m_at) {
        const std::size_t byte = m_at / 8;
        const unsigned bit =
            byte < m_bytes.size() ? static_cast<unsigned char>(m_bytes[byte]) >> (7 - m_at % 8) & 1U : 0;
        value = value << 1U | bit;
    }
    return value;
}

std::uint32_t BitReader::number() {
    unsigned zeros = 0;
    while (zeros < 32 && !overran() && !flag()) {
        ++zeros;
    }
    return zeros < 32 ? (1U << zeros) - 1 + take(zeros) : 0;
}

std::int32_t BitReader::signed_number() {
    const std::uint32_t code = number();
    const auto half = static_cast<std::int32_t>(code / 2);
    return code % 2 == 0 ? -half : half + 1;
}

} // namespace framehand::media
