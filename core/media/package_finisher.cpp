// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/package_finisher.h"

#include "core/media/bandwidth.h"
#include "core/media/package_publisher.h"
#include "core/media/rendition_folders.h"

#include <optional>
#include <utility>

namespace framehand::media {

namespace {

jobs::RenditionFacts facts_of(const RenditionRecord& record) {
    jobs::RenditionFacts facts;
    facts.codecs = record.codecs;
    facts.average_bandwidth = average_bandwidth(record);
    facts.frames = record.packets();
    facts.bytes = record.bytes();
    return facts;
}

} // namespace

base::Result<TranscodeOutput> finish_package(ports::FileSystem& file_system, const jobs::TranscodeSpec& spec,
                                             const Plan& plan, const SegmentJournal& journal) {
    TranscodeOutput output;
    std::vector<RenditionRecord> records;
    const std::size_t rung_count = plan.video ? plan.video->rungs.size() : 0;
    for (std::size_t i = 0; i < rung_count; ++i) {
        const RungPlan& rung = plan.video->rungs[i];
        FH_ASSIGN(RenditionRecord record, journal.finished(rung_rendition(i)).record());
        jobs::RenditionFacts facts = facts_of(record);
        facts.name = rung.name;
        facts.encoder = rung.encoder;
        facts.width = rung.width;
        facts.height = rung.height;
        output.renditions.push_back(std::move(facts));
        records.push_back(std::move(record));
    }
    std::optional<RenditionRecord> audio;
    if (plan.audio) {
        FH_ASSIGN(audio, journal.finished(kAudioRendition).record());
        output.renditions.push_back(facts_of(*audio));
        output.renditions.back().name = "audio";
        output.renditions.back().encoder = plan.audio->encoder;
    }
    const RenditionRecord& longest = records.empty() ? *audio : records.front();
    output.duration_sec = to_seconds(longest.duration(), longest.timescale);
    if (spec.segments) {
        return output;
    }
    std::vector<PublishedRendition> rungs;
    for (std::size_t i = 0; i < rung_count; ++i) {
        rungs.push_back({spec.layout.rung_dirs[i], &records[i]});
    }
    std::optional<PublishedRendition> group;
    if (audio) {
        group = PublishedRendition{spec.layout.audio_dir, &*audio};
    }
    FH_ASSIGN(output.files, publish_playlists(file_system, spec.package_dir, spec.layout, plan, rungs, group));
    return output;
}

} // namespace framehand::media
