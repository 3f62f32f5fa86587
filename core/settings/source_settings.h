// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <string>
#include <vector>

namespace framehand::settings {

/// How the messages of the Redis pipeline are taken.
enum class RedisTaking { Lists, Streams };

/// What becomes of the original once a better file has taken its place.
enum class Original { Remove, Keep };

/// Which library keeps the queues. Either: what each queue says of itself.
enum class BullKind { Either, BullMq, Bull };

/// How the name of a bucket is told. Path: http://host/bucket/key. VirtualHost: http://bucket.host/key.
enum class S3Addressing { Path, VirtualHost };

/// Where jobs come from, and the object storage that they speak of. Passwords are elsewhere: source_secrets.h.
struct SourceSettings {
    std::vector<std::string> job_source{"orchestrator"}; ///< in the order in which they are asked

    // Redis lists or streams
    std::string redis_url = "redis://127.0.0.1:6379/0";
    RedisTaking redis_taking = RedisTaking::Lists;
    std::vector<std::string> redis_roles{"transcode"}; ///< transcode, healthcheck, replace
    std::string redis_prefix = "transcode:";           ///< of all keys
    std::vector<std::string> redis_roots;              ///< the NAS root as producers write it
    Original redis_original = Original::Remove;        ///< by the role "replace"

    // Celery
    std::string celery_url = "redis://127.0.0.1:6379/0";
    std::string celery_queue = "celery";
    std::string celery_task = "celery_worker.transcode_video_task";
    std::vector<std::string> celery_parameters{"input_name", "output_name", "resolution", "format"};
    std::string celery_bucket = "videobucket";
    int celery_max_retries = 3;
    base::Duration celery_retry_countdown{60'000};
    base::Duration celery_soft_time_limit{3'300'000}; ///< 0 = none
    base::Duration celery_time_limit{3'600'000};      ///< 0 = none
    base::Duration celery_visibility_timeout{3'600'000};

    // BullMQ and Bull
    std::string bullmq_url = "redis://127.0.0.1:6379/0";
    std::vector<std::string> bullmq_queues{"transcoding-360p", "transcoding-720p", "transcoding-1080p"};
    std::string bullmq_prefix = "bull";
    BullKind bullmq_kind = BullKind::Either;
    std::string bullmq_input_bucket = "original-videos";
    std::string bullmq_output_bucket = "transcoded-videos";
    std::string bullmq_database_url; ///< PostgreSQL with the table transcoding_jobs; none if empty

    // RabbitMQ
    std::string rabbitmq_url = "amqp://127.0.0.1:5672/";
    std::string rabbitmq_bucket; ///< of all inputs and outputs

    // Object storage
    std::string s3_endpoint; ///< "http://minio:9000"; none if empty
    std::string s3_region = "us-east-1";
    S3Addressing s3_addressing = S3Addressing::Path;
};

} // namespace framehand::settings
