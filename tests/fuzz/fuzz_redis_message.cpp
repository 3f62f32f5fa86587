// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_failure.h"
#include "core/sources/redis_message.h"
#include "core/sources/redis_payload.h"
#include "tests/fuzz/check.h"

#include <algorithm>
#include <cstdint>

namespace {

using namespace framehand;
using namespace framehand::sources;
using fuzz::check;

/// Relative to the NAS root and below it, or an object.
bool is_inside(const std::string& path) {
    return path.starts_with("s3://") ||
           (!path.empty() && !path.starts_with('/') && path != ".." && !path.starts_with("../") &&
            path.find("/../") == std::string::npos && !path.ends_with("/..") && path.find('\0') == std::string::npos);
}

void check_job(std::string_view payload, RedisRole role) {
    const RedisPayloadRules rules{{"/nas", "/mnt/media/"}, "h264", 21, jobs::ReplacedFile::KeepBackup};
    const auto job = job_from_payload(payload, role, rules, "redis-1");
    if (!job) {
        fuzz::check_error(job.error());
        check(job.error().code == base::ErrorCode::InvalidArgument ||
              job.error().code == base::ErrorCode::PermissionDenied);
        return;
    }
    check(is_inside(job->input.source_url) && (!job->file || is_inside(job->file->path)));
    check(!job->file || job->file->path != job->input.source_url);
    const auto again = jobs::job_from_json(jobs::to_json(*job));
    check(again && *again == *job);
}

void check_ticket(const RedisMessage& message) {
    const auto again = message_from_ticket(to_ticket(message));
    check(again && *again == message);
}

bool is_shown(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '_' || letter == '.';
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    for (const auto role : {RedisRole::Transcode, RedisRole::HealthCheck, RedisRole::Replace}) {
        check_job(text, role);
    }
    const auto id = id_of_payload(text);
    check(id.size() <= 64 && std::ranges::all_of(id, is_shown));
    if (const auto message = message_from_ticket(text)) {
        check_ticket(*message);
    } else {
        fuzz::check_error(message.error());
    }

    RedisMessage of_list;
    of_list.role = RedisRole::HealthCheck;
    of_list.payload = text;
    const RedisFailure failure{"transcode:jobs", of_list.payload, "it broke", "worker", "now", Retry::MayHelp};
    const auto told = base::parse_json(to_text(failure), "failure");
    check(told && told->contains(is_utf8(text) ? "payload" : "payload_base64"));
    if (is_utf8(text)) {
        check((*told)["payload"] == of_list.payload);
        check_ticket(of_list);
        RedisMessage of_stream;
        of_stream.entry_id = "1700000000000-0";
        for (const auto& [name, value] : fuzz::fields_of(text)) {
            of_stream.fields.emplace_back(name, value);
        }
        of_stream.payload = payload_of_fields(of_stream.fields);
        check_ticket(of_stream);
        check_job(of_stream.payload, RedisRole::Transcode);
    }
    return 0;
}
