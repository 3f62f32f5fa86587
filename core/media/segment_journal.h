// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/package_layout.h"
#include "core/media/presentation_timeline.h"
#include "core/media/rendition_record.h"
#include "core/ports/file_system.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace framehand::media {

/// What segments were made from. Only segments of equal identity belong together.
struct SegmentIdentity {
    std::string source; ///< the video's content: its size and a hash of its head and tail
    std::string plan;   ///< a hash of everything that decides what a segment holds
    std::string engine; ///< versions of the libraries that encode

    bool operator==(const SegmentIdentity&) const = default;
};

/// How segments of one identity differ from those of another, for people: "of another video"; "" if they do not.
[[nodiscard]] std::string difference(const SegmentIdentity& one, const SegmentIdentity& other);

enum class Gaps { Refused, Allowed };

/// What is finished of one rendition.
struct FinishedRendition {
    std::string folder; ///< relative to the package's root
    std::string codecs;
    std::int64_t timescale = 1;
    std::string init_file; ///< "" where the format has none
    std::uint64_t init_bytes = 0;
    std::string init_sha256;
    std::map<std::int64_t, SegmentRecord> segments; ///< by number
    std::map<std::int64_t, std::string> sha256;     ///< of the segments' bytes, by number
    bool ended = false;                             ///< no segment follows the last one

    /// The segments in order. Internal if they do not tile the time from the first to the last, unless gaps are fine.
    [[nodiscard]] base::Result<RenditionRecord> record(Gaps gaps = Gaps::Refused) const;
    /// True if nothing is missing from segment `first` to the film's end.
    [[nodiscard]] bool is_whole_from(std::int64_t first) const;
    /// The lowest number from `first` on that is not finished.
    [[nodiscard]] std::int64_t first_missing(std::int64_t first) const;
};

/// The memory of a package folder: one line for each finished segment, added once the segment itself is on the disk,
/// so that after a kill at any instant another run goes on with what is missing. Lies in the package's root and is no
/// part of the package. Callable from any thread.
class SegmentJournal {
public:
    static constexpr const char* kFileName = jobs::kSegmentJournal;

    enum class Access { Write, Read };

    /// Reads what an earlier run left in `package_dir`. A line that a kill cut short is dropped with all behind it;
    /// with Access::Read only from memory, and nothing must be added then.
    /// NotFound if there is no journal; CorruptData if it cannot be understood.
    [[nodiscard]] static base::Result<std::unique_ptr<SegmentJournal>>
    open(ports::FileSystem& file_system, const std::filesystem::path& package_dir, Access access = Access::Write);
    /// Starts an empty one in place of whatever was there.
    [[nodiscard]] static base::Result<std::unique_ptr<SegmentJournal>>
    create(ports::FileSystem& file_system, const std::filesystem::path& package_dir, SegmentIdentity identity);

    [[nodiscard]] const SegmentIdentity& identity() const { return m_identity; }

    /// The source's time that is 0 in the package, once it is known.
    [[nodiscard]] std::optional<PresentationTimeline::Zero> zero() const;
    [[nodiscard]] base::Status set_zero(PresentationTimeline::Zero zero);

    /// A copy; empty for a rendition that has nothing yet. `rendition` is its folder in the layout ("1080p").
    [[nodiscard]] FinishedRendition finished(const std::string& rendition) const;

    /// What precedes the first segment; says it again where it is known already.
    [[nodiscard]] base::Status add_init(const std::string& rendition, const FinishedRendition& init);
    /// After the segment's file is complete and synced. A number that is known is replaced.
    [[nodiscard]] base::Status add_segment(const std::string& rendition, std::int64_t number,
                                           const SegmentRecord& segment, const std::string& sha256);
    /// The film ends behind the last segment.
    [[nodiscard]] base::Status end(const std::string& rendition);

    /// Forgets segments, in memory only: they will be added again.
    void forget(const std::string& rendition, std::int64_t number);

private:
    SegmentJournal(ports::FileSystem& file_system, std::filesystem::path file);
    [[nodiscard]] base::Status append(const std::string& line);
    [[nodiscard]] base::Status read(const std::string& text);

    ports::FileSystem& m_file_system;
    const std::filesystem::path m_file;
    SegmentIdentity m_identity; ///< not changed after construction

    mutable std::mutex m_mutex; ///< guards all below, and the order of the file's lines
    std::optional<PresentationTimeline::Zero> m_zero;
    std::map<std::string, FinishedRendition> m_renditions;
};

/// Notes that no segment of this run follows, and says what is there now; other ranges of the film may be missing.
[[nodiscard]] base::Result<RenditionRecord> end_rendition(SegmentJournal& journal, const std::string& rendition,
                                                          PresentationTimeline::Ending ending);

} // namespace framehand::media
