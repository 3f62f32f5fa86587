// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/config_show_command.h"

#include "app/framehandctl/table_printer.h"
#include "core/settings/field_table.h"
#include "core/settings/settings_json.h"

namespace framehand::cli {

std::string_view ConfigShowCommand::description() const {
    return "Every setting, its value and where it comes from";
}

std::string_view ConfigShowCommand::examples() const {
    return R"(Examples:
  framehandctl config show
  framehandctl config show --json)";
}

void ConfigShowCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> ConfigShowCommand::run(Context& context) {
    FH_ASSIGN(const settings::LoadedSettings* loaded, context.settings());
    const base::Json json = settings::to_json(*loaded);
    TablePrinter table({"KEY", "VALUE", "FROM"});
    for (const settings::Field& field : settings::fields()) {
        const base::Json& row = json[std::string(field.key)];
        const auto value = row["value"].get<std::string>();
        table.add_row({std::string(field.key), value.empty() ? "(not set)" : value, row["source"].get<std::string>()});
    }
    for (const std::string& line : table.lines()) {
        context.console().line(line);
    }
    context.console().json(base::Json{
        {"config_path", loaded->config_path.string()}, {"config_exists", loaded->config_exists}, {"settings", json}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
