// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/session_signs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <utility>

namespace framehand::platform {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

constexpr unsigned long kAnna = 1;
constexpr unsigned long kBert = 2;
constexpr unsigned long kPrompt = 3;
constexpr unsigned long kNoConsole = 0xFFFFFFFF; // while screens are switched

ToldSession without_a_person(unsigned long id) {
    return {.id = id};
}

ToldSession at_work(unsigned long id) {
    return {.id = id, .has_a_person = true, .connected = true};
}

ToldSession locked(unsigned long id) {
    return {.id = id, .has_a_person = true, .connected = true, .locked = true};
}

ToldSession switched_away(unsigned long id) {
    return {.id = id, .has_a_person = true};
}

/// A machine whose services run; by default nothing is told of its sessions.
struct SessionSignsTest : testing::Test {
    SessionSignsTest() {
        run("System", 0);
        run("svchost.exe", 0);
    }

    void run(const char* name, unsigned long session) {
        ListedProcess process;
        process.name = name;
        process.session = static_cast<std::uint32_t>(session);
        signs.processes->push_back(std::move(process));
    }

    void log_in(unsigned long session, const char* shell = "explorer.exe") {
        run("winlogon.exe", session);
        run(shell, session);
    }

    void show_prompt(unsigned long session) {
        run("winlogon.exe", session);
        run("LogonUI.exe", session);
    }

    [[nodiscard]] std::optional<std::vector<LoginSession>> people() const { return sessions_of_people(signs); }

    [[nodiscard]] bool has_left(unsigned long own) const {
        return left_for_another(people().value_or(std::vector<LoginSession>{}), own);
    }

