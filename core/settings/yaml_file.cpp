// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/yaml_file.h"

#include "core/settings/yaml_entries.h"

#include <yaml-cpp/yaml.h>

#include <sstream>

namespace framehand::settings {

namespace {

base::Error refused(std::string_view name, int line, const std::string& what) {
    return base::fail(base::ErrorCode::InvalidArgument,
                      std::string(name) + ":" + std::to_string(line < 1 ? 1 : line) + ": " + what);
}

base::Result<std::vector<YamlEntry>> read(std::string_view text, std::string_view name) {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    YamlEntries entries;
    // Not until there are no more: at some malformed texts yaml-cpp finds one empty document after another for ever.
    if (parser.HandleNextDocument(entries)) {
        parser.HandleNextDocument(entries);
    }
    if (entries.fault()) {
        return refused(name, entries.fault()->line + 1, entries.fault()->what);
    }
    return entries.take();
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
