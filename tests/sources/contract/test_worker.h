// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/job_source.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::test {

/// A worker in the hands of a test: the calls of its source, each until its answer is there. What is away for a while
/// is asked again, as the worker and its outbox do.
class TestWorker {
public:
    /// Announces itself.
    explicit TestWorker(std::unique_ptr<sources::JobSource> source);

    /// One question.
    base::Result<sources::Taken> ask();
    /// Asks until there is a job; nothing if that takes too long, which fails the test.
    std::optional<sources::Assignment> take();
    /// One question, which must find nothing.
    void expect_nothing();
    /// Waits for the first sign of work, begun by a question without a job.
    bool hears_of_work();

    sources::LeaseState keep_alive(const sources::Lease& lease);
    void progress(const sources::Lease& lease, double percent);
    base::Status finish(const sources::JobOutcome& outcome);
    base::Status give_back(const sources::Lease& lease);
    /// True once the source has said that the broker cannot be reached; any other error fails the test.
    bool notices_that_the_broker_is_away(const sources::Lease& lease);
    /// True once the source has said that the job is not this worker's any more, by whichever way.
    bool loses(const sources::Lease& lease);

    /// The program's sudden death.
    void die() { m_source.reset(); }

    /// Its next life. Announces itself.
    void begin(std::unique_ptr<sources::JobSource> source);

    [[nodiscard]] sources::SourceAbilities abilities() const { return m_source->abilities(); }

private:
    /// What the source has told by itself; it stays in its place, as the callbacks know it.
    struct Heard {
        int signs_of_work = 0;
        std::vector<std::string> cancelled;
    };

    std::unique_ptr<Heard> m_heard = std::make_unique<Heard>();
    std::unique_ptr<sources::JobSource> m_source;
};

[[nodiscard]] sources::JobOutcome completed(const sources::Assignment& assignment);
[[nodiscard]] sources::JobOutcome failed(const sources::Assignment& assignment, const std::string& why);
/// "film-1" of a job whose input is ".../film-1.mkv".
[[nodiscard]] std::string film_of(const sources::Assignment& assignment);

} // namespace framehand::test
