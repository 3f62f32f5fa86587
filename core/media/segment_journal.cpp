// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/segment_journal.h"

#include "core/base/json.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace framehand::media {

namespace {

using base::ErrorCode;
using base::Json;
using base::JsonReader;

constexpr std::size_t kMaxBytes = 256U << 20U;
constexpr std::int64_t kVersion = 1;

std::string line_of(const Json& json) {
    return base::dump_json(json) + "\n";
}

Json to_json(const SegmentIdentity& identity) {
    return {{"is", "journal"},
            {"version", kVersion},
            {"source", identity.source},
            {"plan", identity.plan},
            {"engine", identity.engine}};
}

Json init_json(const std::string& rendition, const FinishedRendition& init) {
    return {{"is", "init"},
            {"rendition", rendition},
            {"folder", init.folder},
            {"codecs", init.codecs},
            {"timescale", init.timescale},
            {"file", init.init_file},
            {"bytes", init.init_bytes},
            {"sha256", init.init_sha256}};
}

Json segment_json(const std::string& rendition, std::int64_t number, const SegmentRecord& segment,
                  const std::string& sha256) {
    Json iframes = Json::array();
    for (const IFrameRecord& iframe : segment.iframes) {
        iframes.push_back({{"pts", iframe.pts}, {"offset", iframe.offset}, {"bytes", iframe.bytes}});
    }
    return {{"is", "segment"},        {"rendition", rendition}, {"number", number},       {"file", segment.file},
            {"start", segment.start}, {"end", segment.end},     {"bytes", segment.bytes}, {"packets", segment.packets},
            {"iframes", iframes},     {"sha256", sha256}};
}

/// File names come from a file that anybody could have changed: only plain ones are believed.
bool is_plain_name(const std::string& name) {
    return !name.empty() && name.front() != '.' && name.find_first_of("/\\") == std::string::npos &&
           !std::filesystem::path(name).has_root_path();
}

bool stays_inside(const std::string& folder) {
    const std::filesystem::path path = folder;
    // On Windows "/x" and "C:x" are not absolute, and lead elsewhere nevertheless.
    return !path.has_root_path() && std::ranges::none_of(path, [](const auto& part) { return part == ".."; });
}

base::Result<SegmentRecord> read_segment(JsonReader& reader) {
    SegmentRecord segment;
    segment.file = reader.required_string("file");
    segment.start = reader.integer_or("start", -1);
    segment.end = reader.integer_or("end", -1);
    segment.bytes = static_cast<std::uint64_t>(reader.integer_or("bytes", 0));
    segment.packets = reader.integer_or("packets", 0);
    if (const Json* iframes = reader.required_array("iframes")) {
        for (const Json& item : *iframes) {
            JsonReader iframe(item, "iframes");
            segment.iframes.push_back({iframe.integer_or("pts", 0),
                                       static_cast<std::uint64_t>(iframe.integer_or("offset", 0)),
                                       static_cast<std::uint64_t>(iframe.integer_or("bytes", 0))});
            FH_TRY(iframe.status());
        }
    }
    if (!is_plain_name(segment.file) || segment.start < 0 || segment.end < segment.start) {
        reader.reject("file", "or the times beside it make no sense");
    }
    FH_TRY(reader.status());
    return segment;
}

} // namespace

std::string difference(const SegmentIdentity& one, const SegmentIdentity& other) {
    if (one.source != other.source) {
        return "of another video";
    }
    if (one.plan != other.plan) {
        return "with other options or another encoder";
    }
    return one.engine != other.engine ? "by other encoder libraries" : "";
}

base::Result<RenditionRecord> FinishedRendition::record(Gaps gaps) const {
    RenditionRecord record{codecs, timescale, init_file, init_bytes, {}};
    for (const auto& [number, segment] : segments) {
        if (gaps == Gaps::Refused && !record.segments.empty() && record.segments.back().end != segment.start) {
            return base::fail(ErrorCode::Internal,
                              "segment " + segment.file + " does not begin where the one before it ends");
        }
        record.segments.push_back(segment);
    }
    return record;
}

bool FinishedRendition::is_whole_from(std::int64_t first) const {
    const auto begin = segments.find(first);
    if (!ended || begin == segments.end()) {
        return false;
    }
    // By time, not by number: a stretch without a picture leaves its number out.
    return std::adjacent_find(begin, segments.end(), [](const auto& one, const auto& next) {
               return one.second.end != next.second.start;
           }) == segments.end();
}

std::int64_t FinishedRendition::first_missing(std::int64_t first) const {
    while (segments.contains(first)) {
        ++first;
    }
    return first;
}

SegmentJournal::SegmentJournal(ports::FileSystem& file_system, std::filesystem::path file)
    : m_file_system(file_system), m_file(std::move(file)) {
}

base::Result<std::unique_ptr<SegmentJournal>>
SegmentJournal::open(ports::FileSystem& file_system, const std::filesystem::path& package_dir, Access access) {
    std::unique_ptr<SegmentJournal> journal(new SegmentJournal(file_system, package_dir / kFileName));
    FH_ASSIGN(std::string text, file_system.read_file(journal->m_file, kMaxBytes));
    const std::size_t whole = text.rfind('\n') + 1; // 0 where there is none
    const bool torn = whole != text.size();
    text.resize(whole);
    if (auto read = journal->read(text); !read) {
        return read.error().wrapped("the journal of finished segments cannot be read: " + journal->m_file.string());
    }
    if (torn && access == Access::Write) {
        FH_TRY(file_system.write_file_atomic(journal->m_file, text));
    }
    return journal;
}

