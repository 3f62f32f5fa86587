// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/disk_doctor.h"
#include "tests/support/fault_file_system.h"

#include <gtest/gtest.h>

namespace framehand::doctor {
namespace {

using test::FaultFileSystem;

class NasDoctor : public testing::Test {
protected:
    NasDoctor() { m_files.put_directory("/nas"); }

    FaultFileSystem m_files;
};

TEST_F(NasDoctor, FindsAGoodShareAndLeavesNothingThere) {
    m_files.put_file("/nas/film.mkv", "film");
    const auto found = examine_nas(m_files, "/nas");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].health, Health::Ok);
    EXPECT_EQ(found[1].health, Health::Ok) << found[1].finding;
    EXPECT_EQ(m_files.names("/nas"), std::vector<std::string>{"/nas/film.mkv"});
}

TEST_F(NasDoctor, SaysHowToSetAMissingFolder) {
    for (const char* root : {"", "/elsewhere"}) {
        const auto found = examine_nas(m_files, root);
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].health, Health::Fail);
        EXPECT_NE(found[0].advice.find("nas_mount_path"), std::string::npos);
    }
}

TEST_F(NasDoctor, TurnsAFailureOfAnyCallIntoAdviceAndCleansUp) {
    std::size_t calls = 0;
    {
        const std::size_t before = m_files.calls();
        ASSERT_EQ(examine_nas(m_files, "/nas").size(), 2U);
        calls = m_files.calls() - before;
    }
    ASSERT_GT(calls, 5U);
    for (std::size_t call = 1; call <= calls; ++call) {
        m_files.fail({call, base::ErrorCode::IoError});
        const auto found = examine_nas(m_files, "/nas");
        m_files.lift_faults();
        ASSERT_FALSE(found.empty());
        EXPECT_EQ(found.back().health, Health::Fail) << "call " << call;
        EXPECT_FALSE(found.back().advice.empty()) << "call " << call;
        if (call < calls) { // the last call is the removal itself
            EXPECT_TRUE(m_files.names("/nas").empty()) << "call " << call << " left " << m_files.names("/nas").front();
        }
    }
}

class SpaceDoctor : public NasDoctor {
protected:
    SpaceDoctor() {
        m_files.put_directory("/data");
        m_settings.nas_mount_path = "/nas";
        m_settings.temp_dir = "/data/staging/deep";
        m_settings.min_free_bytes = 1000;
    }

    settings::Settings m_settings;
};

TEST_F(SpaceDoctor, LooksAtTheDiskOfAFolderThatDoesNotExistYet) {
    const auto found = examine_space(m_files, m_settings);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].health, Health::Ok) << found[0].finding;
    EXPECT_EQ(found[1].health, Health::Ok) << found[1].finding;
}

TEST_F(SpaceDoctor, FailsBelowTheReserveAndWarnsALittleAboveIt) {
    m_files.set_capacity("/nas", 999);
    EXPECT_EQ(examine_space(m_files, m_settings)[1].health, Health::Fail);
    m_files.set_capacity("/nas", 2000);
    EXPECT_EQ(examine_space(m_files, m_settings)[1].health, Health::Warn);
    m_files.set_capacity("/nas", 6000);
    EXPECT_EQ(examine_space(m_files, m_settings)[1].health, Health::Ok);
}

TEST_F(SpaceDoctor, WarnsOfStagingOnTheNas) {
    m_settings.temp_dir = "/nas/staging";
    const auto found = examine_space(m_files, m_settings);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[2].health, Health::Warn);
    EXPECT_NE(found[2].advice.find("temp_dir"), std::string::npos);
    EXPECT_EQ(found[2].remedy, (Remedy{Remedy::Kind::Setting, "temp_dir"}));
    m_settings.temp_dir = "/nas-not/staging";
    m_files.put_directory("/nas-not");
    EXPECT_EQ(examine_space(m_files, m_settings).size(), 2U) << "only its name begins alike";
}

} // namespace
} // namespace framehand::doctor
