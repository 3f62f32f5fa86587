// SPDX-License-Identifier: GPL-3.0-or-later
// What the original libraries' producers, listeners and workers see of the source (tests/e2e/bull/client.js).
#include "core/sources/bullmq_source.h"
#include "platform/qt/qt_timers.h"
#include "tests/platform/wait_for.h"
#include "tests/support/redis/redis_client.h"
#include "tests/support/redis/redis_server.h"

#include <QFileInfo>
#include <QProcess>
#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Json;
using test::wait_for;

const QString kClient = QStringLiteral(FRAMEHAND_BULL_CLIENT);
const std::string kQueue = "transcoding-720p";

/// One run of the client: its lines so far.
class Node {
public:
    Node(const std::string& library, const std::string& url, const std::vector<std::string>& arguments) {
        QStringList list{kClient, QString::fromStdString(library), QString::fromStdString(url)};
        for (const auto& argument : arguments) {
            list << QString::fromStdString(argument);
        }
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("node"), list);
    }

    ~Node() {
        m_process.kill();
        m_process.waitForFinished();
    }

    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

    const std::vector<Json>& lines() {
        while (m_process.canReadLine()) {
            m_lines.push_back(Json::parse(m_process.readLine().toStdString()));
        }
        return m_lines;
    }

    /// The newest line of this event (of this job), once it is there; null if it never comes.
    Json event(const std::string& name, const std::string& id = "") {
        Json found;
        const auto look = [&] {
            for (const auto& line : lines()) {
                if (line.value("event", "") == name && line.value("id", "") == id) {
                    found = line;
                }
            }
            return !found.is_null();
        };
        EXPECT_TRUE(wait_for(look)) << "no " << name << " in " << Json(lines()).dump();
        return found;
    }

    Json answer() {
        EXPECT_TRUE(wait_for([this] { return !lines().empty() || m_process.state() == QProcess::NotRunning; }));
        return m_lines.empty() ? Json() : m_lines.back();
    }

private:
    QProcess m_process;
    std::vector<Json> m_lines;
};

class BullClientsTest : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        if (!BullmqSource::is_built_in()) {
            GTEST_SKIP() << "this build is without the scripts";
        }
        if (!QFileInfo::exists(QFileInfo(kClient).path() + QStringLiteral("/node_modules/bullmq"))) {
            FAIL() << "the clients are not installed: npm ci in tests/e2e/bull";
        }
        watcher = std::make_unique<Node>(GetParam(), server.url(), std::vector<std::string>{"watch", kQueue});
        watcher->event("ready");
    }

    std::string add(const Json& options) {
        const Json data{{"videoId", "v"},
                        {"resolution", "720p"},
                        {"originalFilename", "film.mp4"},
                        {"storagePath", "v/film.mp4"},
                        {"objectName", "v/film.mp4"}};
        return ask({"add", kQueue, data.dump(), options.dump()}).value("id", "");
    }

    Json ask(const std::vector<std::string>& arguments) { return Node(GetParam(), server.url(), arguments).answer(); }

    bool is_bull() const { return GetParam() == std::string("bull"); }

    std::unique_ptr<BullmqSource> source() {
        BullmqSourceOptions options;
        options.server = server.options();
        options.worker_id = "den";
        options.store_url = "http://store:9000";
        auto made = std::make_unique<BullmqSource>(
            options, BullmqSource::Services{{timers, [] { return 0.5; }, {}}, clock, nullptr});
        made->announce({}, [](const base::Status& status) { EXPECT_TRUE(status); });
        return made;
    }

    /// Asks as the worker does: at each sign of work.
    Assignment take(BullmqSource& from) {
        auto job = std::make_shared<std::optional<Assignment>>();
        const std::function<void()> look = [&from, job] {
            from.take({}, [job](base::Result<Taken> taken) {
                ASSERT_TRUE(taken) << taken.error().text();
                if (auto* assignment = std::get_if<Assignment>(&*taken)) {
                    *job = std::move(*assignment);
                }
            });
        };
        from.on_work = look;
        look();
        EXPECT_TRUE(wait_for([&] { return job->has_value(); }));
        from.on_work = nullptr;
        return job->has_value() ? **job : Assignment{};
    }

    static void progress(BullmqSource& at, const Lease& lease, double percent) {
        auto answered = std::make_shared<bool>(false);
        at.progress(lease, {percent, 0, -1}, [answered](const base::Result<LeaseState>& state) {
            EXPECT_EQ(state, LeaseState::Held);
            *answered = true;
        });
        EXPECT_TRUE(wait_for([&] { return *answered; }));
    }

    static void finish(BullmqSource& at, const JobOutcome& outcome) {
        auto answered = std::make_shared<bool>(false);
        at.finish(outcome, [answered](const base::Status& status) {
            EXPECT_TRUE(status) << status.error().text();
            *answered = true;
        });
        EXPECT_TRUE(wait_for([&] { return *answered; }));
    }

    test::RedisServer server{test::RedisServer::Memory::Kept};
    platform::QtTimers timers;
    base::SystemClock clock;
    std::unique_ptr<Node> watcher;
};

