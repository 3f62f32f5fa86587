// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/rabbitmq_job.h"

namespace framehand::sources {

jobs::Job job_of(const RabbitMqMessage& message, const std::string& bucket) {
    const auto objects = "s3://" + bucket + "/";
    jobs::Job job;
    job.job_id = message.job_id;
    job.input.source_url = objects + message.input;
    job.work = jobs::Work::Pipeline;
    job.file.emplace();
    job.file->path = objects + message.output;
    job.pipeline = message.options;
    return job;
}

} // namespace framehand::sources
