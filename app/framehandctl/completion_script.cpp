// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/completion_script.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace framehand::cli {

namespace {

using Value = Grammar::Flag::Value;

Grammar::Flag flag_of(const CLI::Option& option, const std::string& name) {
    Grammar::Flag flag{"--" + name, option.get_description(), Value::None};
    if (option.get_items_expected_max() > 0) {
        const auto type = option.get_type_name();
        const bool path = type.starts_with("FILE") || type.starts_with("DIR") || type.starts_with("PATH");
        flag.value = path ? Value::Path : Value::Text;
    }
    return flag;
}

/// Each verb with the verbs before it: "config", "config show".
void each_verb(const Grammar& grammar, const std::string& path,
               const std::function<void(const Grammar&, const std::string&)>& visit) {
    for (const auto& verb : grammar.verbs) {
        const auto whole = path.empty() ? verb.name : path + " " + verb.name;
        visit(verb, whole);
        each_verb(verb, whole, visit);
    }
}

/// What is typed next is one of a few words, not a file.
bool is_closed(const Grammar& grammar) {
    return !grammar.verbs.empty() || !grammar.words.empty();
}

/// In single quotes, for any of the three.
std::string shell_text(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c == '\'' ? std::string("’") : std::string(1, c);
    }
    return quoted + "'";
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
    std::string all;
    for (const auto& word : words) {
        all += (all.empty() ? "" : between) + word;
    }
    return all;
}

std::vector<std::string> flags_with(Value value, const Grammar& program) {
    std::vector<std::string> names;
    const auto add = [&names, value](const Grammar& one) {
        for (const auto& flag : one.flags) {
            if (flag.value == value) {
                names.push_back(flag.name);
            }
        }
    };
    add(program);
    each_verb(program, "", [&add](const Grammar& verb, const std::string&) { add(verb); });
    return names;
}

std::vector<std::string> quoted_paths(const Grammar& program) {
    std::vector<std::string> paths;
    each_verb(program, "", [&paths](const Grammar&, const std::string& path) { paths.push_back(shell_text(path)); });
    return paths;
}

std::string bash_words(const Grammar& grammar, const Grammar& program) {
    std::vector<std::string> words = grammar.words;
    for (const auto& verb : grammar.verbs) {
        words.push_back(verb.name);
    }
    for (const auto& flag : grammar.flags) {
        words.push_back(flag.name);
    }
    if (&grammar != &program) {
        for (const auto& flag : program.flags) {
            if (flag.name != "--help" && flag.name != "--version") {
                words.push_back(flag.name);
            }
        }
    }
    return shell_text(joined(words, " "));
}

/// For _describe, where a colon parts a word from its help.
std::string zsh_item(const std::string& word, const std::string& help) {
    return shell_text(word + ":" + help);
}

std::string zsh_items(const Grammar& grammar) {
    std::vector<std::string> items;
    for (const auto& verb : grammar.verbs) {
        items.push_back(zsh_item(verb.name, verb.help));
    }
    for (const auto& word : grammar.words) {
        items.push_back(shell_text(word));
    }
    return joined(items, " ");
}

std::string zsh_flags(const Grammar& grammar) {
    std::vector<std::string> items;
    for (const auto& flag : grammar.flags) {
        items.push_back(zsh_item(flag.name, flag.help));
    }
    return joined(items, " ");
}

std::string fish_flag(const Grammar::Flag& flag) {
    const std::string value = flag.value == Value::None ? "" : flag.value == Value::Path ? " -r -F" : " -x";
    return " -l " + flag.name.substr(2) + value + " -d " + shell_text(flag.help);
}

void fish_verbs(const Grammar& grammar, const std::string& command, const std::string& seen, std::string& script) {
    std::vector<std::string> names = grammar.words;
    for (const auto& verb : grammar.verbs) {
        names.push_back(verb.name);
    }
    const auto here = (seen.empty() ? "" : seen + "; and ") + "not __fish_seen_subcommand_from " + joined(names, " ");
    for (const auto& word : grammar.words) {
        script += command + " -n " + shell_text(here) + " -f -a " + word + "\n";
    }
    for (const auto& verb : grammar.verbs) {
        script += command + " -n " + shell_text(here) + " -f -a " + verb.name + " -d " + shell_text(verb.help) + "\n";
        const auto inside = (seen.empty() ? "" : seen + "; and ") + "__fish_seen_subcommand_from " + verb.name;
        for (const auto& flag : verb.flags) {
            script += command + " -n " + shell_text(inside) + fish_flag(flag) + "\n";
        }
        if (is_closed(verb)) {
            fish_verbs(verb, command, inside, script);
        }
    }
}

} // namespace

