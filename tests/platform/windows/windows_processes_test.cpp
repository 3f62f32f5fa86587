// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/process_list.h"
#include "platform/windows/windows_api.h"
#include "platform/windows/windows_other_load.h"
#include "platform/windows/windows_programs.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace framehand::platform {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using Sample = WindowsOtherLoad::Sample;

TEST(ProcessList, FindsThisVeryProcess) {
    const auto processes = all_processes();
    ASSERT_TRUE(processes);
    const auto own = std::ranges::find(*processes, std::int64_t(::GetCurrentProcessId()), &ListedProcess::id);
    ASSERT_NE(own, processes->end());
    EXPECT_THAT(own->name, testing::EndsWith(".exe"));
    EXPECT_NE(own->created, 0);
    EXPECT_GT(processes->size(), 1U);
}

/// An answer of NtQuerySystemInformation() with names after each entry.
class Answer {
public:
    void add(std::uint32_t next, std::uint64_t id, const wchar_t* name) {
        const auto at = bytes.size();
        bytes.resize(at + 256);
        put(at, next);
        put(at + 40, std::int64_t{700}); // user time
        put(at + 48, std::int64_t{42});  // kernel time
        const auto size = static_cast<std::uint16_t>(std::wcslen(name) * sizeof(wchar_t));
        put(at + 56, size);
        names.push_back({at + 64, at + 128});
        std::memcpy(bytes.data() + at + 128, name, size);
        put(at + 80, id);
    }

    std::span<const std::byte> get() {
        for (const auto& [pointer, text] : names) {
            put(pointer, reinterpret_cast<std::uintptr_t>(bytes.data() + text));
        }
        return bytes;
    }

    template <typename T>
    void put(std::size_t at, T value) {
        std::memcpy(bytes.data() + at, &value, sizeof(value));
    }

    std::vector<std::byte> bytes;
    std::vector<std::pair<std::size_t, std::size_t>> names;
};

TEST(ProcessList, ReadsEntriesUntilTheLast) {
    Answer answer;
    answer.add(256, 0, L"");
    answer.add(256, 4, L"System");
    answer.add(0, 77, L"Über.exe");
    answer.add(0, 99, L"behind the end");
    const auto processes = parse_process_list(answer.get());
    ASSERT_EQ(processes.size(), 3U);
    EXPECT_EQ(processes[1].name, "System");
    EXPECT_EQ(processes[2].id, 77);
    EXPECT_EQ(processes[2].name, "Über.exe");
    EXPECT_EQ(processes[2].used, 742U);
}

TEST(ProcessList, NeverReadsOutsideOfTheAnswer) {
    Answer answer;
    answer.add(300, 4, L"System"); // to an entry that ends beyond the answer
    EXPECT_EQ(parse_process_list(answer.get()).size(), 1U);
    EXPECT_THAT(parse_process_list(answer.get().first(40)), IsEmpty());
    EXPECT_THAT(parse_process_list({}), IsEmpty());
    answer.get();
    answer.put(64, std::uintptr_t{16}); // a name elsewhere
    const std::span<const std::byte> forged = answer.bytes;
    EXPECT_EQ(parse_process_list(forged).at(0).name, "");
}

ListedProcess named(const char* name) {
    ListedProcess process;
    process.name = name;
    return process;
}

TEST(WindowsPrograms, FindsProgramsAsPeopleNameThem) {
    const std::vector<ListedProcess> processes{named("Witcher3.EXE"), named("vlc.exe"), named("ÜBER.exe"),
                                               named("System"), named("")};
    EXPECT_THAT(running_of({"vlc", "witcher3.exe", "über", "system", "doom.exe", ""}, processes),
                ElementsAre("vlc", "witcher3.exe", "über", "system"));
    EXPECT_THAT(running_of({"vl", "vlc.ex", ".exe"}, processes), IsEmpty());
}

