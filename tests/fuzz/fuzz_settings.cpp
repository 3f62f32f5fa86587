// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/field_table.h"
#include "core/settings/yaml_file.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace framehand::settings;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto entries = read_yaml_entries(text, "config.yml");
    if (!entries) {
        return 0;
    }
    const ValueContext context{"/home/ann", "/home/ann/.config/framehand"};
    Settings settings;
    for (const YamlEntry& entry : *entries) {
        const Field* field = find_field(entry.key);
        if (field == nullptr) {
            static_cast<void>(unknown_key_message(entry.key));
        } else if (!field->parse(settings, entry.value, context)) {
            static_cast<void>(wrong_value_message(*field, entry.value));
        } else {
            // What was accepted is written so that it is accepted again, and means the same.
            const std::string written = field->format(settings);
            Settings again;
            if (!field->parse(again, written, context) || field->format(again) != written) {
                __builtin_trap();
            }
        }
    }
    return 0;
}
