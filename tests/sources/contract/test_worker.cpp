// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/contract/test_worker.h"

#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace framehand::test {

using base::ErrorCode;
using base::Result;
using base::Status;
using sources::Assignment;
using sources::Heartbeat;
using sources::JobOutcome;
using sources::Lease;
using sources::LeaseState;
using sources::Taken;

namespace {

template <typename T, typename Call>
Result<T> answer_of(Call call) {
    auto answer = std::make_shared<std::optional<Result<T>>>();
    call([answer](Result<T> result) {
        EXPECT_FALSE(*answer) << "answered twice";
        *answer = std::move(result);
    });
    if (!wait_for([&] { return answer->has_value(); })) {
        return base::fail(ErrorCode::Internal, "the source does not answer");
    }
    return **answer;
}

bool is_away(const base::Error& error) {
    return error.code == ErrorCode::Unavailable || error.code == ErrorCode::Timeout;
}

/// The first answer that is not "try again later".
template <typename T, typename Call>
Result<T> final_answer_of(Call call) {
    auto answer = answer_of<T>(call);
    wait_for([&] {
        if (answer || !is_away(answer.error())) {
            return true;
        }
        answer = answer_of<T>(call);
        return false;
    });
    return answer;
}

} // namespace

TestWorker::TestWorker(std::unique_ptr<sources::JobSource> source) {
    begin(std::move(source));
}

void TestWorker::begin(std::unique_ptr<sources::JobSource> source) {
    m_source = std::move(source);
    m_source->on_work = [heard = m_heard.get()] { ++heard->signs_of_work; };
    m_source->on_cancelled = [heard = m_heard.get()](const std::string& job_id) { heard->cancelled.push_back(job_id); };
    const auto announced = final_answer_of<void>([&](auto done) { m_source->announce({}, std::move(done)); });
    EXPECT_TRUE(announced) << (announced ? "" : announced.error().text());
}

Result<Taken> TestWorker::ask() {
    return answer_of<Taken>([&](auto done) { m_source->take(Heartbeat{}, std::move(done)); });
}

std::optional<Assignment> TestWorker::take() {
    std::optional<Assignment> taken;
    wait_for([&] {
        auto answer = ask();
        if (!answer) {
            EXPECT_TRUE(is_away(answer.error())) << answer.error().text();
            return !is_away(answer.error());
        }
        if (auto* assignment = std::get_if<Assignment>(&*answer)) {
            taken = std::move(*assignment);
        } else if (auto* outcome = std::get_if<JobOutcome>(&*answer)) {
            EXPECT_TRUE(finish(*outcome)); // what cannot be read is told, and the next one is asked for
        }
        return taken.has_value();
    });
    EXPECT_TRUE(taken) << "no job";
    return taken;
}

void TestWorker::expect_nothing() {
    const auto answer = ask();
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_TRUE(std::holds_alternative<std::monostate>(*answer));
}

bool TestWorker::hears_of_work() {
    return wait_for([&] { return m_heard->signs_of_work > 0; });
}

LeaseState TestWorker::keep_alive(const Lease& lease) {
    const auto state =
        final_answer_of<LeaseState>([&](auto done) { m_source->keep_alive(lease, Heartbeat{}, std::move(done)); });
    EXPECT_TRUE(state) << (state ? "" : state.error().text());
    return state ? *state : LeaseState::Cancelled;
}

void TestWorker::progress(const Lease& lease, double percent) {
    const auto state = final_answer_of<LeaseState>([&](auto done) {
        m_source->progress(lease, {percent, 25, 10}, std::move(done));
    });
    EXPECT_TRUE(state) << (state ? "" : state.error().text());
}

Status TestWorker::finish(const JobOutcome& outcome) {
    return final_answer_of<void>([&](auto done) { m_source->finish(outcome, std::move(done)); });
}

Status TestWorker::give_back(const Lease& lease) {
    return final_answer_of<void>([&](auto done) { m_source->give_back(lease, std::move(done)); });
}

bool TestWorker::loses(const Lease& lease) {
    return wait_for([&] {
        return std::ranges::find(m_heard->cancelled, lease.job_id) != m_heard->cancelled.end() ||
               keep_alive(lease) == LeaseState::Cancelled;
    });
}

bool TestWorker::notices_that_the_broker_is_away(const Lease& lease) {
    return wait_for([&] {
        const auto state =
            answer_of<LeaseState>([&](auto done) { m_source->keep_alive(lease, Heartbeat{}, std::move(done)); });
        EXPECT_TRUE(state || is_away(state.error())) << state.error().text();
        return !state;
    });
}

JobOutcome completed(const Assignment& assignment) {
    JobOutcome outcome;
    outcome.lease = assignment.lease;
    const jobs::Job& job = assignment.job;
    outcome.manifest_url = job.file ? (job.file->path.starts_with("s3://") ? "" : "/") + job.file->path
                                    : "/" + job.hls.master_playlist_name;
    outcome.total_time_ms = 1234;
    outcome.output_bytes = 5'000'000;
    outcome.media_sec = 60;
    return outcome;
}

JobOutcome failed(const Assignment& assignment, const std::string& why) {
    JobOutcome outcome;
    outcome.lease = assignment.lease;
    outcome.error_message = why;
    outcome.retry = sources::Retry::Useless;
    return outcome;
}

std::string film_of(const Assignment& assignment) {
    return std::filesystem::path(assignment.job.input.source_url).stem().string();
}

} // namespace framehand::test
