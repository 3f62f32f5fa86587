// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/transcode_protocol.h"
#include "tests/support/sample_jobs.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <variant>

namespace framehand::jobs {
namespace {

using base::Json;

Json through_a_line(const Json& json) {
    const std::string line = base::dump_json(json);
    EXPECT_EQ(line.find('\n'), std::string::npos) << "one event is one line";
    return base::parse_json(line, "line").value();
}

TranscodeSpec sample_spec() {
    TranscodeSpec spec;
    spec.job = job_from_json(test::sample_json()).value();
    spec.input_path = "/nas/movies/a\nb.mkv";
    spec.package_dir = "/data/staging/j";
    spec.layout = make_layout(spec.job, test::kPackageId).value();
    spec.capabilities.cpu_cores = 8;
    spec.capabilities.encoders = {{"libx264", "h264", "", true, "", 1920, 1080, 300.5}};
    spec.threads = 3;
    spec.limits = {1'000'000'000, 1920 * 1080, base::Duration{7'200'000}, base::Duration{5'000}};
    spec.confinement = Confinement::None;
    return spec;
}

template <typename Event>
Event there_and_back(const Event& event) {
    const auto back = transcode_event_from_json(through_a_line(to_json(TranscodeEvent{event})));
    if (!back || !std::holds_alternative<Event>(*back)) {
        ADD_FAILURE() << (back ? "another kind of event" : back.error().text());
        return {};
    }
    return std::get<Event>(*back);
}

std::string event_error(const std::string& text) {
    const auto event = transcode_event_from_json(base::parse_json(text, "line").value());
    return event ? "no error" : event.error().message;
}

TEST(TranscodeSpec, GoesThereAndBack) {
    const auto spec = sample_spec();
    const auto back = transcode_spec_from_json(through_a_line(to_json(spec)));
    ASSERT_TRUE(back.has_value()) << back.error().text();
    EXPECT_EQ(back->job, spec.job);
    EXPECT_EQ(back->input_path, spec.input_path);
    EXPECT_EQ(back->package_dir, spec.package_dir);
    EXPECT_EQ(back->layout, spec.layout);
    EXPECT_EQ(back->capabilities, spec.capabilities);
    EXPECT_EQ(back->threads, 3);
    EXPECT_EQ(back->limits, spec.limits);
    EXPECT_EQ(back->confinement, Confinement::None);
}

TEST(TranscodeSpec, WithoutAWordOnThemTheDefaultLimitsAndTheSandboxApply) {
    Json json = to_json(sample_spec());
    json.erase("limits");
    json.erase("sandbox");
    const auto spec = transcode_spec_from_json(json).value();
    EXPECT_EQ(spec.limits, TranscodeLimits{});
    EXPECT_EQ(spec.confinement, Confinement::Sandbox);
}

TEST(TranscodeSpec, ASlipNeverSwitchesALimitOff) {
    Json json = to_json(sample_spec());
    for (const std::string key : {"memory_bytes", "max_pixels", "max_duration_ms", "inspect_ms"}) {
        Json wrong = json;
        wrong["limits"][key] = -1;
        EXPECT_TRUE(transcode_spec_from_json(wrong).error().message.starts_with("limits." + key + ": ")) << key;
        wrong["limits"][key] = "much";
        EXPECT_TRUE(transcode_spec_from_json(wrong).error().message.starts_with("limits." + key + ": ")) << key;
    }
    json["limits"]["max_pixels"] = 0;
    EXPECT_FALSE(transcode_spec_from_json(json).has_value());
}

TEST(TranscodeSpec, CapabilitiesAreOptional) {
    Json json = to_json(sample_spec());
    json.erase("capabilities");
    EXPECT_EQ(transcode_spec_from_json(json).value().capabilities, Capabilities{});
}

TEST(TranscodeSpec, RefusesWhatIsMissingOrMalformedByName) {
    for (const std::string key : {"job", "layout", "input_path", "package_dir"}) {
        Json json = to_json(sample_spec());
        json.erase(key);
        EXPECT_EQ(transcode_spec_from_json(json).error().message, key + ": is missing");
    }
    Json json = to_json(sample_spec());
    json["layout"]["rung_dirs"][0] = "../x";
    EXPECT_EQ(transcode_spec_from_json(json).error().message, "layout.rung_dirs[0]: leaves the package");
    json = to_json(sample_spec());
    json["job"]["outputs"][0]["bitrate"] = "fast";
    EXPECT_TRUE(transcode_spec_from_json(json).error().message.starts_with("outputs[0].bitrate: "));
    EXPECT_FALSE(transcode_spec_from_json(Json::array()).has_value());
}

TEST(TranscodeSpec, ARangeAndPartsGoThereAndBack) {
    TranscodeSpec spec = sample_spec();
    spec.segments = SegmentRange{3, SegmentRange::kToTheEnd};
    EXPECT_EQ(transcode_spec_from_json(to_json(spec)).value().segments, spec.segments);
    spec.segments.reset();
    spec.parts = {"/parts/1", "/parts/2"};
    const TranscodeSpec back = transcode_spec_from_json(to_json(spec)).value();
    EXPECT_EQ(back.parts, spec.parts);
    EXPECT_FALSE(back.segments);
}

TEST(TranscodeSpec, ASourceThatIsReadInRangesGoesThereAndBack) {
    TranscodeSpec spec = sample_spec();
    EXPECT_FALSE(to_json(spec).contains("input_ranges"));
    spec.input_ranges = "/run/user/1000/framehand-x/s";
    const auto read = transcode_spec_from_json(to_json(spec));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->input_ranges, spec.input_ranges);
}

