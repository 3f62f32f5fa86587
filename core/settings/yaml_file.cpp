// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/yaml_file.h"

#include <yaml-cpp/yaml.h>

namespace framehand::settings {

namespace {

base::Error refused(std::string_view name, int line, const std::string& what) {
    return base::fail(base::ErrorCode::InvalidArgument,
                      std::string(name) + ":" + std::to_string(line < 1 ? 1 : line) + ": " + what);
}

std::string instead_of_scalar(const YAML::Node& value) {
    if (value.IsSequence()) {
        return "a list";
    }
    if (value.IsMap()) {
        return "a map";
    }
    return value.IsScalar() ? "" : "no value";
}

base::Result<std::vector<YamlEntry>> read(std::string_view text, std::string_view name) {
    const std::vector<YAML::Node> documents = YAML::LoadAll(std::string(text));
    std::vector<YamlEntry> entries;
    if (documents.empty() || (documents.size() == 1 && documents.front().IsNull())) {
        return entries;
    }
    if (documents.size() > 1) {
        return refused(name, documents[1].Mark().line + 1, "a second YAML document; there must be one only");
    }
    const YAML::Node& root = documents.front();
    if (!root.IsMap()) {
        return refused(name, root.Mark().line + 1, "expected lines of the form \"key: value\"");
    }
    for (const auto& pair : root) {
        const YAML::Mark mark = pair.first.Mark();
        if (!pair.first.IsScalar()) {
            return refused(name, mark.line + 1, "expected a key that is a plain word");
        }
        YamlEntry entry{pair.first.Scalar(), "", mark.line + 1, mark.column, instead_of_scalar(pair.second)};
        if (entry.instead_of_scalar.empty()) {
            entry.value = pair.second.Scalar();
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

base::Result<std::vector<YamlEntry>> read_yaml_entries(std::string_view text, std::string_view name) {
    try {
        return read(text, name);
    } catch (const YAML::Exception& error) {
        return refused(name, error.mark.line + 1, error.msg);
    } catch (const std::exception& error) {
        return refused(name, 1, error.what());
    }
}

} // namespace framehand::settings
