// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/file_job.h"

namespace framehand::transcoder {

base::Result<jobs::TranscodeSpec> package_of_file(const jobs::TranscodeSpec& spec) {
    using base::ErrorCode;
    const std::string container = spec.job.file ? spec.job.file->container : std::string();
    if (!container.empty() && container != "mp4" && container != "mkv") {
        return base::fail(ErrorCode::InvalidArgument,
                          "file.container: \"" + container + "\" cannot be made; \"mp4\" and \"mkv\" can");
    }
    if (spec.job.outputs.size() != 1 || spec.layout.rung_dirs.size() != 1) {
        return base::fail(ErrorCode::InvalidArgument, "outputs: one file has the pictures of one output");
    }
    if (spec.segments) {
        return base::fail(ErrorCode::InvalidArgument, "segments: one file is made as a whole");
    }
    jobs::TranscodeSpec package = spec;
    package.job.deliverables = {container == "mkv" ? jobs::Deliverable::Mkv : jobs::Deliverable::Mp4};
    package.job.file_output = 0;
    package.job.hls.segment_format = jobs::SegmentFormat::Fmp4;
    package.layout.dash.clear();
    return package;
}

std::string film_name(const jobs::Job& job) {
    return job.wants(jobs::Deliverable::Mkv) ? "film.mkv" : "film.mp4";
}

} // namespace framehand::transcoder
