// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"
#include "app/framehandctl/console.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::cli {

/// What applies to every verb.
struct GlobalOptions {
    OutputMode mode = OutputMode::Text;
    std::optional<std::filesystem::path> config_path;
    std::map<std::string, std::string> flags; ///< key of a setting -> text
};

/// The grammar of framehandctl: verbs, and a flag for each setting of the field table. Fences off the parser library:
/// its exceptions end here.
class CommandLine {
public:
    explicit CommandLine(std::vector<std::unique_ptr<Command>> commands);
    ~CommandLine();

    /// What the arguments ask for: a verb, or a text to print and an exit code (--help, --version, wrong usage).
    struct Parsed {
        Command* command = nullptr; ///< owned by the CommandLine; null if there is nothing to run
        GlobalOptions global;
        ExitCode exit = ExitCode::Ok;
        std::string text; ///< help or version for standard output; a mistake, with what to do, for standard error
    };

    /// Once only. `arguments` without the program's name.
    [[nodiscard]] Parsed parse(std::vector<std::string> arguments);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace framehand::cli
