// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/own_daemon.h"
#include "tests/platform/wait_for.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_timers.h"
#include "tests/support/temp_folder.h"

#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>
#include <gmock/gmock.h>

#include <cerrno>
#include <sys/wait.h>

namespace framehand::desktop {
namespace {

using base::ErrorCode;
using test::wait_for;

/// A shell script in the place of framehandd, which writes a line into "starts" each time.
class OwnDaemonTest : public testing::Test {
protected:
    OwnDaemonTest() {
        daemon.on_change = [this] { ++changes; };
    }

    void script(const std::string& what) { folder.write("script", "echo start >> starts\n" + what + "\n"); }

    [[nodiscard]] base::Result<DaemonProgram> program() const {
        return DaemonProgram{
            shell, {"-c", "cd '" + folder.path().string() + "' && . ./script"}, folder.path() / "data" / "errors"};
    }

    [[nodiscard]] std::ptrdiff_t starts() const { return std::ranges::count(folder.read("starts"), '\n'); }

    void stop() {
        bool stopped = false;
        daemon.stop([&] { stopped = true; });
        EXPECT_TRUE(wait_for([&] { return stopped; }));
    }

    test::TempFolder folder;
    std::filesystem::path shell = "/bin/sh";
    test::FakeClock clock;
    test::FakeTimers timers{clock};
    int changes = 0;
    OwnDaemon daemon{[this] { return program(); }, timers};
};

TEST_F(OwnDaemonTest, RunsUntilItIsAskedToEnd) {
    script("trap 'echo ended > ended; exit 0' TERM; echo ready > ready; while :; do sleep 1 & wait; done");
    daemon.start();
    EXPECT_TRUE(daemon.wanted());
    ASSERT_TRUE(wait_for([&] { return !folder.read("ready").empty(); }));
    ASSERT_NE(daemon.program(), nullptr);
    EXPECT_EQ(daemon.program()->path, shell);
    daemon.start();
    stop();
    EXPECT_EQ(daemon.program(), nullptr);
    EXPECT_EQ(starts(), 1);
    EXPECT_EQ(folder.read("ended"), "ended\n") << "it could tidy up";
    EXPECT_FALSE(daemon.wanted());
    EXPECT_FALSE(daemon.failure());
}

TEST_F(OwnDaemonTest, TheSystemMayHaveItsOwnWayToStartItAndToAskItToEnd) {
    script("echo \"$FROM_THE_SYSTEM\" > ready; while [ ! -e end ]; do sleep 0.1; done; echo ended > ended");
    OwnDaemon::Ways ways;
    ways.prepare = [](QProcess& process) {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("FROM_THE_SYSTEM"), QStringLiteral("prepared"));
        process.setProcessEnvironment(environment);
    };
    ways.ask_to_end = [this](QProcess&) { folder.write("end", ""); };
    OwnDaemon other([this] { return program(); }, timers, std::move(ways));
    other.start();
    ASSERT_TRUE(wait_for([&] { return !folder.read("ready").empty(); }));
    EXPECT_EQ(folder.read("ready"), "prepared\n");
    bool stopped = false;
    other.stop([&] { stopped = true; });
    EXPECT_TRUE(wait_for([&] { return stopped; }));
    EXPECT_EQ(folder.read("ended"), "ended\n");
    EXPECT_FALSE(other.failure());
}

TEST_F(OwnDaemonTest, OneThatDoesNotEndIsKilled) {
    script("trap '' TERM; echo ready > ready; exec sleep 1000");
    daemon.start();
    ASSERT_TRUE(wait_for([&] { return !folder.read("ready").empty(); }));
    bool stopped = false;
    daemon.stop([&] { stopped = true; });
    timers.advance(OwnDaemon::kPatience);
    EXPECT_TRUE(wait_for([&] { return stopped; }));
}

TEST_F(OwnDaemonTest, EveryoneWhoStopsItIsTold) {
    script("trap '' TERM; echo ready > ready; exec sleep 1000");
    daemon.start();
    ASSERT_TRUE(wait_for([&] { return !folder.read("ready").empty(); }));
    std::vector<std::string> told;
    daemon.stop([&] { told.emplace_back("first"); });
    timers.advance(OwnDaemon::kPatience / 2);
    daemon.stop([&] { told.emplace_back("second"); });
    timers.advance(OwnDaemon::kPatience / 2);
    ASSERT_TRUE(wait_for([&] { return daemon.program() == nullptr; })) << "the second does not prolong its time";
    EXPECT_THAT(told, testing::ElementsAre("first", "second"));
    EXPECT_EQ(starts(), 1);
}

TEST_F(OwnDaemonTest, AStartWhileItEndsIsRemembered) {
    script("trap 'exit 0' TERM; echo ready >> ready; while :; do sleep 1 & wait; done");
    daemon.start();
    ASSERT_TRUE(wait_for([&] { return !folder.read("ready").empty(); }));
    bool stopped = false;
    daemon.stop([&] { stopped = true; });
    daemon.start();
    EXPECT_TRUE(daemon.wanted());
    ASSERT_TRUE(wait_for([&] { return folder.read("ready") == "ready\nready\n"; }));
    EXPECT_TRUE(stopped);
    EXPECT_TRUE(daemon.wanted());
    EXPECT_NE(daemon.program(), nullptr);
    daemon.stop([] {});
    daemon.start();
    stop();
    EXPECT_FALSE(daemon.wanted()) << "the last word counts";
    EXPECT_EQ(daemon.program(), nullptr);
    EXPECT_EQ(starts(), 2);
}

TEST_F(OwnDaemonTest, OneThatIsStartedByWhomItToldIsStartedOnce) {
    script("trap 'exit 0' TERM; echo ready >> ready; while :; do sleep 1 & wait; done");
    daemon.start();
    ASSERT_TRUE(wait_for([&] { return !folder.read("ready").empty(); }));
    daemon.stop([&] { daemon.start(); });
    daemon.start();
    ASSERT_TRUE(wait_for([&] { return folder.read("ready") == "ready\nready\n"; }));
    stop();
    EXPECT_EQ(starts(), 2);
}

TEST_F(OwnDaemonTest, OneThatCannotBeStartedHasEndedToo) {
    shell = folder.path() / "framehandd";
    daemon.start();
    ASSERT_NE(daemon.program(), nullptr);
    // Until its process has come to its end, of which the daemon hears only from the event loop.
    siginfo_t about{};
    while (::waitid(P_ALL, 0, &about, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
    }
    bool stopped = false;
    daemon.stop([&] { stopped = true; });
    EXPECT_TRUE(wait_for([&] { return stopped; }));
    EXPECT_EQ(timers.pending(), 0U);
    EXPECT_FALSE(daemon.failure()) << "nobody wants it any more";
}

TEST_F(OwnDaemonTest, ACrashIsMendedAfterLongerAndLongerWaits) {
    script("kill -SEGV $$");
    daemon.start();
    std::vector<base::Duration> waits;
    for (int i = 1; i <= 4; ++i) {
        ASSERT_TRUE(wait_for([&] { return starts() == i && daemon.failure().has_value(); }));
        EXPECT_TRUE(daemon.wanted());
        // Of the process itself there is no timer left, only the next start's.
        ASSERT_EQ(timers.pending(), 1U);
        waits.push_back(timers.next_in());
        if (i == 1) {
            EXPECT_EQ(daemon.failure()->code, ErrorCode::Internal);
        }
        const int seen = changes;
        timers.advance(waits.back());
        ASSERT_TRUE(wait_for([&] { return changes > seen + 1; })) << "started, and ended again";
    }
    using namespace std::chrono_literals;
    EXPECT_THAT(waits, testing::ElementsAre(1000ms, 2000ms, 4000ms, 8000ms));
    stop();
}

TEST_F(OwnDaemonTest, WrongSettingsAreNotTriedAgain) {
    script("echo 'framehandd: nas_mount_path is not set' >&2; exit 2");
    daemon.start();
    ASSERT_TRUE(wait_for([&] { return daemon.failure().has_value(); }));
    EXPECT_EQ(daemon.failure()->code, ErrorCode::InvalidArgument);
    EXPECT_EQ(daemon.failure()->text(), "nas_mount_path is not set");
    EXPECT_FALSE(daemon.wanted());
    EXPECT_EQ(timers.pending(), 0U);
    script("exit 0");
    daemon.start();
    EXPECT_FALSE(daemon.failure()) << "the settings may have been mended";
    EXPECT_TRUE(wait_for([&] { return !daemon.wanted(); }));
    EXPECT_EQ(starts(), 2);
}

TEST_F(OwnDaemonTest, AnotherFailureIsTriedAgainWithItsCause) {
    script("echo 'framehandd: cannot start' >&2; echo 'framehandd: the port is taken' >&2; exit 1");
    daemon.start();
    ASSERT_TRUE(wait_for([&] { return daemon.failure().has_value(); }));
    EXPECT_EQ(daemon.failure()->text(), "the port is taken");
    EXPECT_TRUE(daemon.wanted());
    daemon.let_go();
    EXPECT_FALSE(daemon.wanted()) << "another one was found";
    EXPECT_FALSE(daemon.failure());
    EXPECT_EQ(timers.pending(), 0U);
}

TEST_F(OwnDaemonTest, AProgramThatIsNotThereIsSaid) {
    shell = folder.path() / "framehandd";
    daemon.start();
    ASSERT_TRUE(wait_for([&] { return daemon.failure().has_value(); }));
    EXPECT_EQ(daemon.failure()->code, ErrorCode::NotFound);
    EXPECT_THAT(daemon.failure()->text(), testing::HasSubstr(shell.string()));
    EXPECT_FALSE(daemon.wanted());
}

TEST_F(OwnDaemonTest, WithoutOneThereIsNothingToStop) {
    stop();
    EXPECT_EQ(changes, 0);
}

} // namespace
} // namespace framehand::desktop
