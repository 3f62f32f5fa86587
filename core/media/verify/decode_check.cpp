// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/decode_check.h"

#include "core/media/verify/segment_decoder.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <new>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;

namespace {

struct Task {
    const MeasuredRendition* rendition = nullptr;
    const MeasuredSegment* segment = nullptr;
    const std::vector<std::uint8_t>* init = nullptr; ///< empty for MPEG-TS
    std::string problem;                             ///< written by the one thread that took the task
};

std::string decode(const Task& task, const PackageFiles& files, VerifyLevel level, const base::CancelToken& cancel) {
    const auto bytes = files.read(task.segment->file, PackageFiles::kMaxMediaBytes);
    if (!bytes) {
        return bytes.error().text();
    }
    const SegmentDecoder decoder(task.rendition->container, task.rendition->track.kind, level);
    const auto frames = decoder.decode(*task.init, *bytes, cancel);
    if (!frames) {
        return frames.error().code == ErrorCode::Cancelled ? std::string{} : frames.error().text();
    }
    const std::int64_t wanted = level == VerifyLevel::Fast ? 1 : task.segment->frames;
    return *frames == wanted ? std::string{}
                             : "gives " + std::to_string(*frames) + " frames, not " + std::to_string(wanted);
}

/// bad_alloc is the one exception that foreign bytes can cause here.
std::string decode_guarded(const Task& task, const PackageFiles& files, VerifyLevel level,
                           const base::CancelToken& cancel) {
    try {
        return decode(task, files, level, cancel);
    } catch (const std::bad_alloc&) {
        return "needs more memory than there is";
    }
}

} // namespace

void check_decode(const MeasuredPackage& package, const PackageFiles& files, const VerifyOptions& options,
                  const base::CancelToken& cancel, const std::function<void(double)>& progress, VerifyReport& report) {
    std::vector<std::vector<std::uint8_t>> inits(package.measured.size());
    std::vector<Task> tasks;
    double total_bytes = 1;
    std::size_t number = 0;
    for (const auto& [playlist, rendition] : package.measured) {
        std::vector<std::uint8_t>& init = inits[number++];
        if (!rendition.map.empty()) {
            auto bytes = files.read(rendition.map, PackageFiles::kMaxPlaylistBytes);
            if (!bytes) {
                report.add(CheckId::Decode, rendition.map, bytes.error().text());
                continue;
            }
            init = std::move(*bytes);
        }
        for (const MeasuredSegment& segment : rendition.segments) {
            tasks.push_back({&rendition, &segment, &init, {}});
            total_bytes += static_cast<double>(segment.bytes);
        }
    }

    std::atomic<std::size_t> next = 0;
    std::mutex mutex; // guards done_bytes and the calls of progress
    double done_bytes = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < tasks.size() && !cancel.cancelled(); i = next++) {
            tasks[i].problem = decode_guarded(tasks[i], files, options.level, cancel);
            const std::scoped_lock lock(mutex);
            done_bytes += static_cast<double>(tasks[i].segment->bytes);
            progress(done_bytes / total_bytes);
        }
    };
    std::vector<std::jthread> helpers;
    const std::size_t count =
        std::min<std::size_t>(static_cast<std::size_t>(std::clamp(options.threads, 1, 64)), tasks.size());
    for (std::size_t i = 1; i < count; ++i) {
        helpers.emplace_back(work);
    }
    work();
    helpers.clear(); // joins

    for (Task& task : tasks) {
        if (!task.problem.empty()) {
            report.add(CheckId::Decode, task.segment->file, std::move(task.problem));
        }
    }
}

} // namespace framehand::media::verify
