// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/yaml_file.h"

#include <yaml-cpp/eventhandler.h>

#include <optional>
#include <string>
#include <vector>

namespace framehand::settings {

/// Collects the entries of the first document while yaml-cpp parses it. Nothing is built for what is no entry, so
/// neither deep nesting nor aliases cost memory.
class YamlEntries final : public YAML::EventHandler {
public:
    struct Fault {
        int line = 0; ///< 0-based
        std::string what;
    };

    /// The first thing that is no flat map of scalars.
    [[nodiscard]] const std::optional<Fault>& fault() const { return m_fault; }

    [[nodiscard]] std::vector<YamlEntry> take() { return std::move(m_entries); }

    void OnDocumentStart(const YAML::Mark& mark) override;

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;

    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;

    void OnMapEnd() override { close(); }

private:
    enum class Next { Key, Value };

    void other(const YAML::Mark& mark, const char* kind);
    void close();
    void refuse(const YAML::Mark& mark, const char* what);

    int m_documents = 0;
    int m_depth = 0; ///< 1 = inside the map of the document
    Next m_next = Next::Key;
    std::vector<YamlEntry> m_entries;
    std::optional<Fault> m_fault;
};

} // namespace framehand::settings
