// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace framehand::cli {

/// One verb of a program, or the program itself, as shells complete it.
struct Grammar {
    struct Flag {
        std::string name; ///< "--json"
        std::string help;
        enum class Value { None, Text, Path } value = Value::None;
    };

    std::string name;
    std::string help;
    std::vector<Flag> flags;        ///< its own; those of the program may follow any verb
    std::vector<std::string> words; ///< that the first word after it can be, beside verbs: "bash", "zsh"
    std::vector<Grammar> verbs;
};

[[nodiscard]] Grammar grammar_of(const CLI::App& app);

/// Scripts for the three shells. Where nothing else fits they complete files.
[[nodiscard]] std::string bash_completion(const Grammar& program);
[[nodiscard]] std::string zsh_completion(const Grammar& program);
[[nodiscard]] std::string fish_completion(const Grammar& program);

} // namespace framehand::cli
