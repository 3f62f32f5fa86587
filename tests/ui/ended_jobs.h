// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>

namespace framehand::test {

/// A row of `jobs.list`.
[[nodiscard]] inline base::Json ended_job(const std::string& id, const std::string& state = "COMPLETED") {
    auto job = base::Json::parse(R"({
        "title": "Sintel", "input": "movies/Sintel.mkv", "output": "hls/Sintel",
        "started_at": "2026-11-21T10:00:00.000Z", "ended_at": "2026-11-21T11:20:00.000Z", "duration_sec": 4800,
        "duration_of": "work", "speed": 3.63, "input_bytes": 5000000000, "output_bytes": 1200000000,
        "rungs": ["1080p", "720p", "audio"], "index": "/mnt/nas/hls/Sintel/index.m3u8", "error": null, "attempts": 1})");
    job["id"] = id;
    job["state"] = state;
    if (state == "FAILED") {
        job["index"] = "";
        job["output_bytes"] = 0;
        job["error"] = {{"code", "no_space"}, {"message", "the share is full"}, {"cause", "write:\nENOSPC"}};
    }
    return job;
}

/// An answer with rows "j<from>" to "j<from + count - 1>".
[[nodiscard]] inline base::Json ended_jobs(int from, int count, int total) {
    auto jobs = base::Json::array();
    for (int i = from; i < from + count; ++i) {
        jobs.push_back(ended_job("j" + std::to_string(i)));
    }
    return {{"total", total}, {"jobs", jobs}};
}

} // namespace framehand::test
