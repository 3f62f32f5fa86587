// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/sources/rabbitmq_messages.h"

#include <string>

namespace framehand::sources {

/// The job that a message asks for: a GStreamer pipeline from one object of the bucket to another.
[[nodiscard]] jobs::Job job_of(const RabbitMqMessage& message, const std::string& bucket);

} // namespace framehand::sources
