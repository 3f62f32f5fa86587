// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace framehand::test {

/// Makes big-endian structures by hand.
class ByteBuilder {
public:
    ByteBuilder& number(std::uint64_t value, unsigned count) {
        for (unsigned i = count; i > 0; --i) {
            m_bytes.push_back(static_cast<std::uint8_t>(value >> (8 * (i - 1))));
        }
        return *this;
    }

    ByteBuilder& u8(std::uint64_t value) { return number(value, 1); }

    ByteBuilder& u16(std::uint64_t value) { return number(value, 2); }

    ByteBuilder& u32(std::uint64_t value) { return number(value, 4); }

    ByteBuilder& u64(std::uint64_t value) { return number(value, 8); }

    ByteBuilder& text(const std::string& value) {
        m_bytes.insert(m_bytes.end(), value.begin(), value.end());
        return *this;
    }

    ByteBuilder& add(const std::vector<std::uint8_t>& bytes) {
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
        return *this;
    }

    ByteBuilder& fill(std::size_t count, std::uint8_t value) {
        m_bytes.insert(m_bytes.end(), count, value);
        return *this;
    }

    [[nodiscard]] std::vector<std::uint8_t> bytes() const { return m_bytes; }

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }

private:
    std::vector<std::uint8_t> m_bytes;
};

/// A box around bytes.
inline std::vector<std::uint8_t> box(const std::string& type, const std::vector<std::uint8_t>& payload) {
    return ByteBuilder().u32(8 + payload.size()).text(type).add(payload).bytes();
}

inline std::vector<std::uint8_t> joined(std::initializer_list<std::vector<std::uint8_t>> parts) {
    ByteBuilder builder;
    for (const auto& part : parts) {
        builder.add(part);
    }
    return builder.bytes();
}

} // namespace framehand::test
