// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/yaml_entries.h"

#include <yaml-cpp/mark.h>

namespace framehand::settings {

void YamlEntries::OnDocumentStart(const YAML::Mark& mark) {
    if (++m_documents == 2) {
        refuse(mark, "a second YAML document; there must be one only");
    }
}

void YamlEntries::OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
    if (m_depth > 0) {
        other(mark, "no value");
    }
}

void YamlEntries::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
    other(mark, "an alias");
}

void YamlEntries::OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                           const std::string& value) {
    if (m_depth != 1) {
        other(mark, "a text");
    } else if (m_next == Next::Key) {
        m_entries.push_back({value, "", mark.line + 1, mark.column, ""});
        m_next = Next::Value;
    } else {
        m_entries.back().value = value;
        m_next = Next::Key;
    }
}

void YamlEntries::OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                                  YAML::EmitterStyle::value /*style*/) {
    other(mark, "a list");
    ++m_depth;
}

void YamlEntries::OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                             YAML::EmitterStyle::value /*style*/) {
    if (m_depth > 0) {
        other(mark, "a map");
    }
    ++m_depth;
}

void YamlEntries::other(const YAML::Mark& mark, const char* kind) {
    if (m_depth == 0) {
        refuse(mark, "expected lines of the form \"key: value\"");
    } else if (m_depth > 1) {
        return; // its parent has been judged
    } else if (m_next == Next::Key) {
        refuse(mark, "expected a key that is a plain word");
    } else {
        m_entries.back().instead_of_scalar = kind;
        m_next = Next::Key;
    }
}

void YamlEntries::close() {
    --m_depth;
}

void YamlEntries::refuse(const YAML::Mark& mark, const char* what) {
    if (!m_fault) {
        m_fault = Fault{mark.line, what};
    }
}

} // namespace framehand::settings
