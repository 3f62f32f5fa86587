// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/text_renditions.h"

#include "core/media/first_picture.h"
#include "core/media/package_publisher.h"
#include "core/media/rendition_folders.h"

#include <filesystem>
#include <utility>

namespace framehand::media {

namespace {

base::Result<TextTimes> times_of(const MediaSource& source, const Plan& plan, const SegmentJournal& journal,
                                 const base::CancelToken& cancel) {
    std::optional<PresentationTimeline::Zero> zero = journal.zero();
    if (!zero) {
        FH_ASSIGN(zero, find_first_picture(source, plan, cancel));
    }
    FH_ASSIGN(const RenditionRecord video, journal.finished(rung_rendition(0)).record());
    TextTimes times;
    times.zero_us = rescale(zero->pts, zero->time_base, {1, 1'000'000});
    times.timescale = video.timescale;
    for (const SegmentRecord& segment : video.segments) {
        if (times.cuts.empty()) {
            times.cuts.push_back(segment.start);
        }
        times.cuts.push_back(segment.end);
    }
    return times;
}

base::Status write(ports::FileSystem& file_system, const jobs::TranscodeSpec& spec, TextTrack& track,
                   const base::CancelToken& cancel) {
    const auto folder = std::filesystem::path(spec.package_dir) / text_folder(spec.layout, track.plan());
    if (auto made = file_system.create_directories(folder); !made) {
        return base::Error(made.error());
    }
    return track.write(file_system, folder, cancel);
}

} // namespace

base::Result<TextRenditions> make_text_renditions(ports::FileSystem& file_system, const jobs::TranscodeSpec& spec,
                                                  const MediaSource& source, const Plan& plan,
                                                  const SegmentJournal& journal, std::optional<TextCollector> collected,
                                                  const base::CancelToken& cancel) {
    TextRenditions made;
    if (spec.layout.text_dir.empty()) {
        return made; // a layout from before there were text tracks
    }
    FH_TRY(file_system.remove_all(std::filesystem::path(spec.package_dir) /
                                  spec.layout.version_dir(spec.layout.text_dir)));
    if (plan.text.empty() || !plan.video) {
        return made;
    }
    FH_ASSIGN(const TextTimes times, times_of(source, plan, journal, cancel));
    if (!collected) {
        FH_ASSIGN(collected, collect_text(source, plan, cancel));
    }
    made.notes = collected->notes();
    for (TextTrack& track : collected->tracks()) {
        track.finish(times);
        const std::vector<std::string> notes = track.notes();
        made.notes.insert(made.notes.end(), notes.begin(), notes.end());
        if (std::string obstacle = track.obstacle(); !obstacle.empty()) {
            made.notes.push_back(std::move(obstacle));
            continue;
        }
        FH_TRY(write(file_system, spec, track, cancel));
        made.tracks.push_back(std::move(track));
    }
    return made;
}

} // namespace framehand::media