TEST(TranscodeSpec, OneRunDoesNotMakeARangeAndJoinParts) {
    TranscodeSpec spec = sample_spec();
    spec.segments = SegmentRange{0, 1};
    spec.parts = {"/parts/1"};
    EXPECT_EQ(transcode_spec_from_json(to_json(spec)).error().message,
              "parts: cannot be joined and made in one run; leave out segments");
}

TEST(TranscodeSpec, ThreadsStayInReason) {
    Json json = to_json(sample_spec());
    json["threads"] = -4;
    EXPECT_EQ(transcode_spec_from_json(json).value().threads, 0);
    json["threads"] = 1'000'000'000'000;
    EXPECT_EQ(transcode_spec_from_json(json).value().threads, 1024);
}

TEST(TranscodeEvent, ProgressGoesThereAndBack) {
    TranscodeProgress progress;
    progress.phase = TranscodeProgress::Phase::Verify;
    progress.percent = 45.8;
    progress.fps = 87.3;
    progress.speed = 3.5;
    progress.eta_sec = 120;
    progress.frames = 1234;
    progress.bytes_written = 5'000'000'000;
    progress.rungs = {"1080p", "audio"};
    const auto back = there_and_back(progress);
    EXPECT_EQ(back.phase, progress.phase);
    EXPECT_EQ(back.percent, progress.percent);
    EXPECT_EQ(back.fps, progress.fps);
    EXPECT_EQ(back.speed, progress.speed);
    EXPECT_EQ(back.eta_sec, progress.eta_sec);
    EXPECT_EQ(back.frames, progress.frames);
    EXPECT_EQ(back.bytes_written, progress.bytes_written);
    EXPECT_EQ(back.rungs, progress.rungs);
}

TEST(TranscodeEvent, ProgressThatCannotBeSaidInJsonIsLeftOut) {
    TranscodeProgress progress;
    progress.fps = std::numeric_limits<double>::infinity();
    progress.eta_sec = std::numeric_limits<double>::quiet_NaN();
    const auto back = there_and_back(progress);
    EXPECT_EQ(back.fps, 0);
    EXPECT_EQ(back.eta_sec, -1);
}