    SessionSigns signs{.told = {}, .processes = std::vector<ListedProcess>{}, .console = kNoConsole};
};

TEST_F(SessionSignsTest, AServiceWithoutRightsSeesThatSomebodyMayBeAtWork) {
    signs.console = kAnna;
    log_in(kAnna);
    const LoginSession anna{kAnna, true, false};
    EXPECT_THAT(people(), Optional(ElementsAre(anna))) << "the list is an error";
    signs.told.emplace();
    EXPECT_THAT(people(), Optional(ElementsAre(anna))) << "the list is empty";
    signs.told = {switched_away(0)};
    EXPECT_THAT(people(), Optional(ElementsAre(anna))) << "the list is its own session";
    EXPECT_TRUE(may_be_in_use(anna));
}

TEST_F(SessionSignsTest, WantOfRightsIsNoProofThatNobodyIsThere) {
    signs.console = kAnna;
    show_prompt(kAnna);
    EXPECT_EQ(people(), std::nullopt);
    signs.told.emplace();
    EXPECT_EQ(people(), std::nullopt);
    signs.told = {without_a_person(0)};
    EXPECT_EQ(people(), std::nullopt);
    signs.console = kNoConsole;
    EXPECT_EQ(people(), std::nullopt);
    signs.processes.reset();
    EXPECT_EQ(people(), std::nullopt);
}

TEST_F(SessionSignsTest, WhoIsToldOfTheConsoleKnowsThatNobodyIsThere) {
    signs.console = kAnna;
    signs.told = {without_a_person(0), without_a_person(kAnna)};
    run("winlogon.exe", kAnna);
    EXPECT_THAT(people(), Optional(IsEmpty())) << "whatever shows that prompt";
    signs.console = 0;
    EXPECT_EQ(people(), std::nullopt) << "that is no console";
}

TEST_F(SessionSignsTest, WhatIsToldIsBelieved) {
    signs.console = kAnna;
    signs.told = {without_a_person(0), locked(kAnna), switched_away(kBert), without_a_person(65536)};
    log_in(kAnna);
    run("LogonUI.exe", kAnna);
    log_in(kBert);
    EXPECT_THAT(people(), Optional(ElementsAre(LoginSession{kAnna, true, true}, LoginSession{kBert, false, false})));
    signs.processes.reset();
    EXPECT_THAT(people(), Optional(ElementsAre(LoginSession{kAnna, true, true}, LoginSession{kBert, false, false})));
}

TEST_F(SessionSignsTest, WhatIsNotToldMayBeInUseWhereverItsScreenIs) {
    signs.console = kAnna;
    signs.told = {locked(kAnna)};
    log_in(kAnna);
    log_in(kBert, "Explorer.EXE");
    const LoginSession bert{kBert, std::nullopt, false};
    EXPECT_THAT(people(), Optional(ElementsAre(LoginSession{kAnna, true, true}, bert)));
    EXPECT_TRUE(may_be_in_use(bert)) << "from afar";
}

TEST_F(SessionSignsTest, ALoginPromptProvesNoLockedScreen) {
    signs.console = kAnna;
    log_in(kAnna);
    run("LogonUI.exe", kAnna);
    EXPECT_THAT(people(), Optional(ElementsAre(LoginSession{kAnna, true, false})));
}

TEST_F(SessionSignsTest, AScreenWithoutALoginPromptShowsSomethingElse) {
    signs.console = kAnna;
    log_in(kAnna, "kodi.exe");
    EXPECT_THAT(people(), Optional(ElementsAre(LoginSession{kAnna, true, false}))) << "another shell";
    show_prompt(kAnna);
    EXPECT_EQ(people(), std::nullopt) << "a prompt";
    signs.console = kBert;
    EXPECT_EQ(people(), std::nullopt) << "nothing runs there";
    signs.console = 0;
    EXPECT_EQ(people(), std::nullopt) << "services";
}

TEST_F(SessionSignsTest, ExplorerAmongTheServicesIsNobody) {
    run("explorer.exe", 0);
    EXPECT_EQ(people(), std::nullopt);
}

TEST_F(SessionSignsTest, WhoWasSwitchedAwayHasLeftForWhomIsAtWorkNow) {
    signs.console = kBert;
    signs.told = {switched_away(kAnna)}; // her own, which is disconnected
    log_in(kAnna);
    log_in(kBert);
    EXPECT_TRUE(has_left(kAnna));
    signs.told.reset();
    EXPECT_TRUE(has_left(kAnna)) << "the list is an error";
    EXPECT_FALSE(has_left(kBert)) << "he sits there, and his own keyboard tells";
}

TEST_F(SessionSignsTest, WhoIsAtTheConsoleHasNotLeftForWhoWasSwitchedAway) {
    signs.console = kAnna;
    log_in(kAnna);
    log_in(kBert);
    EXPECT_FALSE(has_left(kAnna)) << "the list is an error";
    signs.told = {at_work(kAnna)};
    EXPECT_FALSE(has_left(kAnna));
}

TEST_F(SessionSignsTest, WhoIsThereFromAfarHasNotLeftForTheConsole) {
    signs.console = kBert;
    signs.told = {at_work(kAnna)};
    log_in(kAnna);
    log_in(kBert);
    EXPECT_FALSE(has_left(kAnna));
}

TEST_F(SessionSignsTest, WhoWasSwitchedAwayHasNotLeftForALoginPrompt) {
    signs.console = kPrompt;
    signs.told = {switched_away(kAnna)};
    log_in(kAnna);
    show_prompt(kPrompt);
    EXPECT_FALSE(has_left(kAnna));
    log_in(kBert);
    EXPECT_TRUE(has_left(kAnna)) << "he may be there from afar";
    signs.told->push_back(switched_away(kBert));
    EXPECT_FALSE(has_left(kAnna)) << "he is known not to be";
}

TEST_F(SessionSignsTest, NobodyHasLeftForAScreenThatIsKnownToBeLocked) {
    signs.console = kBert;
    signs.told = {switched_away(kAnna), locked(kBert)};
    log_in(kAnna);
    log_in(kBert);
    EXPECT_FALSE(has_left(kAnna));
    signs.told->pop_back();
    run("LogonUI.exe", kBert);
    EXPECT_TRUE(has_left(kAnna)) << "that it is locked is only likely";
}

} // namespace
} // namespace framehand::platform
