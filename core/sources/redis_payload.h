// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/sources/redis_role.h"

#include <string>
#include <string_view>
#include <vector>

namespace framehand::sources {

/// What the messages of the Redis pipeline leave open.
struct RedisPayloadRules {
    /// The NAS root as those call it who write the messages, absolute. The first one that a path lies below counts.
    std::vector<std::string> roots;
    std::string codec = "h264"; ///< where the message names none
    int quality = 21;           ///< the same; see jobs::OutputRequest::quality
    jobs::ReplacedFile replaced = jobs::ReplacedFile::Remove;
};

/// Reads the JSON of a message, and makes of it what a role has to do:
///
///     transcode     the file "output" is made of "input"
///     healthcheck   "output", which somebody has made, is read to its end
///     replace       "output" takes the place of "input"
///
/// A message that asks for a dry run is a rehearsal: the transcoder writes nothing, so the later stages look at "input"
/// once more.
///
/// Names are read tolerantly ("input", "input_path", "inputPath", "inputFile", "Input File Path" ...: case, blanks, '_'
/// and '-' do not count); what is not known is left alone. Paths are absolute and below one of the roots, or relative
/// to the NAS root, or "s3://bucket/key". InvalidArgument names the field; PermissionDenied names a path that is
/// elsewhere. The job's id is `job_id`.
[[nodiscard]] base::Result<jobs::Job> job_from_payload(std::string_view payload, RedisRole role,
                                                       const RedisPayloadRules& rules, const std::string& job_id);

/// The id that a message gives itself ("id", "job_id", "jobId"), if it is one that can be shown: at most 64 letters,
/// digits, '-', '_', '.'. "" if there is none.
[[nodiscard]] std::string id_of_payload(std::string_view payload);

} // namespace framehand::sources
