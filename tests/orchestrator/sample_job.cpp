// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/orchestrator/sample_job.h"

namespace framehand::test {

jobs::Job sample_job(const std::string& id, const std::string& codec) {
    jobs::Job job;
    job.job_id = id;
    job.movie_id = "movie-1";
    job.input = {"films/a.mkv", "mkv"};
    jobs::OutputRequest output;
    output.resolution = "720p";
    output.bitrate = 2'500'000;
    output.codec = codec;
    output.dest_path = "out/" + id + "/720p";
    job.outputs.push_back(output);
    return job;
}

base::Json sample_submission() {
    return {{"input", {{"source_url", "films/a.mkv"}}},
            {"outputs", {{{"resolution", "720p"}, {"dest_path", "out/720p"}}}}};
}

jobs::WorkerCapabilities software_worker() {
    jobs::WorkerCapabilities capabilities;
    capabilities.supported_codecs = {"libx264"};
    capabilities.max_resolution = "4k";
    return capabilities;
}

} // namespace framehand::test
