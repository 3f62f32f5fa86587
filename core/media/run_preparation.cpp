// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/run_preparation.h"

#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/media/demuxer.h"
#include "core/media/first_picture.h"
#include "core/media/libav_log.h"
#include "core/media/rendition_folders.h"
#include "core/media/source_identity.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace framehand::media {

namespace {

using ports::FileSystem;

/// Everything of the plan that decides which segments join. How they are made, and by how many threads, does not.
std::string plan_identity(const Plan& plan) {
    base::Json json = plan_to_json(plan);
    json.erase("notes");
    if (json["video"].is_object()) {
        json["video"].erase("decoder_threads");
        for (base::Json& rung : json["video"]["rungs"]) {
            rung.erase("threads");
            rung.erase("statistics");
        }
    }
    return base::sha256_hex(base::dump_json(json));
}

/// Forgets segments whose bytes are not those of the journal, and removes every file that is none of them: playlists
/// are written again, and a kill may have left half-written files.
base::Status check_folder(FileSystem& file_system, SegmentJournal& journal, const RenditionFolder& rendition,
                          const std::filesystem::path& folder, const base::CancelToken& cancel) {
    FH_ASSIGN(const FileSystem::Kind kind, file_system.kind(folder));
    std::set<std::string> whole;
    const FinishedRendition finished = journal.finished(rendition.name);
    const auto is_whole = [&](const std::string& file, std::uint64_t bytes, const std::string& sha256) {
        const auto hashed = file_system.hash_file(folder / file, cancel);
        return hashed && hashed->bytes == bytes && hashed->sha256 == sha256;
    };
    const bool begins =
        finished.init_file.empty() || is_whole(finished.init_file, finished.init_bytes, finished.init_sha256);
    if (begins) {
        whole.insert(finished.init_file);
    }
    for (const auto& [number, segment] : finished.segments) {
        if (cancel.cancelled()) {
            return base::fail(base::ErrorCode::Cancelled, "the transcode was cancelled");
        }
        if (begins && is_whole(segment.file, segment.bytes, finished.sha256.at(number))) {
            whole.insert(segment.file);
        } else {
            journal.forget(rendition.name, number);
        }
    }
    if (kind != FileSystem::Kind::Directory) {
        return {};
    }
    FH_ASSIGN(const std::vector<FileSystem::Entry> entries, file_system.list(folder));
    for (const FileSystem::Entry& entry : entries) {
        if (entry.kind != FileSystem::Kind::Directory && !whole.contains(entry.name)) {
            FH_TRY(file_system.remove(folder / entry.name));
        }
    }
    return {};
}

/// Playlists outside the renditions' own folders, whole and half-written ones.
base::Status clean_parents(FileSystem& file_system, const std::filesystem::path& package_dir,
                           const std::vector<RenditionFolder>& renditions) {
    std::set<std::filesystem::path> parents = {package_dir};
    for (const RenditionFolder& rendition : renditions) {
        parents.insert((package_dir / rendition.folder).parent_path());
    }
    for (const RenditionFolder& rendition : renditions) {
        parents.erase(package_dir / rendition.folder); // further audio tracks lie in the default one's
    }
    for (const std::filesystem::path& parent : parents) {
        FH_ASSIGN(const FileSystem::Kind kind, file_system.kind(parent));
        if (kind != FileSystem::Kind::Directory) {
            continue;
        }
        FH_ASSIGN(const std::vector<FileSystem::Entry> entries, file_system.list(parent));
        for (const FileSystem::Entry& entry : entries) {
            if (entry.kind != FileSystem::Kind::Directory && entry.name != SegmentJournal::kFileName) {
                FH_TRY(file_system.remove(parent / entry.name));
            }
        }
    }
    return {};
}

base::Result<std::unique_ptr<SegmentJournal>> start_over(FileSystem& file_system, const jobs::TranscodeSpec& spec,
                                                         const std::vector<RenditionFolder>& renditions,
                                                         SegmentIdentity identity) {
    for (const RenditionFolder& rendition : renditions) {
        FH_TRY(file_system.remove_all(std::filesystem::path(spec.package_dir) / rendition.folder));
    }
    return SegmentJournal::create(file_system, spec.package_dir, std::move(identity));
}

/// What the source says where its pictures are, for a run that begins at a later segment.
base::Result<std::optional<PresentationTimeline::Zero>>
entry_point(const MediaSource& source, const Plan& plan, SegmentJournal& journal, const base::CancelToken& cancel) {
    // Which frames are kept is counted from the film's start.
    if (plan.video->keep_every > 1) {
        return std::nullopt;
    }
    FH_ASSIGN(const Demuxer demuxer, Demuxer::open(source, plan, cancel));
    if (!demuxer.can_enter()) {
        return std::nullopt;
    }
    std::optional<PresentationTimeline::Zero> zero = journal.zero();
    if (!zero) {
        FH_ASSIGN(zero, find_first_picture(source, plan, cancel));
        FH_TRY(journal.set_zero(*zero));
    }
    return zero;
}

} // namespace

