// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/transcoder_planner.h"

#include "core/worker/allowed_capabilities.h"

#include <QMetaObject>

#include <utility>

namespace framehand::daemon {

TranscoderPlanner::TranscoderPlanner(const Services& services, CapabilityKeeper& capabilities,
                                     std::filesystem::path transcoder, const settings::Settings& settings)
    : m_services(services), m_capabilities(capabilities), m_transcoder(std::move(transcoder)),
      m_nas(settings.nas_mount_path.empty()
                ? std::nullopt
                : std::make_optional<storage::NasRoot>(settings.nas_mount_path, services.files)),
      m_threads(settings.threads), m_encoders(settings.encoders), m_limits(worker::SpecLimits::from(settings)) {
}

TranscoderPlanner::~TranscoderPlanner() {
    std::deque<std::unique_ptr<Request>> open;
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        open = std::exchange(m_arrived, {});
    }
    for (auto& [id, request] : std::exchange(m_running, {})) {
        open.push_back(std::move(request));
    }
    for (auto& request : open) {
        request->tool.reset();
        request->task.reset();
        request->done(base::fail(base::ErrorCode::Unavailable, "the daemon is stopping"));
    }
}

void TranscoderPlanner::plan(const jobs::Job& job, Done done) {
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_closed && m_arrived.size() < kMaxWaiting) {
            auto request = std::make_unique<Request>();
            request->job = job;
            request->done = std::move(done);
            m_arrived.push_back(std::move(request));
            QMetaObject::invokeMethod(
                &m_context, [this] { run_more(); }, Qt::QueuedConnection);
            return;
        }
    }
    done(base::fail(base::ErrorCode::Unavailable, "too many plans are asked for at once"));
}

void TranscoderPlanner::apply(const settings::Settings& settings) {
    m_threads = settings.threads;
    m_encoders = settings.encoders;
    m_limits = worker::SpecLimits::from(settings);
}

void TranscoderPlanner::run_more() {
    while (m_running.size() < kMaxRunning) {
        std::unique_ptr<Request> request;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_arrived.empty()) {
                return;
            }
            request = std::move(m_arrived.front());
            m_arrived.pop_front();
        }
        const auto id = m_next++;
        m_running.emplace(id, std::move(request));
        if (m_nas) {
            locate(id);
        } else {
            finish(id, base::fail(base::ErrorCode::Unsupported,
                                  "a plan needs to read the video: set nas_mount_path at the orchestrator"));
        }
    }
}

void TranscoderPlanner::locate(Id id) {
    auto spec = std::make_shared<base::Result<jobs::TranscodeSpec>>();
    auto& request = *m_running.at(id);
    request.task = m_services.background.run(
        [spec, &nas = *m_nas, limits = m_limits, threads = m_threads, job = request.job] {
            *spec = [&]() -> base::Result<jobs::TranscodeSpec> {
                jobs::TranscodeSpec made;
                made.job = job;
                FH_ASSIGN(made.layout, jobs::make_layout(job, "000000000000"));
                FH_ASSIGN(const auto input, nas.resolve_input(job.input.source_url));
                FH_TRY(nas.resolve_destination(made.layout.destination));
                made.input_path = input.string();
                made.threads = threads;
                limits.apply(made);
                return made;
            }();
        },
        [this, id, spec] {
            m_running.at(id)->task.reset();
            if (!*spec) {
                finish(id, spec->error());
                return;
            }
            m_capabilities.get([this, id, spec](const base::Result<jobs::Capabilities>& capabilities) {
                if (!m_running.contains(id)) {
                    return;
                }
                if (!capabilities) {
                    finish(id, capabilities.error());
                    return;
                }
                (*spec)->capabilities = worker::allowed_capabilities(*capabilities, m_encoders);
                ask(id, std::move(**spec));
            });
        });
}

void TranscoderPlanner::ask(Id id, jobs::TranscodeSpec spec) {
    worker::TranscoderQuestion question;
    question.program = m_transcoder;
    question.arguments = {"plan"};
    question.input = base::dump_json(jobs::to_json(spec)) + "\n";
    m_running.at(id)->tool = std::make_unique<worker::TranscoderTool>(
        m_services.children, m_services.timers, std::move(question), [this, id](const base::Result<std::string>& said) {
            m_running.at(id)->tool.reset();
            finish(id, said ? base::parse_json(*said, "framehand-transcoder plan")
                            : base::Result<base::Json>(said.error()));
        });
}

void TranscoderPlanner::finish(Id id, base::Result<base::Json> plan) {
    const auto node = m_running.extract(id);
    node.mapped()->done(std::move(plan));
    QMetaObject::invokeMethod(
        &m_context, [this] { run_more(); }, Qt::QueuedConnection);
}

} // namespace framehand::daemon
