// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/transcode_command.h"

#include "app/framehandctl/one_off_transcode.h"
#include "app/framehandctl/own_transcoder.h"
#include "app/framehandctl/part_transcode.h"
#include "app/framehandctl/play_hint.h"
#include "core/worker/allowed_capabilities.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

namespace {

constexpr int kMaxParts = 10'000;

/// A wrong range and parts that do not fit are the caller's to mend; everything else is the work's own failure.
base::Result<ExitCode> refusal_or_failure(Context& context, const base::Error& error) {
    if (error.code == base::ErrorCode::InvalidArgument) {
        return error;
    }
    return context.report_failure(error);
}

} // namespace

std::string_view TranscodeCommand::description() const {
    return "Turn one video into a package in a folder, without any daemon";
}

std::string_view TranscodeCommand::examples() const {
    return R"(The package is DIR/index.m3u8. It appears there only when it is complete and verified; Ctrl-C leaves nothing.

With --segments DIR gets only a part of the film, nothing to play yet; several machines can make one each. Whoever has
all parts and the video joins them with --assemble. All other options must be the same in all these runs. What is
finished of a part when it is stopped stays, and the same command goes on with it.

Examples:
  framehandctl transcode heat.mkv ./heat-hls
  framehandctl transcode heat.mkv ./heat-hls --rungs 720p --segment-format ts
  framehandctl transcode heat.mkv ./part1 --segments 0-499
  framehandctl transcode heat.mkv ./part2 --segments 500-
  framehandctl transcode heat.mkv ./heat-hls --assemble ./part1 ./part2)";
}

void TranscodeCommand::add_options(CLI::App& app) {
    app.add_option("VIDEO", m_video, "The video")->required();
    app.add_option("DIR", m_dir, "Folder of the package; made if it is missing")->required();
    m_ladder.add_to(app);
    CLI::Option* segments =
        app.add_option("--segments", m_segments, "Make only these segments, counted from 0: 0-3, 4, 5- (to the end)")
            ->type_name("A-B");
    app.add_option("--assemble", m_parts, "Make the package of these folders, made with --segments")
        ->type_name("PART")
        ->expected(1, kMaxParts)
        ->excludes(segments);
}

base::Status TranscodeCommand::read_options() {
    FH_ASSIGN(const jobs::Job job, m_ladder.job(m_video, ""));
    const bool is_stream = job.hls.segment_format == jobs::SegmentFormat::MpegTs;
    if (is_stream && (!m_segments.empty() || !m_parts.empty())) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "transport streams are made in one piece: use --segment-format fmp4 with --segments and "
                          "--assemble");
    }
    if (!m_segments.empty()) {
        auto range = jobs::parse_segment_range(m_segments);
        if (!range) {
            return range.error().wrapped("--segments");
        }
        m_range = *range;
    }
    return {};
}

base::Result<std::vector<std::string>> TranscodeCommand::find_parts(Context& context,
                                                                    const std::filesystem::path& dir) const {
    const ports::FileSystem& files = context.services().files;
    const auto target = files.canonical(dir);
    std::vector<std::string> parts;
    for (const std::string& typed : m_parts) {
        const auto part = files.canonical(context.absolute(typed));
        if (!part) {
            return base::fail(base::ErrorCode::NotFound, "part does not exist: " + typed);
        }
        if (target && *target == *part) {
            return base::fail(base::ErrorCode::InvalidArgument,
                              "--assemble: the package needs a folder of its own, not that of the part " + typed);
        }
        parts.push_back(part->string());
    }
    return parts;
}

base::Result<ExitCode> TranscodeCommand::run(Context& context) {
    FH_TRY(read_options());
    FH_ASSIGN(jobs::Job job, m_ladder.job(m_video, ""));
    FH_ASSIGN(const settings::LoadedSettings* loaded, context.settings());
    const auto video = context.services().files.canonical(context.absolute(m_video));
    if (!video) {
        return base::fail(base::ErrorCode::NotFound, "video does not exist: " + m_video);
    }
    const std::filesystem::path dir = context.absolute(m_dir);
    FH_ASSIGN(std::vector<std::string> parts, find_parts(context, dir));
    job.job_id = "transcode " + dir.string();
    FH_ASSIGN(OwnTranscoder transcoder, OwnTranscoder::locate(context));
    FH_ASSIGN(jobs::Capabilities measured, transcoder.capabilities(worker::CapabilityUse::CachedIfValid));
    auto capabilities = worker::allowed_capabilities(std::move(measured), loaded->settings.encoders);
    FH_ASSIGN(jobs::TranscodeSpec spec,
              make_spec(std::move(job), *video, std::move(capabilities), loaded->settings.threads,
                        m_range ? PartTranscode::kPackageId : new_package_id()));
    spec.segments = m_range;
    spec.parts = std::move(parts);
    return m_range ? make_part(context, transcoder.program(), std::move(spec), dir)
                   : make_package(context, transcoder.program(), std::move(spec), dir);
}

base::Result<ExitCode> TranscodeCommand::make_package(Context& context, const std::filesystem::path& transcoder,
                                                      jobs::TranscodeSpec spec, const std::filesystem::path& dir) {
    FH_ASSIGN(const settings::LoadedSettings* loaded, context.settings());
    const bool assembles = !spec.parts.empty();
    OneOffTranscode work(context, transcoder, loaded->settings, dir);
    const auto outcome = work.run(std::move(spec));
    if (!outcome) {
        return assembles ? refusal_or_failure(context, outcome.error()) : context.report_failure(outcome.error());
    }
    Console& console = context.console();
    for (const std::string& note : outcome->manifest.notes) {
        console.note("note: " + note);
    }
    for (const std::string& line : play_hint(outcome->index)) {
        console.line(line);
    }
    console.json(base::Json{{"event", "end"},
                            {"state", "COMPLETED"},
                            {"index", outcome->index.string()},
                            {"bytes", outcome->manifest.total_bytes()},
                            {"notes", outcome->manifest.notes}});
    return ExitCode::Ok;
}

base::Result<ExitCode> TranscodeCommand::make_part(Context& context, const std::filesystem::path& transcoder,
                                                   jobs::TranscodeSpec spec, const std::filesystem::path& dir) {
    FH_ASSIGN(const settings::LoadedSettings* loaded, context.settings());
    PartTranscode work(context, transcoder, loaded->settings, dir);
    const auto outcome = work.run(std::move(spec));
    if (!outcome) {
        return refusal_or_failure(context, outcome.error());
    }
    Console& console = context.console();
    for (const std::string& note : outcome->manifest.notes) {
        console.note("note: " + note);
    }
    const jobs::SegmentRange made = outcome->manifest.segments.value_or(*m_range);
    const std::int64_t all = outcome->segments_of_film;
    console.line((made.first == made.last ? "segment " : "segments ") + to_string(made) +
                 (all > 0 ? " of the film's " + std::to_string(all) : "") + ": " + dir.string());
    console.json(base::Json{{"event", "end"},
                            {"state", "COMPLETED"},
                            {"part", dir.string()},
                            {"segments", jobs::to_json(made)},
                            {"segments_of_film", all},
                            {"bytes", outcome->manifest.total_bytes()},
                            {"notes", outcome->manifest.notes}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
