// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/session_signs.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace framehand::platform {

namespace {

constexpr unsigned long kServices = 0; // never a person's

constexpr std::string_view kShell = "explorer.exe";
constexpr std::string_view kLoginPrompt = "logonui.exe"; // and what a locked screen shows

char small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool is(const ListedProcess& process, std::string_view name) {
    return std::ranges::equal(process.name, name, {}, small); // Windows writes "Explorer.EXE" too
}

/// Whether something is on the screen of this machine that is no login prompt: a shell that is not Windows' own, or
/// nothing for the moment in which Explorer starts anew. The prompt is no proof of a locked screen, and never used as
/// one: who is wrong about that works under somebody's hands.
bool console_shows_something(const std::vector<ListedProcess>& processes, unsigned long console) {
    const auto is_there = [console](const auto& process) { return process.session == console; };
    const auto is_prompt = [&](const auto& process) { return is_there(process) && is(process, kLoginPrompt); };
    return std::ranges::any_of(processes, is_there) && std::ranges::none_of(processes, is_prompt);
}

/// Those of people, by what runs in them.
std::set<unsigned long> shown_by(const std::vector<ListedProcess>& processes, unsigned long console,
                                 bool console_is_told) {
    std::set<unsigned long> sessions;
    for (const auto& process : processes) {
        if (is(process, kShell)) {
            sessions.insert(process.session);
        }
    }
    if (!console_is_told && console_shows_something(processes, console)) {
        sessions.insert(console);
    }
    sessions.erase(kServices);
    return sessions;
}

} // namespace

std::optional<std::vector<LoginSession>> sessions_of_people(const SessionSigns& signs) {
    std::vector<LoginSession> people;
    bool console_is_told = false;
    for (const auto& session : signs.told.value_or(std::vector<ToldSession>{})) {
        console_is_told = console_is_told || (session.id == signs.console && session.id != kServices);
        if (session.has_a_person && session.id != kServices) {
            people.push_back({session.id, session.connected, session.locked});
        }
    }
    if (signs.processes) {
        for (const auto id : shown_by(*signs.processes, signs.console, console_is_told)) {
            if (std::ranges::find(people, id, &LoginSession::id) == people.end()) {
                people.push_back({id, id == signs.console ? std::optional(true) : std::nullopt, false});
            }
        }
    }
    // Who may not even ask of the console has not been told that nobody is there.
    return people.empty() && !console_is_told ? std::nullopt : std::optional(std::move(people));
}

bool may_be_in_use(const LoginSession& session) {
    return session.connected.value_or(true) && !session.locked;
}

bool left_for_another(const std::vector<LoginSession>& people, unsigned long own) {
    const auto here = std::ranges::find(people, own, &LoginSession::id);
    const bool has_a_screen = here != people.end() && here->connected == true;
    return !has_a_screen && std::ranges::any_of(people, [own](const auto& session) {
        return session.id != own && may_be_in_use(session);
    });
}

} // namespace framehand::platform
