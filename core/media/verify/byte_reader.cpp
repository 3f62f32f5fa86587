// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/byte_reader.h"

namespace framehand::media::verify {

std::uint64_t ByteReader::number(std::size_t count) {
    std::uint64_t value = 0;
    for (const std::uint8_t byte : take(count)) {
        value = (value << 8U) | byte;
    }
    return value;
}

Bytes ByteReader::take(std::size_t count) {
    if (m_failed || count > remaining()) {
        m_failed = true;
        m_position = m_bytes.size();
        return {};
    }
    const Bytes taken = m_bytes.subspan(m_position, count);
    m_position += count;
    return taken;
}

void ByteReader::skip(std::size_t count) {
    static_cast<void>(take(count));
}

} // namespace framehand::media::verify