base::Result<SegmentIdentity> segment_identity(const MediaSource& source, const Plan& plan) {
    SegmentIdentity identity;
    FH_ASSIGN(identity.source, source_identity(source));
    identity.plan = plan_identity(plan);
    identity.engine = libav_version();
    return identity;
}

bool holds_segments(FileSystem& file_system, const std::filesystem::path& folder, const MediaSource& source,
                    const Plan& plan) {
    const auto journal = SegmentJournal::open(file_system, folder, SegmentJournal::Access::Read);
    const auto identity = segment_identity(source, plan);
    return journal && identity && (*journal)->identity() == *identity;
}

base::Result<PreparedRun> prepare_run(FileSystem& file_system, const jobs::TranscodeSpec& spec,
                                      const MediaSource& source, const Plan& plan, Entry entry,
                                      const base::CancelToken& cancel) {
    const std::vector<RenditionFolder> renditions = rendition_folders(plan, spec.layout);
    PreparedRun run;
    if (spec.segments) {
        if (!plan.video) {
            return base::fail(base::ErrorCode::InvalidArgument,
                              "segments: a source without video is made in one piece");
        }
        if (plan.segment_format == jobs::SegmentFormat::MpegTs) {
            return base::fail(base::ErrorCode::InvalidArgument,
                              "segments: transport streams are made in one piece; use segment_format \"fmp4\"");
        }
        run.window.first = spec.segments->first;
        if (spec.segments->last != jobs::SegmentRange::kToTheEnd) {
            run.window.last = spec.segments->last;
        }
    }
    FH_ASSIGN(SegmentIdentity identity, segment_identity(source, plan));
    auto journal = SegmentJournal::open(file_system, spec.package_dir);
    // Audio alone is made faster than it is looked for; the continuity counters of a transport stream run through all
    // of its segments.
    const bool joins = plan.video && plan.segment_format == jobs::SegmentFormat::Fmp4;
    if (spec.segments && entry != Entry::Restart && journal && (*journal)->identity() != identity) {
        return base::fail(base::ErrorCode::InvalidArgument, "segments: the folder holds some that were made " +
                                                                difference((*journal)->identity(), identity) +
                                                                "; choose another one");
    }
    const bool goes_on = journal && (*journal)->identity() == identity && joins && entry != Entry::Restart;
    if (!goes_on) {
        FH_ASSIGN(run.journal, start_over(file_system, spec, renditions, std::move(identity)));
    } else {
        run.journal = std::move(*journal);
        for (const RenditionFolder& rendition : renditions) {
            FH_TRY(check_folder(file_system, *run.journal, rendition,
                                std::filesystem::path(spec.package_dir) / rendition.folder, cancel));
        }
    }

    if (!spec.segments) {
        FH_TRY(clean_parents(file_system, spec.package_dir, renditions));
    }

    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    for (const RenditionFolder& rendition : renditions) {
        const FinishedRendition finished = run.journal->finished(rendition.name);
        if (!finished.is_whole_from(run.window.first)) {
            first = std::min(first, finished.first_missing(run.window.first));
        }
    }
    if (first > run.window.last.value_or(std::numeric_limits<std::int64_t>::max() - 1)) {
        run.state = PreparedRun::State::Complete;
        return run;
    }
    run.window.first = first;
    if (first > 0 && entry == Entry::Seek) {
        FH_ASSIGN(run.window.entered, entry_point(source, plan, *run.journal, cancel));
    }
    return run;
}

} // namespace framehand::media
