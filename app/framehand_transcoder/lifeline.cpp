// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/lifeline.h"

#include "app/framehand_transcoder/exit_code.h"

#include <cstdlib>
#include <istream>
#include <thread>

namespace framehand::transcoder {

Lifeline::Lifeline(std::istream& stream) : m_stream(stream) {
    m_stream.tie(nullptr);
}

base::Result<std::string> Lifeline::read_line() {
    std::string line;
    char c = 0;
    while (m_stream.get(c)) {
        if (c == '\n') {
            return line;
        }
        if (line.size() >= kMaxLine) {
            return base::fail(base::ErrorCode::InvalidArgument, "standard input: the job spec is too long");
        }
        line.push_back(c);
    }
    if (line.empty()) {
        return base::fail(base::ErrorCode::InvalidArgument, "standard input: a job spec on one line is expected");
    }
    return line;
}

void Lifeline::watch() {
    std::thread([&stream = m_stream] {
        char c = 0;
        while (stream.get(c)) {
        }
        std::_Exit(static_cast<int>(ExitCode::ParentGone));
    }).detach();
}

} // namespace framehand::transcoder
