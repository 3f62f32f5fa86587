// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/proc_programs.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>
#include <system_error>
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

} // namespace

ProcPrograms::ProcPrograms(fs::path root) : m_root(std::move(root)) {
}

ports::Reading<std::vector<std::string>> ProcPrograms::running(const std::vector<std::string>& names) const {
    using Names = ports::Reading<std::vector<std::string>>;
    if (names.empty()) {
        return Names::known({});
    }
    std::set<std::string> all;
    std::error_code error;
    for (fs::directory_iterator process(m_root / "proc", error), end; !error && process != end;
         process.increment(error)) {
        if (const auto id = process->path().filename().string(); id.front() >= '0' && id.front() <= '9') {
            add_names(process->path(), all);
        }
    }
    if (all.empty()) {
        return Names::unknown("the running programs cannot be read");
    }
    std::vector<std::string> found;
    std::ranges::copy_if(names, std::back_inserter(found), [&all](const auto& name) { return all.contains(name); });
    return Names::known(std::move(found));
}

} // namespace framehand::platform
