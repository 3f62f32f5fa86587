// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <array>

namespace framehand::fuzz {

namespace {

constexpr std::size_t kLargest = 1U << 16U;

/// Numbers at which sizes and counts go wrong, as they stand in files.
constexpr std::array<std::uint32_t, 10> kEdges = {0,          1,          0x7F,       0x80,       0xFF,
                                                  0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFFE, 0x10000};

} // namespace

std::string Mutator::next() {
    std::string bytes = m_corpus[below(m_corpus.size())];
    for (std::size_t i = 1 + below(8); i > 0; --i) {
        damage(bytes);
    }
    bytes.resize(std::min(bytes.size(), kLargest));
    return bytes;
}

void Mutator::damage(std::string& bytes) {
    if (bytes.empty()) {
        bytes.push_back(static_cast<char>(m_random()));
        return;
    }
    const std::size_t at = below(bytes.size());
    const std::size_t length = 1 + below(std::min<std::size_t>(bytes.size() - at, 64));
    switch (below(8)) {
    case 0:
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
        break;
    case 1:
        bytes[at] = static_cast<char>(m_random());
        break;
    case 2:
        bytes.resize(at);
        break;
    case 3:
        bytes.erase(at, length);
        break;
    case 4:
        bytes.insert(at, bytes.substr(at, length));
        break;
    case 5:
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), length, '\0');
        break;
    case 6: {
        const std::uint32_t edge = kEdges[below(kEdges.size())];
        const std::size_t width = std::min<std::size_t>(std::size_t{1} << below(3), bytes.size() - at);
        for (std::size_t i = 0; i < width; ++i) {
            bytes[at + i] = static_cast<char>(edge >> (8 * (width - 1 - i)));
        }
        break;
    }
    default: {
        const std::string& other = m_corpus[below(m_corpus.size())];
        const std::size_t from = below(other.size());
        bytes.insert(at, other.substr(from, 1 + below(256)));
        break;
    }
    }
}

} // namespace framehand::fuzz
