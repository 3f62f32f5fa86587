// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/typed_line.h"

namespace framehand::platform {

namespace {

constexpr wchar_t kBackspace = 0x08;
constexpr wchar_t kCtrlU = 0x15;
constexpr wchar_t kEscape = 0x1B;
constexpr wchar_t kFirstPrintable = 0x20;

bool is_low_surrogate(wchar_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

} // namespace

TypedLine::State TypedLine::take(wchar_t unit) {
    if (unit == L'\r' || unit == L'\n') {
        return State::Ended;
    }
    if (unit == kBackspace && !m_text.empty()) {
        const bool pair = is_low_surrogate(m_text.back()) && m_text.size() > 1;
        m_text.resize(m_text.size() - (pair ? 2 : 1));
    } else if (unit == kCtrlU || unit == kEscape) {
        m_text.clear();
    } else if (unit >= kFirstPrintable || unit == L'\t') {
        m_text.push_back(unit);
    }
    return State::Open;
}

} // namespace framehand::platform