base::Result<std::unique_ptr<SegmentJournal>> SegmentJournal::create(ports::FileSystem& file_system,
                                                                     const std::filesystem::path& package_dir,
                                                                     SegmentIdentity identity) {
    std::unique_ptr<SegmentJournal> journal(new SegmentJournal(file_system, package_dir / kFileName));
    journal->m_identity = std::move(identity);
    FH_TRY(file_system.write_file_atomic(journal->m_file, line_of(to_json(journal->m_identity))));
    return journal;
}

base::Status SegmentJournal::read(const std::string& text) {
    bool first = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        FH_ASSIGN(const Json json, base::parse_json(std::string_view(text).substr(at, end - at), "a line"));
        at = end + 1;
        JsonReader reader(json, "");
        const std::string is = reader.required_string("is");
        if (first != (is == "journal")) {
            return base::fail(ErrorCode::CorruptData, "its lines are out of order");
        }
        first = false;
        if (is == "journal") {
            m_identity = {reader.required_string("source"), reader.required_string("plan"),
                          reader.required_string("engine")};
            if (reader.integer_or("version", 0) != kVersion) {
                return base::fail(ErrorCode::CorruptData, "it was written by another version");
            }
        } else if (is == "zero") {
            m_zero = {reader.integer_or("pts", 0), {reader.integer_or("num", 0), reader.integer_or("den", 1)}};
        } else {
            FinishedRendition& rendition = m_renditions[reader.required_string("rendition")];
            if (is == "init") {
                rendition.folder = reader.required_string("folder");
                if (!stays_inside(rendition.folder)) {
                    reader.reject("folder", "leaves the package");
                }
                rendition.codecs = reader.required_string("codecs");
                rendition.timescale = reader.integer_or("timescale", 1);
                rendition.init_file = reader.string_or("file", "");
                rendition.init_bytes = static_cast<std::uint64_t>(reader.integer_or("bytes", 0));
                rendition.init_sha256 = reader.string_or("sha256", "");
                if (!rendition.init_file.empty() && !is_plain_name(rendition.init_file)) {
                    reader.reject("file", "is no plain file name");
                }
            } else if (is == "segment") {
                const std::int64_t number = reader.integer_or("number", 0);
                FH_ASSIGN(rendition.segments[number], read_segment(reader));
                rendition.sha256[number] = reader.required_string("sha256");
            } else if (is == "end") {
                rendition.ended = true;
            }
        }
        FH_TRY(reader.status());
    }
    return first ? base::Status(base::fail(ErrorCode::CorruptData, "it is empty")) : base::Status();
}

std::optional<PresentationTimeline::Zero> SegmentJournal::zero() const {
    const std::scoped_lock lock(m_mutex);
    return m_zero;
}

base::Status SegmentJournal::set_zero(PresentationTimeline::Zero zero) {
    const std::scoped_lock lock(m_mutex);
    m_zero = zero;
    return append(
        line_of({{"is", "zero"}, {"pts", zero.pts}, {"num", zero.time_base.num}, {"den", zero.time_base.den}}));
}

FinishedRendition SegmentJournal::finished(const std::string& rendition) const {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_renditions.find(rendition);
    return found == m_renditions.end() ? FinishedRendition{} : found->second;
}

base::Status SegmentJournal::add_init(const std::string& rendition, const FinishedRendition& init) {
    const std::scoped_lock lock(m_mutex);
    FinishedRendition& known = m_renditions[rendition];
    known.folder = init.folder;
    known.codecs = init.codecs;
    known.timescale = init.timescale;
    known.init_file = init.init_file;
    known.init_bytes = init.init_bytes;
    known.init_sha256 = init.init_sha256;
    return append(line_of(init_json(rendition, init)));
}

base::Status SegmentJournal::add_segment(const std::string& rendition, std::int64_t number,
                                         const SegmentRecord& segment, const std::string& sha256) {
    const std::scoped_lock lock(m_mutex);
    FinishedRendition& known = m_renditions[rendition];
    known.segments[number] = segment;
    known.sha256[number] = sha256;
    return append(line_of(segment_json(rendition, number, segment, sha256)));
}

base::Status SegmentJournal::end(const std::string& rendition) {
    const std::scoped_lock lock(m_mutex);
    m_renditions[rendition].ended = true;
    return append(line_of({{"is", "end"}, {"rendition", rendition}}));
}

void SegmentJournal::forget(const std::string& rendition, std::int64_t number) {
    const std::scoped_lock lock(m_mutex);
    FinishedRendition& known = m_renditions[rendition];
    known.segments.erase(number);
    known.sha256.erase(number);
    known.ended = false;
}

base::Status SegmentJournal::append(const std::string& line) {
    return m_file_system.append_file(m_file, line);
}

base::Result<RenditionRecord> end_rendition(SegmentJournal& journal, const std::string& rendition,
                                            PresentationTimeline::Ending ending) {
    const FinishedRendition finished = journal.finished(rendition);
    if (ending == PresentationTimeline::Ending::Film && !finished.ended) {
        FH_TRY(journal.end(rendition));
    }
    return finished.record(Gaps::Allowed);
}

} // namespace framehand::media
