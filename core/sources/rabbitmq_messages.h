// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/sources/job_source.h"

#include <string>
#include <string_view>

namespace framehand::sources {

/// The name of the source, as settings and leases have it.
inline constexpr const char* kRabbitMq = "rabbitmq";

/// Two generations of the same system name the fields differently; a result speaks as its job did.
enum class RabbitMqFlavour {
    Keys,    ///< input_key, output_key
    S3Paths, ///< input_s3_path, output_s3_path; its client refuses a result with any other field than it knows
};

/// What a job message asks for.
struct RabbitMqMessage {
    std::string job_id;
    RabbitMqFlavour flavour = RabbitMqFlavour::Keys;
    std::string input;   ///< key of an object in the bucket, as it is written
    std::string output;  ///< the same
    std::string options; ///< "transcode_options": a GStreamer pipeline or its middle
};

/// As much of a message as an answer needs; all of it is kept in Lease::ticket.
struct RabbitMqTicket {
    RabbitMqFlavour flavour = RabbitMqFlavour::Keys;
    std::string output; ///< "" where the message has none that can be read
    std::string digest; ///< SHA-256 of the message: a copy of it that comes again is known by this

    bool operator==(const RabbitMqTicket&) const = default;
};

/// InvalidArgument names what is wrong with the message.
[[nodiscard]] base::Result<RabbitMqMessage> read_rabbitmq_message(std::string_view body);

/// Of a message that read_rabbitmq_message() refuses, too: whom to answer. NotFound if it has no usable job_id.
[[nodiscard]] base::Result<Lease> rabbitmq_lease_of(std::string_view body);

[[nodiscard]] std::string to_text(const RabbitMqTicket& ticket);
/// CorruptData if it is not what to_text() wrote.
[[nodiscard]] base::Result<RabbitMqTicket> rabbitmq_ticket_from(const std::string& text);

/// {"job_id", "progress", "timestamp", "worker_id"}: percent with four decimals.
[[nodiscard]] std::string rabbitmq_progress(const std::string& job_id, double percent, const std::string& worker_id,
                                            base::WallTime now);

/// Keys: {"job_id", "status", "output_key"} or {"job_id", "status", "error", "error_type"}.
/// S3Paths: {"job_id", "status", "timestamp", "worker_id", "output_s3_path", "error", "error_type"}, null where there
/// is nothing to say.
[[nodiscard]] std::string rabbitmq_result(const JobOutcome& outcome, const RabbitMqTicket& ticket,
                                          const std::string& worker_id, base::WallTime now);

/// "s3_download", "s3_upload", "pipeline_parse", "pipeline_play", "mid_transcode", "pipeline_timeout" or "unknown".
[[nodiscard]] std::string rabbitmq_error_type(const JobOutcome& failed);

} // namespace framehand::sources
