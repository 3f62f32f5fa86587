// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace framehand::redis {

/// A Lua script that the server runs as one step. A copyable value.
class Script {
public:
    explicit Script(std::string text);

    [[nodiscard]] const std::string& text() const { return m_text; }

    /// Its name at the server: the SHA-1 of the text, in hexadecimal.
    [[nodiscard]] const std::string& sha1() const { return m_sha1; }

private:
    std::string m_text;
    std::string m_sha1;
};

} // namespace framehand::redis
