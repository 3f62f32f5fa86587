// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/own_transcoder.h"

#include "app/framehandctl/await.h"
#include "core/base/text.h"
#include "core/worker/spec_limits.h"
#include "core/worker/transcoder_locator.h"
#include "core/worker/transcoder_tool.h"

#include <random>

namespace framehand::cli {

base::Result<OwnTranscoder> OwnTranscoder::locate(Context& context) {
    FH_ASSIGN(std::filesystem::path program,
              worker::find_transcoder(context.services().program_dir, context.services().files));
    return OwnTranscoder(context, std::move(program));
}

base::Result<jobs::Capabilities> OwnTranscoder::capabilities(worker::CapabilityUse use) {
    const Services& services = m_context.services();
    FH_ASSIGN(const settings::LoadedSettings* loaded, m_context.settings());
    worker::CapabilitySource source(services.children, services.timers, services.files, m_program,
                                    loaded->settings.data_dir, services.host.facts());
    // Quick answers come from the cache; only a slow one needs a word.
    const auto patience = services.timers.after(base::Duration(700), [this] {
        m_context.console().note("measuring what the encoders of this machine really do; this takes some seconds");
    });
    return await<jobs::Capabilities>(services.interrupted, [&](auto done) {
        source.get(use, std::move(done));
        return 0;
    });
}

base::Result<base::Json> OwnTranscoder::plan(const jobs::TranscodeSpec& spec) {
    const Services& services = m_context.services();
    FH_ASSIGN(const settings::LoadedSettings* loaded, m_context.settings());
    jobs::TranscodeSpec limited = spec;
    worker::SpecLimits::from(loaded->settings).apply(limited);
    auto answer = await<std::string>(services.interrupted, [&](auto done) {
        worker::TranscoderQuestion question{m_program, {"plan"}, base::dump_json(jobs::to_json(limited)) + "\n"};
        return std::make_unique<worker::TranscoderTool>(services.children, services.timers, std::move(question),
                                                        std::move(done));
    });
    if (!answer) {
        return std::move(answer.error());
    }
    return base::parse_json(*answer, "the plan");
}

base::Result<jobs::TranscodeSpec> make_spec(jobs::Job job, const std::filesystem::path& video,
                                            jobs::Capabilities capabilities, int threads, std::string package_id) {
    FH_ASSIGN(jobs::PackageLayout layout, jobs::make_layout(job, std::move(package_id)));
    jobs::TranscodeSpec spec;
    spec.job = std::move(job);
    spec.input_path = video.string();
    spec.package_dir = "/";
    spec.layout = std::move(layout);
    spec.capabilities = std::move(capabilities);
    spec.threads = threads;
    return spec;
}

std::string new_package_id() {
    constexpr std::size_t kDigits = 12;
    std::random_device random;
    std::string bytes;
    while (bytes.size() < kDigits / 2) {
        bytes += static_cast<char>(random() & 0xFFU);
    }
    return base::to_hex(bytes);
}

} // namespace framehand::cli
