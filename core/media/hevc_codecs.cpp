// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/hevc_codecs.h"

#include "core/media/nal_payload.h"

#include <array>
#include <cstdint>
#include <cstdio>

namespace framehand::media {

namespace {

std::uint32_t reversed(std::uint32_t bits) {
    std::uint32_t result = 0;
    for (int i = 0; i < 32; ++i) {
        result = result << 1U | (bits >> static_cast<unsigned>(i) & 1U);
    }
    return result;
}

} // namespace

std::string hevc_codecs(std::string_view sequence_parameter_set) {
    // NAL header, one byte of ids, then profile_tier_level() (7.3.3), which is whole bytes.
    constexpr std::size_t kProfile = 3;
    constexpr std::size_t kCompatibility = 4;
    constexpr std::size_t kConstraints = 8;
    constexpr std::size_t kLevel = 14;
    const std::string payload = nal_payload(sequence_parameter_set);
    if (payload.size() <= kLevel) {
        return {};
    }
    const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(payload[at])); };
    std::uint32_t compatibility = 0;
    for (std::size_t i = kCompatibility; i < kConstraints; ++i) {
        compatibility = compatibility << 8U | byte(i);
    }
    const unsigned space = byte(kProfile) >> 6U;
    const bool is_high_tier = (byte(kProfile) >> 5U & 1U) != 0;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%u.%X.%c%u", byte(kProfile) & 0x1fU, reversed(compatibility),
                  is_high_tier ? 'H' : 'L', byte(kLevel));
    std::string value = "hvc1.";
    if (space > 0) {
        value.push_back(static_cast<char>('A' + space - 1));
    }
    value += text.data();
    std::size_t end = kLevel;
    while (end > kConstraints && byte(end - 1) == 0) {
        --end; // zero bytes at the end are left out
    }
    for (std::size_t i = kConstraints; i < end; ++i) {
        std::snprintf(text.data(), text.size(), ".%X", byte(i));
        value += text.data();
    }
    return value;
}

} // namespace framehand::media
