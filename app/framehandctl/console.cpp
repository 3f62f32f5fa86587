// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/console.h"

#include <ostream>

namespace framehand::cli {

namespace {

constexpr std::string_view kClearLine = "\r\033[K";

} // namespace

void Console::line(std::string_view text) {
    undraw();
    if (m_mode == OutputMode::Text) {
        m_out << text << std::endl;
    }
}

void Console::json(const base::Json& value) {
    undraw();
    if (m_mode == OutputMode::JsonLines) {
        m_out << base::dump_json(value) << std::endl;
    }
}

void Console::note(std::string_view line) {
    undraw();
    if (m_mode == OutputMode::Text) {
        m_err << line << std::endl;
    }
}

void Console::error(const base::Error& error) {
    undraw();
    if (m_mode == OutputMode::JsonLines) {
        m_err << base::dump_json({{"error", base::to_json(error)}}) << std::endl;
    } else {
        m_err << "framehandctl: " << error.text() << std::endl;
    }
}

void Console::draw(std::string_view line) {
    if (m_mode == OutputMode::Text && m_facts.error_is_terminal) {
        m_err << kClearLine << line << std::flush;
        m_drawn = true;
    }
}

void Console::undraw() {
    if (m_drawn) {
        m_err << kClearLine << std::flush;
        m_drawn = false;
    }
}

} // namespace framehand::cli
