// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/quoted_command.h"

#include "platform/windows/wide_text.h"

namespace framehand::platform {

namespace {

/// A backslash means itself, unless a quotation mark follows those that stand together.
std::wstring in_quotes(const std::wstring& word) {
    std::wstring quoted = L"\"";
    std::size_t backslashes = 0;
    for (const wchar_t letter : word) {
        if (letter == L'"') {
            quoted.append(backslashes + 1, L'\\');
        }
        backslashes = letter == L'\\' ? backslashes + 1 : 0;
        quoted += letter;
    }
    quoted.append(backslashes, L'\\');
    return quoted + L'"';
}

} // namespace

std::wstring quoted_word(std::string_view word) {
    auto wide = to_wide(word);
    const bool plain = !wide.empty() && wide.find_first_of(L" \t\n\v\"") == std::wstring::npos;
    return plain ? wide : in_quotes(wide);
}

std::wstring quoted_command(const std::vector<std::string>& command) {
    std::wstring line;
    for (const auto& word : command) {
        // A file's name has no quotation marks.
        line += line.empty() ? L'"' + to_wide(word) + L'"' : L' ' + quoted_word(word);
    }
    return line;
}

} // namespace framehand::platform