TEST(TranscodeEvent, ProgressStaysInItsRange) {
    const auto progress_of = [](const std::string& text) {
        return std::get<TranscodeProgress>(transcode_event_from_json(base::parse_json(text, "line").value()).value());
    };
    EXPECT_EQ(progress_of(R"({"event":"progress","percent":120})").percent, 100);
    EXPECT_EQ(progress_of(R"({"event":"progress","percent":-1})").percent, 0);
    EXPECT_EQ(progress_of(R"({"event":"progress","bytes_written":-1})").bytes_written, 0U);
    EXPECT_EQ(progress_of(R"({"event":"progress"})").eta_sec, -1);
}

TEST(TranscodeEvent, PlannedDoneAndFailedGoThereAndBack) {
    EXPECT_EQ(there_and_back(TranscodePlanned{{{"segments", 2}}}).plan, (Json{{"segments", 2}}));

    TranscodeDone done;
    done.manifest.layout = sample_spec().layout;
    done.manifest.files = {{"index.m3u8", 5, std::string(64, 'f')}};
    EXPECT_EQ(there_and_back(done).manifest, done.manifest);

    const base::Error error{base::ErrorCode::CorruptData, "cannot read a.mkv", "moov atom not found"};
    EXPECT_EQ(there_and_back(TranscodeFailed{error}).error, error);
}

TEST(TranscodeEvent, RefusesWhatItDoesNotKnowByName) {
    EXPECT_EQ(event_error(R"({"event":"paused"})"), "event: \"paused\" is not known");
    EXPECT_EQ(event_error(R"({})"), "event: is missing");
    EXPECT_EQ(event_error(R"([])"), "document: must be an object");
    EXPECT_EQ(event_error(R"({"event":"done"})"), "manifest: is missing");
    EXPECT_EQ(event_error(R"({"event":"planned","plan":3})"), "plan: must be an object");
    EXPECT_EQ(event_error(R"({"event":"failed"})"), "error: is missing");
    EXPECT_EQ(event_error(R"({"event":"progress","percent":"half"})"), "percent: must be a number");
    EXPECT_EQ(event_error(R"({"event":"done","manifest":{"layout":{}}})"), "files: is missing");
}

TEST(TranscodeProtocol, ProgressTellsTheBytesOfEachRung) {
    TranscodeProgress progress;
    progress.rungs = {"720p", "audio"};
    progress.rung_bytes = {{"720p", 5'000'000'000}, {"audio", 7}};
    const auto event = transcode_event_from_json(to_json(TranscodeEvent{progress}));
    ASSERT_TRUE(event) << event.error().text();
    EXPECT_EQ(std::get<TranscodeProgress>(*event).rung_bytes, progress.rung_bytes);
    const auto odd = transcode_event_from_json(
        base::Json::parse(R"({"event": "progress", "rung_bytes": {"720p": -1, "audio": "many"}})"));
    ASSERT_TRUE(odd);
    EXPECT_EQ(std::get<TranscodeProgress>(*odd).rung_bytes.at("720p"), 0U);
}

TEST(TranscodeProtocol, APreviewIsBoundedBase64) {
    const auto event = transcode_event_from_json(to_json(TranscodeEvent{TranscodePreview{"anBlZw==", 12.5}}));
    ASSERT_TRUE(event) << event.error().text();
    EXPECT_EQ(std::get<TranscodePreview>(*event).jpeg, "anBlZw==");
    EXPECT_DOUBLE_EQ(std::get<TranscodePreview>(*event).media_sec, 12.5);
    for (const auto& jpeg : {std::string("<script>"), std::string(TranscodePreview::kMostBytes + 1, 'A')}) {
        EXPECT_FALSE(transcode_event_from_json({{"event", "preview"}, {"jpeg", jpeg}})) << jpeg.substr(0, 10);
    }
    EXPECT_FALSE(transcode_event_from_json({{"event", "preview"}}));
}

TEST(TranscodeProtocol, APreviewIsMadeOnlyWhereItIsAskedFor) {
    TranscodeSpec spec;
    EXPECT_FALSE(to_json(spec).contains("preview"));
    spec.preview = Preview::Newest;
    EXPECT_EQ(to_json(spec)["preview"], true);
}

} // namespace
} // namespace framehand::jobs
