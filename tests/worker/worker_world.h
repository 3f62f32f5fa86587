// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/staged_job_storage.h"
#include "core/worker/worker.h"
#include "tests/storage/sample_package.h"
#include "tests/support/fake_background.h"
#include "tests/support/fake_child_process.h"
#include "tests/support/fake_timers.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/no_streams.h"
#include "tests/worker/fake_source.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace framehand::test {

/// A worker with everything around it in memory: a disk and a share (real storage code on them), an orchestrator, a
/// transcoder, virtual time. Daemons come and go with boot() and kill(); the rest stays.
class WorkerWorld {
public:
    WorkerWorld();

    /// A job "job-<n>" whose input is there; it makes one rung.
    jobs::Job add_job(int number = 1);

    /// Starts a daemon; what ran before must be gone.
    void boot();
    /// As SIGKILL does: nothing of it touches a disk any more.
    void kill();
    /// As SIGTERM does.
    void stop();

    /// Runs what can run now, without time passing: answers, blocking work, and the transcoder as `transcode` says.
    void settle();
    /// Time passes, in steps no longer than the sync interval, settling in between.
    void run_for(base::Duration time);
    /// Time passes until the condition holds; false if it does not within ten virtual minutes.
    [[nodiscard]] bool run_until(const std::function<bool()>& condition);

    [[nodiscard]] const worker::WorkerState& state() const { return daemon->worker.state().current(); }

    [[nodiscard]] FakeChildProcessLauncher::Child& transcoder() const { return launcher.last(); }

    /// What a good transcoder does: writes the package into staging, says so, ends.
    void finish_transcode();
    /// One progress event.
    void progress(double percent, std::int64_t frames);
    void say(const jobs::TranscodeEvent& event) const;

    [[nodiscard]] std::vector<std::string> outcomes(const std::string& job_id) const;
    [[nodiscard]] bool outbox_is_empty() const;
    [[nodiscard]] bool journal_is_there() const;
    [[nodiscard]] std::vector<std::string> staging() const;
    /// "" if a reader finds the complete package of the job at its destination.
    [[nodiscard]] std::string problem_at_destination(const std::string& job_id) const;

    struct Daemon {
        explicit Daemon(WorkerWorld& world);

        worker::StagedJobStorage storage;
        worker::JobJournal journal;
        worker::Outbox outbox;
        worker::Worker worker;
    };

    static constexpr base::Duration kSync{10'000};
    static constexpr base::Duration kProgress{2'000};
    static constexpr base::Duration kStall{300'000};
    static constexpr base::Duration kSharePatience{600'000};

    static constexpr base::Duration kKeep{7 * 86'400'000};
    static constexpr base::Duration kGiveBack{86'400'000};
    static constexpr base::Duration kRelease{1'800'000};
    static constexpr std::uint64_t kMemory{1'000'000'000};

    /// What a daemon starts with.
    [[nodiscard]] static worker::WorkerOptions options();

    class QuietHost final : public ports::HostStats {
    public:
        [[nodiscard]] ports::HostLoad load() override { return {12.5, 40.0}; }

        [[nodiscard]] ports::HostFacts facts() const override { return {}; }

        [[nodiscard]] std::optional<std::uint64_t> available_memory() const override { return available; }

        std::optional<std::uint64_t> available = 8'000'000'000;
    };

    QuietHost host;
    NoStreams streams;
    FakeClock clock;
    FakeTimers timers{clock};
    FakeBackground background;
    FakeChildProcessLauncher launcher;
    FaultFileSystem files;
    FakeSource source;
    std::vector<worker::EndedJob> ended; ///< what the daemons told their history
    /// What settle() makes of a transcoder that has just begun; finish_transcode() unless a test says otherwise.
    std::function<void()> transcode;
    std::unique_ptr<Daemon> daemon;

    /// What the last transcoder was told.
    [[nodiscard]] jobs::TranscodeSpec spec() const;

private:
    double m_random = 0;
    std::size_t m_begun = 0; ///< transcoders that `transcode` has seen
    std::vector<SamplePackage> m_packages;
};

} // namespace framehand::test
