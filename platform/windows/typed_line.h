// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::platform {

/// A line as it is typed, key by key, where nobody else edits it. Pure.
class TypedLine {
public:
    enum class State { Open, Ended };

    /// A unit of UTF-16. Enter ends the line; Backspace takes back what came last, Ctrl+U and Esc all.
    State take(wchar_t unit);

    [[nodiscard]] const std::wstring& text() const { return m_text; }

private:
    std::wstring m_text;
};

} // namespace framehand::platform
