// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/context.h"
#include "core/jobs/capabilities.h"
#include "core/jobs/transcode_protocol.h"
#include "core/worker/capability_source.h"

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::cli {

/// framehand-transcoder as the verbs use it: each call blocks until the child has ended, and kills it when the user
/// interrupts. Main thread only.
class OwnTranscoder {
public:
    /// NotFound if the program is not installed beside this one.
    [[nodiscard]] static base::Result<OwnTranscoder> locate(Context& context);

    [[nodiscard]] const std::filesystem::path& program() const { return m_program; }

    /// What this machine can do; says so when it has to be measured, which takes some seconds.
    [[nodiscard]] base::Result<jobs::Capabilities> capabilities(worker::CapabilityUse use);
    /// The plan of a job for a local video, as JSON. Writes nothing.
    [[nodiscard]] base::Result<base::Json> plan(const jobs::TranscodeSpec& spec);

private:
    OwnTranscoder(Context& context, std::filesystem::path program)
        : m_context(context), m_program(std::move(program)) {}

    Context& m_context;
    std::filesystem::path m_program;
};

/// 12 random hexadecimal digits.
[[nodiscard]] std::string new_package_id();

/// A spec for a local video, ready but for package_dir. InvalidArgument / PermissionDenied from make_layout().
[[nodiscard]] base::Result<jobs::TranscodeSpec> make_spec(jobs::Job job, const std::filesystem::path& video,
                                                          jobs::Capabilities capabilities, int threads,
                                                          std::string package_id = new_package_id());

} // namespace framehand::cli
