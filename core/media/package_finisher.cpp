// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/package_finisher.h"

#include "core/media/bandwidth.h"
#include "core/media/film_files.h"
#include "core/media/package_publisher.h"
#include "core/media/rendition_folders.h"
#include "core/media/text_renditions.h"

#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace framehand::media {

namespace {

jobs::RenditionFacts facts_of(const RenditionRecord& record, std::string name, std::string encoder) {
    jobs::RenditionFacts facts;
    facts.name = std::move(name);
    facts.encoder = std::move(encoder);
    facts.codecs = record.codecs;
    facts.average_bandwidth = average_bandwidth(record);
    facts.frames = record.packets();
    facts.bytes = record.bytes();
    return facts;
}

std::vector<const RenditionRecord*> addresses_of(const std::vector<RenditionRecord>& records) {
    std::vector<const RenditionRecord*> addresses;
    for (const RenditionRecord& record : records) {
        addresses.push_back(&record);
    }
    return addresses;
}

/// The files of a folder that holds ranges of a film, and which part of the one that was asked for there is.
base::Status describe_part(const jobs::TranscodeSpec& spec, const Plan& plan, const SegmentJournal& journal,
                           TranscodeOutput& output) {
    for (const RenditionFolder& rendition : rendition_folders(plan, spec.layout)) {
        const FinishedRendition finished = journal.finished(rendition.name);
        if (!finished.segments.empty() && !finished.init_file.empty()) {
            output.files.push_back(rendition.folder + "/" + finished.init_file);
        }
        for (const auto& [number, segment] : finished.segments) {
            output.files.push_back(rendition.folder + "/" + segment.file);
        }
    }
    output.files.emplace_back(SegmentJournal::kFileName);

    const FinishedRendition video = journal.finished(rung_rendition(0));
    const auto behind = video.segments.upper_bound(spec.segments->last);
    if (behind == video.segments.begin() || std::prev(behind)->first < spec.segments->first) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "segments: the film ends before segment " + std::to_string(spec.segments->first));
    }
    output.segments = jobs::SegmentRange{spec.segments->first, std::prev(behind)->first};
    return {};
}

} // namespace

base::Result<TranscodeOutput> finish_package(ports::FileSystem& file_system, const jobs::TranscodeSpec& spec,
                                             const MediaSource& source, const Plan& plan, const SegmentJournal& journal,
                                             std::optional<TextCollector> text, const base::CancelToken& cancel) {
    TranscodeOutput output;
    if (spec.segments) {
        FH_TRY(describe_part(spec, plan, journal, output));
    }
    const Gaps gaps = spec.segments ? Gaps::Allowed : Gaps::Refused;
    std::vector<RenditionRecord> rungs;
    for (std::size_t i = 0; plan.video && i < plan.video->rungs.size(); ++i) {
        const RungPlan& rung = plan.video->rungs[i];
        FH_ASSIGN(RenditionRecord record, journal.finished(rung_rendition(i)).record(gaps));
        output.renditions.push_back(facts_of(record, rung.name, rung.encoder));
        output.renditions.back().width = rung.width;
        output.renditions.back().height = rung.height;
        rungs.push_back(std::move(record));
    }
    std::vector<RenditionRecord> audio;
    for (std::size_t i = 0; i < plan.audio.size(); ++i) {
        FH_ASSIGN(RenditionRecord record, journal.finished(audio_rendition(i)).record(gaps));
        output.renditions.push_back(facts_of(record, name_of(plan.audio[i]), plan.audio[i].encoder));
        audio.push_back(std::move(record));
    }
    const RenditionRecord& longest = rungs.empty() ? audio.front() : rungs.front();
    output.duration_sec = to_seconds(longest.duration(), longest.timescale);
    if (spec.segments) {
        return output;
    }
    FH_ASSIGN(TextRenditions subtitles,
              make_text_renditions(file_system, spec, source, plan, journal, std::move(text), cancel));
    FinishedRenditions finished{addresses_of(rungs), addresses_of(audio), {}};
    for (const TextTrack& track : subtitles.tracks) {
        finished.text.push_back({&track.plan(), &track.record()});
        output.renditions.push_back(facts_of(track.record(), name_of(track.plan()), ""));
    }
    output.notes = std::move(subtitles.notes);
    FH_ASSIGN(const std::vector<std::string> films,
              make_film_files(file_system, spec, plan, finished, subtitles.tracks, cancel));
    FH_ASSIGN(output.files, publish_playlists(file_system, spec.package_dir, spec.layout, plan, finished));
    output.files.insert(output.files.end(), films.begin(), films.end());
    return output;
}

} // namespace framehand::media
