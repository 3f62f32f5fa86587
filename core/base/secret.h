// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace framehand::base {

/// A text that must not be seen: it has no way into a log, a JSON value or a stream but by reveal().
class Secret {
public:
    explicit Secret(std::string text) : m_text(std::move(text)) {}

    /// For who sends it, and nobody else.
    [[nodiscard]] const std::string& reveal() const { return m_text; }

    /// Takes as long for a guess that is nearly right as for any other of its length.
    [[nodiscard]] bool matches(std::string_view guess) const {
        auto different = static_cast<unsigned>(guess.size() != m_text.size());
        for (std::size_t i = 0; i < guess.size() && !m_text.empty(); ++i) {
            different |= static_cast<unsigned>(guess[i] != m_text[i % m_text.size()]);
        }
        return different == 0 && !m_text.empty();
    }

private:
    std::string m_text;
};

} // namespace framehand::base
