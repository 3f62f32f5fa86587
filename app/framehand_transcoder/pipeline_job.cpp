// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/pipeline_job.h"

#include "core/pipeline/pipeline_runner.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace framehand::transcoder {

namespace {

constexpr double kTranscoded = 95;
constexpr double kEnd = 100;
constexpr std::size_t kLongestExtension = 16;

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

std::string result_name(const jobs::Job& job) {
    const std::string path = job.file ? job.file->path : std::string();
    const std::string name = path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    const std::string extension = dot == std::string::npos || dot == 0 ? "" : name.substr(dot + 1);
    const bool is_usable =
        !extension.empty() && extension.size() <= kLongestExtension && std::ranges::all_of(extension, is_plain);
    return is_usable ? "result." + extension : "result";
}

base::Result<jobs::PackageManifest> PipelineJob::run() {
    const std::filesystem::path folder = m_spec.package_dir;
    const std::string name = result_name(m_spec.job);
    pipeline::PipelineRequest request;
    request.options = m_spec.job.pipeline;
    request.input = m_spec.input_path;
    request.output = folder / name;
    request.scratch = folder;
    const base::CancelToken never; // the parent ends the process
    const auto report = [this](const pipeline::PipelineProgress& seen) {
        jobs::TranscodeProgress progress;
        progress.percent = seen.percent * kTranscoded / kEnd;
        progress.bytes_written = seen.bytes;
        progress.rungs = {"pipeline"};
        m_services.events.progress(std::move(progress));
    };
    FH_ASSIGN(pipeline::PipelineResult made, pipeline::PipelineRunner(m_services.clock).run(request, report, never));
    jobs::PackageManifest manifest;
    manifest.layout = m_spec.layout;
    manifest.duration_sec = made.duration_sec;
    manifest.notes = std::move(made.notes);
    FH_ASSIGN(jobs::PackageFile file, finished(name));
    manifest.files.push_back(std::move(file));
    return manifest;
}

base::Result<jobs::PackageFile> PipelineJob::finished(const std::string& name) const {
    const std::filesystem::path path = std::filesystem::path(m_spec.package_dir) / name;
    FH_TRY(m_services.file_system.append_file(path, "")); // syncs it
    FH_TRY(m_services.file_system.sync_directory(m_spec.package_dir));
    const auto hashed = m_services.file_system.hash_file(path, {});
    if (!hashed) {
        return hashed.error().wrapped("the pipeline's result cannot be read back");
    }
    return jobs::PackageFile{name, hashed->bytes, hashed->sha256};
}

} // namespace framehand::transcoder
