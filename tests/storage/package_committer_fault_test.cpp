// SPDX-License-Identifier: GPL-3.0-or-later
// Lets every single call of a commit fail, in each way that a share can fail.
#include "tests/storage/commit_world.h"

#include <gtest/gtest.h>

namespace framehand::test {
namespace {

using base::ErrorCode;
using storage::Recovery;
using When = FaultFileSystem::When;
using Until = FaultFileSystem::Until;

struct FaultKind {
    std::string name;
    ErrorCode code;
    When when;
    Until until;
    std::string under;
    std::vector<CommitScenario> scenarios = commit_scenarios();
};

class CommitterFault : public ::testing::TestWithParam<FaultKind> {};

TEST_P(CommitterFault, LeavesTheOldPackageOrTheNewOneAndNoLeftovers) {
    const FaultKind& kind = GetParam();
    for (const CommitScenario& scenario : kind.scenarios) {
        bool failed = true;
        for (std::size_t call = 1; failed && !HasFailure(); ++call) {
            SCOPED_TRACE(scenario.name + ", call " + std::to_string(call));
            CommitWorld world(scenario);
            world.watch();
            world.files.fail({call, kind.code, kind.when, kind.until, kind.under});
            const auto receipt = world.commit();
            failed = world.files.has_failed();
            EXPECT_EQ(world.check_readers(), "");
            EXPECT_TRUE(failed || (receipt && !receipt->cleanup_error));
            if (!receipt) {
                EXPECT_EQ(receipt.error().code, kind.code) << receipt.error().text();
            }
            world.files.lift_faults();
            const auto recovery = world.recover();
            ASSERT_TRUE(recovery) << recovery.error().text();
            const bool published = receipt || recovery->outcome == Recovery::Outcome::Finished;
            EXPECT_EQ(published ? world.check_published() : world.check_untouched(), "");
            if (!published) {
                const auto again = world.commit();
                ASSERT_TRUE(again) << again.error().text();
                EXPECT_EQ(world.check_published(), "");
            }
            EXPECT_EQ(world.problem, "");
        }
    }
}

std::vector<FaultKind> fault_kinds() {
    std::vector<FaultKind> kinds;
    const std::vector<CommitScenario> hardest{commit_scenarios()[1]};
    for (const auto& [name, code] :
         {std::pair("NoSpace", ErrorCode::NoSpace), std::pair("Unavailable", ErrorCode::Unavailable),
          std::pair("PermissionDenied", ErrorCode::PermissionDenied)}) {
        kinds.push_back({std::string(name) + "Once", code, When::Before, Until::Next, "/nas", hardest});
        kinds.push_back({std::string(name) + "UntilLifted", code, When::Before, Until::Lifted, "/nas", hardest});
    }
    kinds.push_back({"AwayOnceAnywhere", ErrorCode::Unavailable, When::Before, Until::Next, "/nas"});
    kinds.push_back({"ReportedAsFailedButDone", ErrorCode::Unavailable, When::After, Until::Next, "/nas"});
    kinds.push_back({"DoneAndThenAway", ErrorCode::Unavailable, When::After, Until::Lifted, "/nas"});
    kinds.push_back({"StagingDiskFull", ErrorCode::NoSpace, When::Before, Until::Lifted, "/var/staging"});
    kinds.push_back({"StagingFailsOnce", ErrorCode::Unavailable, When::Before, Until::Next, "/var/staging"});
    return kinds;
}

INSTANTIATE_TEST_SUITE_P(Everywhere, CommitterFault, ::testing::ValuesIn(fault_kinds()),
                         [](const auto& kind) { return kind.param.name; });

} // namespace
} // namespace framehand::test
