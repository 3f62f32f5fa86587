// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/capabilities.h"
#include "core/jobs/package_layout.h"
#include "core/jobs/transcode_protocol.h"

namespace {

using namespace framehand;

/// What is accepted means the same after it was written and read again, and stays inside its folder.
void check_job(const base::Json& json) {
    const auto job = jobs::job_from_json(json);
    if (!job) {
        return;
    }
    const auto again = jobs::job_from_json(jobs::to_json(*job));
    if (!again || !(*again == *job)) {
        __builtin_trap();
    }
    if (const auto layout = jobs::make_layout(*job, "0123456789ab")) {
        for (const std::string& folder : layout->rung_dirs) {
            if (folder.starts_with('/') || folder == ".." || folder.starts_with("../") ||
                folder.find("/../") != std::string::npos) {
                __builtin_trap();
            }
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto json = base::parse_json(text, "input");
    if (!json) {
        return 0;
    }
    check_job(*json);
    static_cast<void>(jobs::capabilities_from_json(*json));
    static_cast<void>(jobs::manifest_from_json(*json));
    static_cast<void>(jobs::transcode_event_from_json(*json));
    if (const auto spec = jobs::transcode_spec_from_json(*json)) {
        if (!jobs::transcode_spec_from_json(jobs::to_json(*spec))) {
            __builtin_trap();
        }
    }
    return 0;
}
