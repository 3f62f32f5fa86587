// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/capability_source.h"

#include <utility>

namespace framehand::worker {

CapabilitySource::CapabilitySource(ports::ChildProcessLauncher& launcher, ports::Timers& timers,
                                   ports::FileSystem& file_system, std::filesystem::path transcoder,
                                   std::filesystem::path data_dir, ports::HostFacts facts)
    : m_launcher(launcher), m_timers(timers), m_cache(file_system, std::move(data_dir)),
      m_transcoder(std::move(transcoder)), m_facts(std::move(facts)) {
    m_key.cpu_model = m_facts.cpu_model;
    m_key.gpu_name = m_facts.gpu_name;
    m_key.driver_version = m_facts.driver_version;
}

void CapabilitySource::ask(TranscoderQuestion question, std::function<void(base::Result<std::string>)> done) {
    question.program = m_transcoder;
    m_tool = std::make_unique<TranscoderTool>(m_launcher, m_timers, std::move(question),
                                              [this, done = std::move(done)](base::Result<std::string> answer) {
                                                  m_tool.reset();
                                                  done(std::move(answer));
                                              });
}

void CapabilitySource::get(CapabilityUse use, Done done) {
    TranscoderQuestion question;
    question.arguments = {"--version"};
    ask(std::move(question), [this, use, done = std::move(done)](const base::Result<std::string>& version) {
        if (!version) {
            done(version.error());
            return;
        }
        m_key.transcoder = *version;
        if (use == CapabilityUse::CachedIfValid) {
            if (auto cached = m_cache.load(m_key)) {
                done(std::move(*cached));
                return;
            }
        }
        measure(done);
    });
}

void CapabilitySource::measure(Done done) {
    TranscoderQuestion question;
    question.arguments = {"probe", "--progress"};
    question.take_line = [this](std::string_view line) {
        const auto measuring = jobs::measuring_from_event(line);
        if (measuring && on_progress) {
            on_progress(*measuring);
        }
        return measuring.has_value();
    };
    ask(std::move(question), [this, done = std::move(done)](const base::Result<std::string>& answer) {
        auto capabilities = read(answer);
        if (capabilities) {
            // Without a cache the next start measures again: slower, not wrong.
            [[maybe_unused]] const auto saved = m_cache.save(m_key, *capabilities);
        }
        done(std::move(capabilities));
    });
}

base::Result<jobs::Capabilities> CapabilitySource::read(const base::Result<std::string>& answer) const {
    if (!answer) {
        return answer.error();
    }
    FH_ASSIGN(const auto json, base::parse_json(*answer, "framehand-transcoder probe"));
    FH_ASSIGN(auto capabilities, jobs::capabilities_from_json(json));
    capabilities.cpu_cores = m_facts.cpu_cores;
    capabilities.ram_bytes = m_facts.ram_bytes;
    capabilities.cpu_model = m_facts.cpu_model;
    capabilities.gpu_name = m_facts.gpu_name;
    capabilities.gpu_vendor = m_facts.gpu_vendor;
    capabilities.driver_version = m_facts.driver_version;
    return capabilities;
}

} // namespace framehand::worker
