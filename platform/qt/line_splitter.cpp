// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/line_splitter.h"

#include <utility>

namespace framehand::platform {

bool LineSplitter::feed(std::string_view bytes, const std::function<void(std::string_view)>& line,
                        const std::function<bool()>& alive) {
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const auto part = bytes.substr(0, end);
        if (m_buffer.size() + part.size() > m_max_bytes) {
            m_buffer = {};
            return false;
        }
        m_buffer.append(part);
        if (end == std::string_view::npos) {
            return true;
        }
        bytes.remove_prefix(end + 1);
        auto whole = std::exchange(m_buffer, {});
        if (whole.ends_with('\r')) {
            whole.pop_back();
        }
        line(whole);
        if (!alive()) {
            return true;
        }
    }
    return true;
}

std::string LineSplitter::take_rest() {
    return std::exchange(m_buffer, {});
}

} // namespace framehand::platform