TEST(WindowsPrograms, SeesThoseOfThisUser) {
    wchar_t path[MAX_PATH]{};
    ::GetModuleFileNameW(nullptr, path, MAX_PATH);
    const auto name = std::filesystem::path(path).filename().string();
    const WindowsPrograms programs;
    const auto own = programs.own();
    ASSERT_TRUE(own.value) << own.why_unknown;
    EXPECT_THAT(*own.value, Contains(name));
    EXPECT_TRUE(std::ranges::is_sorted(*own.value));
    EXPECT_EQ(programs.running({"no such program", name}), ports::Reading<std::vector<std::string>>::known({name}));
    EXPECT_EQ(programs.running({}), ports::Reading<std::vector<std::string>>::known({}));
}

ListedProcess process(std::int64_t id, std::int64_t parent, std::int64_t created, std::uint64_t used) {
    ListedProcess one;
    one.id = id;
    one.parent = parent;
    one.created = created;
    one.used = used;
    return one;
}

TEST(WindowsOtherLoad, LeavesOutThisProgramAndAllThatDescendFromIt) {
    const Sample before{1'000, 10'000, {process(10, 1, 5, 100), process(20, 10, 6, 300), process(30, 1, 5, 50)}};
    const Sample after{
        1'900,
        11'000,
        {process(10, 1, 5, 150), process(20, 10, 6, 600), process(21, 20, 7, 200), process(30, 1, 5, 400)}};
    // Busy were 900; ours were 50 + 300 + 200.
    EXPECT_EQ(others_percent(before, after, 10), 35.0);
}

TEST(WindowsOtherLoad, IsNotFooledByANumberThatIsSomebodyElsesNow) {
    // 40 has the parent 10, but is older: another process had the number 10 then.
    const Sample before{0, 10'000, {process(10, 1, 5, 0), process(40, 10, 2, 0)}};
    const Sample after{500, 11'000, {process(10, 1, 5, 0), process(40, 10, 2, 500)}};
    EXPECT_EQ(others_percent(before, after, 10), 50.0);
}

TEST(WindowsOtherLoad, SaysNothingOfATimeInWhichOneOfOursEnded) {
    const Sample before{0, 10'000, {process(10, 1, 5, 0), process(20, 10, 6, 0)}};
    EXPECT_EQ(others_percent(before, {500, 11'000, {process(10, 1, 5, 0)}}, 10), std::nullopt);
    EXPECT_EQ(others_percent(before, {500, 11'000, {process(10, 1, 5, 0), process(20, 10, 9, 0)}}, 10), std::nullopt);
    EXPECT_EQ(others_percent(before, {0, 10'000, before.processes}, 10), std::nullopt) << "no time has passed";
}

TEST(WindowsOtherLoad, MeasuresOverTwoSecondsAndKeepsTheFigure) {
    test::FakeClock clock;
    std::optional<Sample> told; // what Windows says
    WindowsOtherLoad load(clock, 10, [&told] { return told; });
    told = Sample{0, 1'000, {process(10, 1, 5, 0)}};
    EXPECT_FALSE(load.percent().value);
    clock.advance(base::Duration(1'000));
    told = Sample{90, 1'100, {process(10, 1, 5, 0)}};
    EXPECT_FALSE(load.percent().value) << "too soon";
    clock.advance(base::Duration(1'000));
    EXPECT_EQ(load.percent(), ports::Reading<double>::known(90.0));
    clock.advance(base::Duration(2'000));
    told = Sample{100, 1'200, {process(10, 1, 5, 0)}};
    EXPECT_EQ(load.percent(), ports::Reading<double>::known(10.0));
    clock.advance(base::Duration(2'000));
    told.reset();
    EXPECT_FALSE(load.percent().value);
}

TEST(WindowsOtherLoad, ReadsTheMachine) {
    test::FakeClock clock;
    WindowsOtherLoad load(clock, ::GetCurrentProcessId());
    EXPECT_FALSE(load.percent().value);
    EXPECT_EQ(load.percent().why_unknown, "it is being measured");
}

} // namespace
} // namespace framehand::platform