TEST_P(BullClientsTest, SeeAJobFromItsStartToItsResult) {
    auto worker = source();
    const auto id = add({{"attempts", 3}, {"backoff", {{"type", "exponential"}, {"delay", 5000}}}});
    const auto job = take(*worker);
    EXPECT_EQ(job.lease.job_id, kQueue + ":" + id);
    watcher->event("active", id);
    const auto workers = ask({"workers", kQueue});
    EXPECT_FALSE(workers["workers"].empty()) << workers.dump();
    for (const double percent : {0.0, 10.0, 50.0, 100.0}) {
        progress(*worker, job.lease, percent);
    }
    JobOutcome outcome;
    outcome.lease = job.lease;
    outcome.manifest_url = "s3://transcoded-videos/v/v_720p.mp4";
    outcome.output_bytes = 4711;
    outcome.media_sec = 5.005;
    finish(*worker, outcome);

    const Json result{{"videoId", "v"},
                      {"resolution", "720p"},
                      {"outputUrl", "http://store:9000/transcoded-videos/v/v_720p.mp4"},
                      {"size", 4711},
                      {"duration", 5.01}};
    EXPECT_EQ(watcher->event("completed", id)["result"], result);
    std::vector<int> told;
    for (const auto& line : watcher->lines()) {
        if (line.value("event", "") == "progress") {
            told.push_back(line["progress"].is_number() ? line["progress"].get<int>()
                                                        : std::stoi(line["progress"].get<std::string>()));
        }
    }
    EXPECT_EQ(told, (std::vector<int>{10, 20, 26, 50, 80, 85, 95, 100}));
    const auto seen = ask({"job", kQueue, id});
    EXPECT_EQ(seen["state"], "completed");
    EXPECT_EQ(seen["result"], result);
    EXPECT_EQ(seen["progress"], 100);
}

TEST_P(BullClientsTest, SeeEachFailureAndTheLastOne) {
    auto worker = source();
    const auto id = add({{"attempts", 3}, {"backoff", {{"type", "exponential"}, {"delay", 50}}}});
    for (int attempt = 1; attempt <= 3; ++attempt) {
        const auto job = take(*worker);
        EXPECT_EQ(job.lease.attempt, attempt);
        JobOutcome outcome;
        outcome.lease = job.lease;
        outcome.error_message = "input file does not exist: s3://original-videos/v/film.mp4";
        finish(*worker, outcome);
    }
    EXPECT_EQ(watcher->event("failed", id)["reason"], "input file does not exist: s3://original-videos/v/film.mp4");
    if (!is_bull()) {
        watcher->event("delayed", id);
        watcher->event("retries-exhausted", id);
    }
    const auto seen = ask({"job", kQueue, id});
    EXPECT_EQ(seen["state"], "failed");
    EXPECT_EQ(seen["attempts"], 3);
}

TEST_P(BullClientsTest, AnOriginalWorkerTakesOverFromOneThatDied) {
    auto dead = source();
    const auto id = add({{"attempts", 1}});
    take(*dead);
    dead.reset();
    test::RedisClient(server).call({"DEL", "bull:" + kQueue + ":" + id + ":lock"}); // its time is over
    Node original(GetParam(), server.url(), {"work", kQueue});
    original.event("worked", id);
    EXPECT_EQ(watcher->event("completed", id)["result"], (Json{{"worked", true}}));
}

TEST_P(BullClientsTest, AJobThatIsGivenBackIsDoneByAnOriginalWorker) {
    auto worker = source();
    const auto id = add({{"attempts", 1}});
    const auto job = take(*worker);
    auto answered = std::make_shared<bool>(false);
    worker->give_back(job.lease, [answered](const base::Status& status) {
        EXPECT_TRUE(status);
        *answered = true;
    });
    ASSERT_TRUE(wait_for([&] { return *answered; }));
    Node original(GetParam(), server.url(), {"work", kQueue});
    original.event("worked", id);
    watcher->event("completed", id);
}

INSTANTIATE_TEST_SUITE_P(Libraries, BullClientsTest, testing::Values("bullmq", "bullmq5", "bull"),
                         [](const auto& library) { return std::string(library.param); });

} // namespace
} // namespace framehand::sources
