// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/proc_programs.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace framehand::platform {

namespace {

namespace fs = std::filesystem;

/// Of "/usr/bin/vlc" or "C:\\Games\\chess.exe".
std::string file_name(std::string_view path) {
    const auto slash = path.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

void add_names(const fs::path& process, std::set<std::string>& names) {
    std::string line;
    if (std::ifstream in(process / "comm"); std::getline(in, line)) {
        names.insert(line);
    }
    // The first two words: "python3 /usr/bin/blender" is known under both.
    std::ifstream in(process / "cmdline");
    for (int word = 0; word < 2 && std::getline(in, line, '\0'); ++word) {
        names.insert(file_name(line));
    }
}

/// The folders of all processes.
std::vector<fs::path> processes(const fs::path& root) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator process(root / "proc", error), end; !error && process != end;
         process.increment(error)) {
        if (const auto id = process->path().filename().string(); id.front() >= '0' && id.front() <= '9') {
            found.push_back(process->path());
        }
    }
    return found;
}

bool is_own(const fs::path& process) {
    struct stat about {};

    return ::stat(process.c_str(), &about) == 0 && about.st_uid == ::geteuid();
}

/// "" for the kernel's own, which have no command line.
std::string name_of(const fs::path& process) {
    std::string command;
    std::ifstream in(process / "cmdline");
    std::getline(in, command, '\0');
    // What a program has written over it ("nginx: worker process") is no file's name.
    return command.find(' ') == std::string::npos ? file_name(command) : std::string();
}

} // namespace

ProcPrograms::ProcPrograms(fs::path root) : m_root(std::move(root)) {
}

ports::Reading<std::vector<std::string>> ProcPrograms::running(const std::vector<std::string>& names) const {
    using Names = ports::Reading<std::vector<std::string>>;
    if (names.empty()) {
        return Names::known({});
    }
    std::set<std::string> all;
    for (const auto& process : processes(m_root)) {
        add_names(process, all);
    }
    if (all.empty()) {
        return Names::unknown("the running programs cannot be read");
    }
    std::vector<std::string> found;
    std::ranges::copy_if(names, std::back_inserter(found), [&all](const auto& name) { return all.contains(name); });
    return Names::known(std::move(found));
}

ports::Reading<std::vector<std::string>> ProcPrograms::own() const {
    using Names = ports::Reading<std::vector<std::string>>;
    std::set<std::string> all;
    for (const auto& process : processes(m_root)) {
        if (auto name = is_own(process) ? name_of(process) : std::string(); !name.empty()) {
            all.insert(std::move(name));
        }
    }
    if (all.empty()) {
        return Names::unknown("the running programs cannot be read");
    }
    return Names::known({all.begin(), all.end()});
}

} // namespace framehand::platform
