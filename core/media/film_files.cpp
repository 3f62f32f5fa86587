// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/film_files.h"

#include "core/media/film_writer.h"
#include "core/media/picture_size.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace framehand::media {

namespace {

/// Index of the rung that single files show.
std::size_t rung_of(const jobs::Job& job, const VideoPlan& video) {
    if (job.file_output && *job.file_output < video.rungs.size()) {
        return *job.file_output;
    }
    const auto area = [](const RungPlan& rung) { return PictureSize{rung.width, rung.height}.area(); };
    // Of equally large ones the first that everything plays.
    const auto rank = [&](const RungPlan& rung) { return std::pair(area(rung), rung.codec == "h264"); };
    return static_cast<std::size_t>(std::ranges::max_element(video.rungs, {}, rank) - video.rungs.begin());
}

} // namespace

base::Result<std::vector<std::string>> make_film_files(ports::FileSystem& file_system, const jobs::TranscodeSpec& spec,
                                                       const Plan& plan, const FinishedRenditions& finished,
                                                       const std::vector<TextTrack>& text,
                                                       const base::CancelToken& cancel) {
    const std::filesystem::path root = spec.package_dir;
    Film film;
    std::string folder;
    if (plan.video) {
        const std::size_t rung = rung_of(spec.job, *plan.video);
        folder = spec.layout.version_dir(spec.layout.rung_dirs[rung]);
        film.tracks.push_back({root / folder, finished.rungs[rung], "", ""});
    }
    for (std::size_t i = 0; i < finished.audio.size(); ++i) {
        const AudioPlan& audio = plan.audio[i];
        const std::string own = audio_folder(spec.layout, audio);
        folder = folder.empty() ? own : folder;
        film.tracks.push_back({root / own, finished.audio[i], audio.language, audio.name});
    }
    for (const TextTrack& track : text) {
        const TextPlan& words = track.plan();
        film.text.push_back({&track.cues(), words.language, words.name, words.is_default, words.forced});
    }
    std::vector<std::string> files;
    for (const auto& [kind, name] :
         {std::pair(jobs::Deliverable::Mp4, "film.mp4"), std::pair(jobs::Deliverable::Mkv, "film.mkv")}) {
        if (!spec.job.wants(kind)) {
            continue;
        }
        film.kind = kind;
        const std::filesystem::path half = root / folder / (std::string(".") + name + ".tmp");
        const std::filesystem::path whole = root / folder / name;
        FH_TRY(write_film(film, half, cancel));
        FH_TRY(file_system.append_file(half, "")); // syncs it
        FH_TRY(file_system.rename(half, whole));
        FH_TRY(file_system.sync_directory(root / folder));
        files.push_back(folder + "/" + name);
    }
    return files;
}

} // namespace framehand::media
