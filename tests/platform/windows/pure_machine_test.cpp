// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/display_adapters.h"
#include "platform/windows/gpu_counter.h"
#include "platform/windows/typed_line.h"
#include "platform/windows/windows_host_stats.h"

#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

const DisplayAdapter kNvidia{"NVIDIA GeForce RTX 4070", "PCI\\VEN_10DE&DEV_2786&SUBSYS_1", "31.0.15.5222"};
const DisplayAdapter kIntel{"Intel(R) UHD Graphics 770", "PCI\\VEN_8086&DEV_4680", "31.0.101.5186"};
const DisplayAdapter kVirtual{"Microsoft Basic Display Adapter", "PCI\\VEN_1234&DEV_1111", "10.0.1"};

TEST(DisplayAdapters, ACardIsPreferredToTheProcessorsOwn) {
    const std::vector<DisplayAdapter> both{kVirtual, kIntel, kNvidia};
    ASSERT_NE(best_adapter(both), nullptr);
    EXPECT_EQ(*best_adapter(both), kNvidia);
    const std::vector<DisplayAdapter> own{kIntel, kVirtual};
    EXPECT_EQ(*best_adapter(own), kIntel);
    EXPECT_EQ(best_adapter({kVirtual}), nullptr);
    EXPECT_EQ(best_adapter({}), nullptr);
}

TEST(DisplayAdapters, TellVendorsAndTheVersionsThatTheyUse) {
    EXPECT_EQ(vendor_of(kNvidia), "nvidia");
    EXPECT_EQ(vendor_of(kIntel), "intel");
    EXPECT_EQ(vendor_of({"AMD Radeon", "PCI\\VEN_1002&DEV_73BF", ""}), "amd");
    EXPECT_EQ(vendor_of(kVirtual), "");
    EXPECT_EQ(driver_of(kNvidia), "552.22");
    EXPECT_EQ(driver_of(kIntel), "31.0.101.5186");
    EXPECT_EQ(driver_of({"NVIDIA", "PCI\\VEN_10DE", "1.2"}), "1.2");
}

TEST(GpuCounter, AddsTheProcessesOfAnEngineAndTakesTheBusiest) {
    EXPECT_EQ(busiest_engine({{L"pid_1_luid_0x0_0x1_phys_0_eng_0_engtype_3D", 30},
                              {L"pid_2_luid_0x0_0x1_phys_0_eng_0_engtype_3D", 25.5},
                              {L"pid_2_luid_0x0_0x1_phys_0_eng_3_engtype_VideoEncode", 40}}),
              55.5);
    EXPECT_EQ(busiest_engine({{L"pid_1_luid_0x0_0x1_phys_0_eng_0_engtype_3D", 70},
                              {L"pid_2_luid_0x0_0x1_phys_0_eng_0_engtype_3D", 70}}),
              100);
    EXPECT_FALSE(busiest_engine({}));
    EXPECT_FALSE(busiest_engine({{L"something else", 50}}));
}

TEST(GpuCounter, MayHaveNothingToTell) {
    GpuCounter counter;
    EXPECT_FALSE(counter.read()) << "it counts from the first call on";
    if (const auto percent = counter.read()) {
        EXPECT_GE(*percent, 0);
        EXPECT_LE(*percent, 100);
    }
}

TEST(TypedLine, EndsWithEnter) {
    TypedLine line;
    for (const wchar_t unit : std::wstring(L"geheim")) {
        EXPECT_EQ(line.take(unit), TypedLine::State::Open);
    }
    EXPECT_EQ(line.take(L'\r'), TypedLine::State::Ended);
    EXPECT_EQ(line.text(), L"geheim");
}

TEST(TypedLine, CanBeCorrected) {
    TypedLine line;
    line.take(0x08);
    for (const wchar_t unit : std::wstring(L"ab\U0001F600")) {
        line.take(unit);
    }
    line.take(0x08);
    EXPECT_EQ(line.text(), L"ab") << "a pair of units is one character";
    line.take(0x08);
    EXPECT_EQ(line.text(), L"a");
    line.take(0x15);
    EXPECT_EQ(line.text(), L"");
    line.take(L'x');
    line.take(0x01);
    EXPECT_EQ(line.text(), L"x") << "keys without a character are nothing";
    line.take(0x1B);
    EXPECT_EQ(line.text(), L"");
}

TEST(WindowsName, IsWhatPeopleSay) {
    EXPECT_EQ(windows_name("Windows 10 Pro", "22H2", "19045"), "Windows 10 Pro 22H2 (build 19045)");
    EXPECT_EQ(windows_name("Windows 10 Home", "23H2", "22631"), "Windows 11 Home 23H2 (build 22631)");
    EXPECT_EQ(windows_name("Windows Server 2022 Standard", "21H2", "20348"),
              "Windows Server 2022 Standard 21H2 (build 20348)");
    EXPECT_EQ(windows_name("", "", ""), "Windows");
}

TEST(WindowsHostStats, ReadsThisMachine) {
    WindowsHostStats stats;
    const auto first = stats.load();
    EXPECT_GT(first.ram_percent, 0);
    EXPECT_LE(first.ram_percent, 100);
    const auto second = stats.load();
    EXPECT_GE(second.cpu_percent, 0);
    EXPECT_LE(second.cpu_percent, 100);
    const auto facts = stats.facts();
    EXPECT_FALSE(facts.host_name.empty());
    EXPECT_TRUE(facts.os.starts_with("Windows")) << facts.os;
    EXPECT_FALSE(facts.cpu_model.empty());
    EXPECT_GE(facts.cpu_cores, 1);
    EXPECT_GT(facts.ram_bytes, 100'000'000U);
    ASSERT_TRUE(stats.available_memory());
    EXPECT_GT(*stats.available_memory(), 1'000'000U);
    EXPECT_LE(*stats.available_memory(), facts.ram_bytes);
}

} // namespace
} // namespace framehand::platform
