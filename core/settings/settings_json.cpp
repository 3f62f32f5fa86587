// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_json.h"

#include "core/base/log_format.h"
#include "core/settings/field_table.h"

namespace framehand::settings {

base::Json to_json(const LoadedSettings& loaded) {
    base::Json json = base::Json::object();
    for (const Field& field : fields()) {
        const auto source = loaded.sources.find(std::string(field.key));
        std::string value = field.format(loaded.settings);
        if (!value.empty() && base::is_secret_key(field.key)) {
            value = "***";
        }
        json[std::string(field.key)] = {{"value", value},
                                        {"source", source == loaded.sources.end() ? "default" : source->second}};
    }
    return json;
}

} // namespace framehand::settings
