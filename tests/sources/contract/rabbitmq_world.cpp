// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/contract/rabbitmq_world.h"

#include "core/base/json.h"
#include "tests/platform/wait_for.h"
#include "tests/sources/contract/source_contract.h"

#include <algorithm>

namespace framehand::test {

namespace {

constexpr amqp::Channel kProducing = 1;
constexpr amqp::Channel kWatching = 2;
constexpr const char* kPoison = "{\"job_id\": ";

} // namespace

RabbitMqServer& shared_rabbitmq() {
    static RabbitMqServer server;
    return server;
}

void RabbitMqWorld::Complaints::write(const base::LogRecord& record) {
    if (record.message == "the broker closed a channel") {
        ++closed_channels;
    } else if (record.level == base::LogLevel::Error) {
        for (const auto& [key, value] : record.fields) {
            texts.insert(value);
        }
    }
}

RabbitMqWorld::RabbitMqWorld(RabbitMqServer& server) : m_server(server) {
    static int worlds = 0;
    const auto suffix = "_" + std::to_string(++worlds);
    m_names.jobs += suffix;
    m_names.progress += suffix;
    m_names.results += suffix;
    m_names.progress_exchange += suffix;
    m_names.results_exchange += suffix;
    for (const auto& name : {m_names.jobs, m_names.progress, m_names.results}) {
        m_server.declare_durable_queue(name);
    }
    connect();
}

RabbitMqWorld::~RabbitMqWorld() = default;

std::unique_ptr<sources::JobSource> RabbitMqWorld::worker(const std::string& name) {
    sources::RabbitMqSourceOptions options;
    options.url = m_server.url();
    options.bucket = "films";
    options.worker_id = name;
    options.names = m_names;
    options.copy_patience = base::Duration{1500};
    auto source = sources::RabbitMqSource::make(
        options, m_timers, m_clock, [] { return 0.5; }, base::Logger(m_complaints, m_clock, base::LogLevel::Info));
    EXPECT_TRUE(source);
    return std::move(*source);
}

void RabbitMqWorld::submit(const std::string& film) {
    publish(base::dump_json({{"job_id", film},
                             {"input_key", "in/" + film + ".mkv"},
                             {"output_key", "out/" + film + ".mp4"},
                             {"transcode_options", "videoconvert ! x264enc"}}));
}

void RabbitMqWorld::submit_poison() {
    publish(kPoison);
}

bool RabbitMqWorld::poison_is_set_aside() {
    return m_complaints->texts.contains(kPoison);
}

void RabbitMqWorld::stop_broker() {
    m_server.kill();
    EXPECT_TRUE(wait_for([this] { return !m_client->is_ready(); }));
}

void RabbitMqWorld::start_broker() {
    m_server.start();
    EXPECT_TRUE(wait_for([this] { return m_watching; }));
}

void RabbitMqWorld::outlive_leases() {
    // There are none: the broker takes the messages of a dead connection back at once, before it answers this.
    (void)messages();
}

void RabbitMqWorld::connect() {
    amqp::Connection::Options options;
    options.url = *amqp::parse_url(m_server.url());
    options.longest_retry = base::Duration{500};
    m_client.emplace(
        options, m_timers, [] { return 0.5; }, base::Logger{});
    m_client->on_ready = [this] { watch(); };
    m_client->on_lost = [this](const base::Error&) { m_watching = false; };
    m_client->on_delivery = [this](const amqp::Delivery& delivery) { note(delivery); };
    m_client->on_channel_ended = [](const amqp::ChannelEnd& end) { ADD_FAILURE() << end.text; };
    m_client->start();
    EXPECT_TRUE(wait_for([this] { return m_watching; }));
}

void RabbitMqWorld::watch() {
    const auto nothing = [](const base::Status&) {};
    m_client->open_channel(kProducing, nothing);
    m_client->confirm(kProducing, nothing);
    m_client->open_channel(kWatching, nothing);
    m_client->consume(kWatching, m_names.progress, "progress", nothing);
    m_client->consume(kWatching, m_names.results, "results",
                      [this](const base::Status& consumes) { m_watching = consumes.has_value(); });
}

void RabbitMqWorld::publish(const std::string& body) {
    if (const auto lease = sources::rabbitmq_lease_of(body)) {
        ++m_submitted[lease->job_id];
    }
    bool confirmed = false;
    m_client->publish(kProducing, {"", m_names.jobs, body, amqp::Keeping::OnDisk},
                      [&](const base::Status& status) { confirmed = status.has_value(); });
    EXPECT_TRUE(wait_for([&] { return confirmed; }));
}

std::uint32_t RabbitMqWorld::messages() {
    std::optional<std::uint32_t> count;
    m_client->declare_queue(kProducing, m_names.jobs, amqp::Declaration::Passive,
                            [&](const base::Result<amqp::QueueFacts>& facts) { count = facts ? facts->messages : 0; });
    EXPECT_TRUE(wait_for([&] { return count.has_value(); }));
    return count.value_or(0);
}

std::string RabbitMqWorld::told_of(const std::string& film) const {
    std::string all;
    for (const auto& body : m_told) {
        if (body.find("\"job_id\":\"" + film + "\"") != std::string::npos) {
            all += "\n" + body;
        }
    }
    return all;
}

void RabbitMqWorld::note(const amqp::Delivery& delivery) {
    m_client->settle(delivery.id, amqp::Settlement::Ack);
    m_told.push_back(delivery.body);
    const auto json = base::parse_json(delivery.body, "what the client was told");
    ASSERT_TRUE(json);
    const auto id = (*json)["job_id"].get<std::string>();
    auto& view = m_views[id];
    if (json->contains("progress")) {
        EXPECT_LT(view.ends, m_submitted[id])
            << "progress after the end of " << id << ", in this order: " << told_of(id);
        view.percent = (*json)["progress"].get<double>();
        view.state = View::State::Running;
        return;
    }
    ++view.ends;
    view.state = (*json)["status"] == "completed" ? View::State::Completed : View::State::Failed;
}

INSTANTIATE_TEST_SUITE_P(RabbitMq, SourceContract,
                         testing::Values(WorldMaker{"RabbitMq",
                                                    [] { return std::make_unique<RabbitMqWorld>(shared_rabbitmq()); }}),
                         testing::PrintToStringParamName());

} // namespace framehand::test
