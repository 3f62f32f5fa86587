// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace framehand::media::verify {

/// The attribute list of a playlist tag (RFC 8216 section 4.2), read strictly: names of A-Z, 0-9 and '-', no name
/// twice, quoted strings closed and without line breaks, no spaces around '=' or ','.
class AttributeList {
public:
    /// CorruptData names the attribute at which the list breaks.
    [[nodiscard]] static base::Result<AttributeList> parse(std::string_view text);

    /// Content of a quoted string; empty if the attribute is missing or not quoted.
    [[nodiscard]] std::optional<std::string> quoted(std::string_view name) const;
    /// An enumerated string, as it stands; empty if the attribute is missing or quoted.
    [[nodiscard]] std::optional<std::string> word(std::string_view name) const;
    [[nodiscard]] std::optional<std::uint64_t> integer(std::string_view name) const;
    [[nodiscard]] std::optional<double> decimal(std::string_view name) const;

    [[nodiscard]] bool contains(std::string_view name) const { return m_values.find(name) != m_values.end(); }

private:
    struct Value {
        std::string text;
        bool is_quoted = false;
    };

    std::map<std::string, Value, std::less<>> m_values;
};

/// Digits only (RFC 8216 decimal-integer, 1 to 20 digits that fit 64 bits).
[[nodiscard]] std::optional<std::uint64_t> parse_decimal_integer(std::string_view text);
/// Digits with at most one point (RFC 8216 decimal-floating-point, never negative).
[[nodiscard]] std::optional<double> parse_decimal_float(std::string_view text);

/// A-Z become a-z: codec names are compared without regard to case.
[[nodiscard]] std::string lower_case(std::string text);

} // namespace framehand::media::verify
