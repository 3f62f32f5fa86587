// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/local_stream.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace framehand::fuzz {

/// A connection whose other end says what it was given, in pieces, and hangs up then. Keeps what is said to it.
class ScriptStream final : public ports::LocalStream {
public:
    ScriptStream(std::string_view script, std::size_t piece, std::string& heard)
        : m_script(script), m_piece(piece), m_heard(heard) {}

    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into, const base::CancelToken& cancel) override {
        if (cancel.cancelled()) {
            return base::fail(base::ErrorCode::Cancelled, "cancelled");
        }
        const auto bytes = std::min({into.size(), m_script.size(), m_piece});
        if (bytes == 0) {
            return base::fail(base::ErrorCode::Unavailable, "the other end is gone");
        }
        std::copy_n(m_script.begin(), bytes, into.begin());
        m_script.remove_prefix(bytes);
        return bytes;
    }

    [[nodiscard]] base::Status write(std::string_view bytes, const base::CancelToken& cancel) override {
        if (cancel.cancelled()) {
            return base::fail(base::ErrorCode::Cancelled, "cancelled");
        }
        m_heard += bytes;
        return {};
    }

private:
    std::string_view m_script; ///< outlives this
    const std::size_t m_piece;
    std::string& m_heard;
};

} // namespace framehand::fuzz