Grammar grammar_of(const CLI::App& app) {
    Grammar grammar;
    grammar.name = app.get_name();
    grammar.help = app.get_description();
    for (const CLI::Option* option : app.get_options()) {
        for (const auto& name : option->get_lnames()) {
            grammar.flags.push_back(flag_of(*option, name));
        }
    }
    for (const CLI::App* verb : app.get_subcommands({})) {
        grammar.verbs.push_back(grammar_of(*verb));
    }
    if (grammar.name == "completion") {
        grammar.words = {"bash", "zsh", "fish"};
    }
    return grammar;
}

std::string bash_completion(const Grammar& program) {
    const auto& name = program.name;
    std::string script = "# bash completion of " + name + ", made by \"" + name + " completion bash\"\n_" + name;
    script += R"(() {
    local cur=${COMP_WORDS[COMP_CWORD]} verb='' word words='' files='' i
    case ${COMP_WORDS[COMP_CWORD-1]} in
    )" + joined(flags_with(Value::Path, program), "|") +
              R"()
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
        return ;;
    )" + joined(flags_with(Value::Text, program), "|") +
              R"()
        return ;;
    esac
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${verb:+$verb }${COMP_WORDS[i]}
        case $word in
        )" + joined(quoted_paths(program), "|") +
              R"() verb=$word ;;
        esac
    done
    case $verb in
)";
    script += "    '') words=" + bash_words(program, program) + " ;;\n";
    each_verb(program, "", [&](const Grammar& verb, const std::string& path) {
        script += "    " + shell_text(path) + ") words=" + bash_words(verb, program) +
                  (is_closed(verb) ? " ;;\n" : " files=yes ;;\n");
    });
    script += R"(    esac
    if [[ -n $files && $cur != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    else
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
    fi
}
complete -o filenames -F _)" +
              name + " " + name;
    return script;
}

std::string zsh_completion(const Grammar& program) {
    const auto& name = program.name;
    std::string script = "#compdef " + name + "\n# made by \"" + name + " completion zsh\"\n_" + name;
    script += R"(() {
    local -a items flags
    local verb='' word files='' i
    case ${words[CURRENT-1]} in
    )" + joined(flags_with(Value::Path, program), "|") +
              R"() _files; return ;;
    )" + joined(flags_with(Value::Text, program), "|") +
              R"() _message value; return ;;
    esac
    for ((i = 2; i < CURRENT; i++)); do
        word="${verb:+$verb }${words[i]}"
        case $word in
        )" + joined(quoted_paths(program), "|") +
              R"() verb=$word ;;
        esac
    done
    case $verb in
)";
    script += "    '') items=(" + zsh_items(program) + ") ;;\n";
    each_verb(program, "", [&](const Grammar& verb, const std::string& path) {
        script += "    " + shell_text(path) + ") ";
        script += is_closed(verb) ? "items=(" + zsh_items(verb) + ")" : "files=yes";
        script += " flags=(" + zsh_flags(verb) + ") ;;\n";
    });
    script += R"(    esac
    if [[ ${words[CURRENT]} == -* ]]; then
        flags+=()" +
              zsh_flags(program) + R"()
        _describe -o option flags
    elif [[ -n $files ]]; then
        _files
    else
        _describe command items
    fi
}
if [[ $funcstack[1] == _)" +
              name + " ]]; then\n    _" + name + " \"$@\"\nelse\n    compdef _" + name + " " + name + "\nfi";
    return script;
}

std::string fish_completion(const Grammar& program) {
    const std::string command = "complete -c " + program.name;
    std::string script =
        "# fish completion of " + program.name + ", made by \"" + program.name + " completion fish\"\n";
    for (const auto& flag : program.flags) {
        script += command + fish_flag(flag) + "\n";
    }
    fish_verbs(program, command, "", script);
    script.pop_back();
    return script;
}

} // namespace framehand::cli
