// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/bit_reader.h"

namespace framehand::media::verify {

std::uint32_t BitReader::bits(unsigned count) {
    std::uint32_t value = 0;
    for (unsigned i = 0; i < count; ++i) {
        if (m_bit / 8 >= m_bytes.size()) {
            m_failed = true;
            return 0;
        }
        value = (value << 1U) | ((m_bytes[m_bit / 8] >> (7U - m_bit % 8)) & 1U);
        ++m_bit;
    }
    return value;
}

std::uint32_t BitReader::ue() {
    unsigned zeros = 0;
    while (!m_failed && !flag()) {
        if (++zeros > 31) {
            m_failed = true;
        }
    }
    return m_failed ? 0 : (std::uint32_t{1} << zeros) - 1 + bits(zeros);
}

std::int32_t BitReader::se() {
    const auto code = static_cast<std::int64_t>(ue());
    return static_cast<std::int32_t>(code % 2 == 0 ? -(code / 2) : (code + 1) / 2);
}

} // namespace framehand::media::verify
