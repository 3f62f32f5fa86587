// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/submission.h"

#include "core/jobs/package_layout.h"
#include "core/storage/relative_path.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <random>
#include <utility>

namespace framehand::orchestrator {

using base::ErrorCode;
using base::fail;

namespace {

constexpr std::size_t kMaxJobIdBytes = 128;
constexpr int kMaxPriority = 100;

/// A job's id becomes a folder's name at the worker.
base::Status check_job_id(const std::string& id) {
    const bool plain = std::ranges::all_of(
        id, [](unsigned char c) { return (c < 0x80 && std::isalnum(c) != 0) || c == '-' || c == '_' || c == '.'; });
    if (id.empty() || id.size() > kMaxJobIdBytes || !plain || id.starts_with('.')) {
        return fail(ErrorCode::InvalidArgument,
                    "job_id: must be 1 to 128 letters, digits, '-', '_' or '.', and not begin with '.'");
    }
    return {};
}

base::Status check_paths(const jobs::Job& job) {
    if (const auto source = storage::check_relative(job.input.source_url, "the path"); !source) {
        return fail(ErrorCode::InvalidArgument, "input.source_url: " + source.error().message);
    }
    if (const auto layout = jobs::make_layout(job, "000000000000"); !layout) {
        // A path that leaves the root is a fault of the request here, whatever it is for a worker.
        return fail(ErrorCode::InvalidArgument, layout.error().message, layout.error().cause);
    }
    return {};
}

} // namespace

std::string new_job_id() {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::random_device random;
    std::string id = "job-";
    for (int word = 0; word < 2; ++word) {
        auto bits = static_cast<std::uint32_t>(random());
        for (int digit = 0; digit < 8; ++digit, bits >>= 4U) {
            id += kDigits[bits & 0xFU];
        }
    }
    return id;
}

base::Result<Submission> read_submission(base::Json body) {
    base::JsonReader reader(body, "");
    Submission submission;
    const auto priority = reader.integer_or("priority", 0);
    if (priority < -kMaxPriority || priority > kMaxPriority) {
        reader.reject("priority", "must be from -100 to 100");
    }
    if (reader.bool_or("dry_run", false)) {
        submission.mode = Submission::Mode::DryRun;
    }
    const auto id = reader.optional_string("job_id");
    FH_TRY(reader.status());
    submission.priority = static_cast<int>(priority);
    if (!id) {
        body["job_id"] = new_job_id();
    }
    FH_ASSIGN(submission.job, jobs::job_from_json(body));
    FH_TRY(check_job_id(submission.job.job_id));
    FH_TRY(check_paths(submission.job));
    return submission;
}

} // namespace framehand::orchestrator
