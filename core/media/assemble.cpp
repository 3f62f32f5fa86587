// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/assemble.h"

#include "core/media/package_finisher.h"
#include "core/media/rendition_folders.h"
#include "core/media/run_preparation.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace framehand::media {

namespace {

using base::ErrorCode;
using base::fail;

struct Part {
    std::filesystem::path folder;
    std::unique_ptr<SegmentJournal> journal;
};

base::Result<std::vector<Part>> open_parts(ports::FileSystem& file_system, const SegmentIdentity& wanted,
                                           const std::vector<std::string>& folders) {
    std::vector<Part> parts;
    for (const std::filesystem::path folder : folders) {
        auto journal = SegmentJournal::open(file_system, folder, SegmentJournal::Access::Read);
        if (!journal) {
            return journal.error().wrapped("no segments to assemble in " + folder.string());
        }
        if (const std::string differs = difference((*journal)->identity(), wanted); !differs.empty()) {
            return fail(ErrorCode::InvalidArgument, "the segments in " + folder.string() + " were made " + differs);
        }
        parts.push_back({folder, std::move(*journal)});
    }
    return parts;
}

/// How much of all parts is copied.
class JoinProgress {
public:
    JoinProgress(const std::vector<Part>& parts, const std::vector<RenditionFolder>& renditions,
                 const Transcoder::ProgressSink& sink)
        : m_sink(sink) {
        for (const Part& part : parts) {
            for (const RenditionFolder& rendition : renditions) {
                m_segments += part.journal->finished(rendition.name).segments.size();
            }
        }
    }

    void add(const SegmentRecord& segment) {
        m_progress.bytes_written += segment.bytes;
        m_progress.percent = kPercent * static_cast<double>(++m_done) / static_cast<double>(m_segments);
        if (m_sink) {
            m_sink(m_progress);
        }
    }

private:
    static constexpr double kPercent = 95; // verifying has the rest

    const Transcoder::ProgressSink& m_sink;
    std::size_t m_segments = 0;
    std::size_t m_done = 0;
    jobs::TranscodeProgress m_progress;
};

/// Copies one rendition's files of all parts into `to` and writes them down in `journal`.
class RenditionJoiner {
public:
    RenditionJoiner(ports::FileSystem& file_system, SegmentJournal& journal, RenditionFolder rendition,
                    std::filesystem::path to, JoinProgress& progress, const base::CancelToken& cancel)
        : m_file_system(file_system), m_journal(journal), m_rendition(std::move(rendition)), m_to(std::move(to)),
          m_progress(progress), m_cancel(cancel) {}

    [[nodiscard]] base::Status add(const Part& part) {
        const FinishedRendition finished = part.journal->finished(m_rendition.name);
        if (finished.segments.empty()) {
            return {};
        }
        const std::filesystem::path from = part.folder / finished.folder;
        if (!m_head) {
            m_head = finished;
            FH_TRY(copy(from, finished.init_file, finished.init_sha256));
            FH_TRY(m_journal.add_init(m_rendition.name, finished));
        } else if (m_head->init_sha256 != finished.init_sha256 || m_head->codecs != finished.codecs) {
            return fail(ErrorCode::InvalidArgument,
                        "the segments in " + from.string() + " begin otherwise than those of the other parts");
        }
        for (const auto& [number, segment] : finished.segments) {
            if (m_taken.insert({number, segment}).second) {
                FH_TRY(copy(from, segment.file, finished.sha256.at(number)));
                FH_TRY(m_journal.add_segment(m_rendition.name, number, segment, finished.sha256.at(number)));
            }
            m_progress.add(segment);
        }
        m_ended = m_ended || finished.ended;
        return {};
    }

    [[nodiscard]] base::Status finish() {
        const std::string missing = "segments are missing: ";
        if (m_taken.empty() || m_taken.begin()->second.start != 0) {
            return fail(ErrorCode::InvalidArgument, missing + "no part has the first one of " + m_rendition.name);
        }
        const SegmentRecord* before = nullptr;
        for (const auto& [number, segment] : m_taken) {
            if (before != nullptr && before->end != segment.start) {
                return fail(ErrorCode::InvalidArgument,
                            missing + "no part has what follows " + before->file + " of " + m_rendition.name);
            }
            before = &segment;
        }
        if (!m_ended) {
            return fail(ErrorCode::InvalidArgument, missing + "no part has the last one of " + m_rendition.name);
        }
        return m_journal.end(m_rendition.name);
    }

private:
    [[nodiscard]] base::Status copy(const std::filesystem::path& from, const std::string& file,
                                    const std::string& sha256) {
        if (file.empty()) {
            return {};
        }
        FH_ASSIGN(const auto copied, m_file_system.copy_file(from / file, m_to / file, m_cancel));
        if (copied.sha256 != sha256) {
            return fail(ErrorCode::CorruptData, "the segment is damaged: " + (from / file).string());
        }
        return {};
    }

    ports::FileSystem& m_file_system;
    SegmentJournal& m_journal;
    const RenditionFolder m_rendition;
    const std::filesystem::path m_to;
    JoinProgress& m_progress;
    const base::CancelToken& m_cancel;
    std::optional<FinishedRendition> m_head;
    std::map<std::int64_t, SegmentRecord> m_taken;
    bool m_ended = false;
};

} // namespace

base::Result<TranscodeOutput> assemble(ports::FileSystem& file_system, const jobs::TranscodeSpec& spec,
                                       const Plan& plan, const Transcoder::ProgressSink& progress,
                                       const base::CancelToken& cancel, ports::RangeReader* ranges) {
    const MediaSource source = MediaSource::of(spec, ranges);
    FH_ASSIGN(const SegmentIdentity identity, segment_identity(source, plan));
    FH_ASSIGN(const std::vector<Part> parts, open_parts(file_system, identity, spec.parts));
    const std::vector<RenditionFolder> renditions = rendition_folders(plan, spec.layout);
    JoinProgress joined(parts, renditions, progress);
    FH_ASSIGN(const std::unique_ptr<SegmentJournal> journal,
              SegmentJournal::create(file_system, spec.package_dir, identity));
    for (const RenditionFolder& rendition : renditions) {
        const std::filesystem::path to = std::filesystem::path(spec.package_dir) / rendition.folder;
        if (auto made = file_system.create_directories(to); !made) {
            return base::Error(made.error());
        }
        RenditionJoiner joiner(file_system, *journal, rendition, to, joined, cancel);
        for (const Part& part : parts) {
            FH_TRY(joiner.add(part));
        }
        FH_TRY(joiner.finish());
        FH_TRY(file_system.sync_directory(to));
    }
    FH_ASSIGN(TranscodeOutput output, finish_package(file_system, spec, source, plan, *journal, std::nullopt, cancel));
    output.notes.insert(output.notes.begin(), plan.notes.begin(), plan.notes.end());
    return output;
}

} // namespace framehand::media
