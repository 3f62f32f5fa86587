// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/sources/celery_source.h"
#include "platform/qt/qt_timers.h"

#include <QCoreApplication>

#include <cstdio>
#include <iostream>
#include <memory>
#include <optional>
#include <random>
#include <string>

/// A worker on the real source that transcodes nothing: for tests with Celery's own client, and beside its own worker.
///
///     celery_worker_program <redis url> <node> <visibility timeout, s> <retry countdown, s>
///
/// A task whose input begins with "bad" fails, one that begins with "slow" never ends; any other is done after ten
/// reports of progress, or two where its input begins with "quick". What happens is told in lines of JSON.
namespace framehand {
namespace {

class Worker {
public:
    Worker(sources::CelerySourceOptions options, ports::Timers& timers, const base::Clock& clock, base::Random random)
        : m_timers(timers), m_source(std::move(options), {timers, clock, std::move(random)}) {
        m_source.on_work = [this] { ask(); };
        m_source.on_cancelled = [this](const std::string& job_id) {
            tell("cancelled", job_id);
            m_step.reset();
            m_job.reset();
            ask_later();
        };
        ask();
    }

private:
    static void tell(const std::string& what, const std::string& job_id) {
        std::cout << base::dump_json({{"event", what}, {"job", job_id}}) << std::endl;
    }

    void ask_later() {
        m_ask = m_timers.after(base::Duration{500}, [this] { ask(); });
    }

    void ask() {
        if (m_asks || m_job) {
            return;
        }
        m_asks = true;
        m_source.take({}, [this](base::Result<sources::Taken> taken) {
            m_asks = false;
            if (taken && std::holds_alternative<sources::Assignment>(*taken)) {
                m_job = std::get<sources::Assignment>(std::move(*taken));
                m_percent = 0;
                tell("taken", m_job->job.job_id);
                work();
            } else if (taken && std::holds_alternative<sources::JobOutcome>(*taken)) {
                finish(std::get<sources::JobOutcome>(*taken));
            } else {
                ask_later();
            }
        });
    }

    void work() {
        const auto input = m_job->job.input.source_url.substr(std::string("s3://videobucket/").size());
        if (input.starts_with("bad")) {
            sources::JobOutcome outcome;
            outcome.lease = m_job->lease;
            outcome.error_message = "FFmpeg error: " + input + " cannot be decoded";
            finish(outcome);
            return;
        }
        if (m_percent >= 100) {
            sources::JobOutcome outcome;
            outcome.lease = m_job->lease;
            outcome.manifest_url = "s3://videobucket/output";
            outcome.total_time_ms = 1000;
            finish(outcome);
            return;
        }
        m_percent += input.starts_with("slow") ? 0.1 : input.starts_with("quick") ? 50 : 10;
        m_step = m_timers.after(base::Duration{50}, [this] {
            m_source.progress(m_job->lease, {m_percent, 25, 1}, [](const base::Result<sources::LeaseState>&) {});
            work();
        });
    }

    void finish(const sources::JobOutcome& outcome) {
        m_source.finish(outcome, [this, outcome](const base::Status& status) {
            if (!status) {
                m_step = m_timers.after(base::Duration{200}, [this, outcome] { finish(outcome); });
                return;
            }
            tell(outcome.completed() ? "completed" : "failed", outcome.lease.job_id);
            m_job.reset();
            ask_later();
        });
    }

    ports::Timers& m_timers;
    sources::CelerySource m_source;
    std::optional<sources::Assignment> m_job;
    double m_percent = 0;
    bool m_asks = false;
    std::unique_ptr<ports::Timer> m_ask;
    std::unique_ptr<ports::Timer> m_step;
};

int run(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc != 5) {
        return 2;
    }
    sources::CelerySourceOptions options;
    auto url = redis::parse_url(argv[1]);
    if (!url) {
        std::cerr << url.error().text() << '\n';
        return 2;
    }
    options.redis.url = *url;
    options.redis.last_retry = base::Duration{500};
    options.node = argv[2];
    options.version = "test";
    options.queue.visibility = base::Duration{std::stoi(argv[3]) * 1000};
    options.retry_countdown = base::Duration{std::stoi(argv[4]) * 1000};
    platform::QtTimers timers;
    const base::SystemClock clock;
    std::mt19937 generator(std::random_device{}());
    Worker worker(std::move(options), timers, clock,
                  [&generator] { return std::uniform_real_distribution(0.0, 1.0)(generator); });
    return QCoreApplication::exec();
}

} // namespace
} // namespace framehand

int main(int argc, char** argv) {
    return framehand::run(argc, argv);
}
