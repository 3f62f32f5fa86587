// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/transcode_protocol.h"

#include <algorithm>

namespace framehand::jobs {

namespace {

using base::Json;
using base::JsonReader;

std::string_view to_string(TranscodeProgress::Phase phase) {
    return phase == TranscodeProgress::Phase::Verify ? "verify" : "transcode";
}

struct EventToJson {
    Json operator()(const TranscodePlanned& event) const { return {{"event", "planned"}, {"plan", event.plan}}; }

    Json operator()(const TranscodeProgress& event) const {
        return {{"event", "progress"},      {"phase", to_string(event.phase)},
                {"percent", event.percent}, {"fps", event.fps},
                {"speed", event.speed},     {"eta_sec", event.eta_sec},
                {"frames", event.frames},   {"bytes_written", event.bytes_written},
                {"rungs", event.rungs},     {"rung_bytes", event.rung_bytes}};
    }

    Json operator()(const TranscodePreview& event) const {
        return {{"event", "preview"}, {"jpeg", event.jpeg}, {"media_sec", event.media_sec}};
    }

    Json operator()(const TranscodeDone& event) const {
        return {{"event", "done"}, {"manifest", jobs::to_json(event.manifest)}};
    }

    Json operator()(const TranscodeFailed& event) const {
        return {{"event", "failed"}, {"error", base::to_json(event.error)}};
    }
};

base::Result<TranscodeEvent> progress_from_json(JsonReader& reader) {
    TranscodeProgress progress;
    const std::string phase = reader.string_or("phase", "transcode");
    progress.phase = phase == "verify" ? TranscodeProgress::Phase::Verify : TranscodeProgress::Phase::Transcode;
    progress.percent = std::clamp(reader.number_or("percent", 0), 0.0, 100.0);
    progress.fps = reader.number_or("fps", 0);
    progress.speed = reader.number_or("speed", 0);
    progress.eta_sec = reader.number_or("eta_sec", -1);
    progress.frames = reader.integer_or("frames", 0);
    progress.bytes_written =
        static_cast<std::uint64_t>(std::max<std::int64_t>(0, reader.integer_or("bytes_written", 0)));
    progress.rungs = reader.strings_or_empty("rungs");
    if (const Json* bytes = reader.optional_object("rung_bytes")) {
        for (const auto& [name, value] : bytes->items()) {
            progress.rung_bytes[name] = value.is_number_unsigned() ? value.get<std::uint64_t>() : 0;
        }
    }
    FH_TRY(reader.status());
    return TranscodeEvent{std::move(progress)};
}

base::Result<TranscodeEvent> preview_from_json(JsonReader& reader) {
    TranscodePreview preview;
    preview.jpeg = reader.required_string("jpeg");
    preview.media_sec = reader.number_or("media_sec", 0);
    const auto is_base64 = [](unsigned char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/' ||
               c == '=';
    };
    if (preview.jpeg.size() > TranscodePreview::kMostBytes || !std::ranges::all_of(preview.jpeg, is_base64)) {
        reader.reject("jpeg", "must be at most 64 KiB of base64");
    }
    FH_TRY(reader.status());
    return TranscodeEvent{std::move(preview)};
}

} // namespace

Json to_json(const TranscodeSpec& spec) {
    Json json = {{"job", to_json(spec.job)},
                 {"input_path", spec.input_path},
                 {"package_dir", spec.package_dir},
                 {"layout", to_json(spec.layout)},
                 {"capabilities", to_json(spec.capabilities)},
                 {"threads", spec.threads},
                 {"limits", to_json(spec.limits)},
                 {"sandbox", spec.confinement == Confinement::Sandbox}};
    if (spec.segments) {
        json["segments"] = to_json(*spec.segments);
    }
    if (!spec.input_ranges.empty()) {
        json["input_ranges"] = spec.input_ranges;
    }
    if (!spec.parts.empty()) {
        json["parts"] = spec.parts;
    }
    if (spec.preview == Preview::Newest) {
        json["preview"] = true;
    }
    return json;
}

base::Result<TranscodeSpec> transcode_spec_from_json(const Json& json) {
    JsonReader reader(json, "");
    const Json* job = reader.required_object("job");
    const Json* layout = reader.required_object("layout");
    const Json* capabilities = reader.optional_object("capabilities");
    const Json* segments = reader.optional_object("segments");
    const Json* limits = reader.optional_object("limits");
    TranscodeSpec spec;
    spec.input_path = reader.required_string("input_path");
    spec.input_ranges = reader.string_or("input_ranges", "");
    spec.package_dir = reader.required_string("package_dir");
    spec.threads = static_cast<int>(std::clamp<std::int64_t>(reader.integer_or("threads", 0), 0, 1024));
    spec.confinement = reader.bool_or("sandbox", true) ? Confinement::Sandbox : Confinement::None;
    spec.parts = reader.strings_or_empty("parts");
    spec.preview = reader.bool_or("preview", false) ? Preview::Newest : Preview::None;
    if (segments != nullptr && !spec.parts.empty()) {
        reader.reject("parts", "cannot be joined and made in one run; leave out segments");
    }
    FH_TRY(reader.status());
    if (segments != nullptr) {
        FH_ASSIGN(spec.segments, segment_range_from_json(*segments, "segments"));
    }
    if (limits != nullptr) {
        FH_ASSIGN(spec.limits, limits_from_json(*limits));
    }
    FH_ASSIGN(spec.job, job_from_json(*job));
    FH_ASSIGN(spec.layout, layout_from_json(*layout));
    if (capabilities != nullptr) {
        FH_ASSIGN(spec.capabilities, capabilities_from_json(*capabilities));
    }
    return spec;
}

Json to_json(const TranscodeEvent& event) {
    return std::visit(EventToJson{}, event);
}

base::Result<TranscodeEvent> transcode_event_from_json(const Json& json) {
    JsonReader reader(json, "");
    const std::string kind = reader.required_string("event");
    FH_TRY(reader.status());
    if (kind == "progress") {
        return progress_from_json(reader);
    }
    if (kind == "preview") {
        return preview_from_json(reader);
    }
    if (kind == "planned") {
        const Json* plan = reader.required_object("plan");
        FH_TRY(reader.status());
        return TranscodeEvent{TranscodePlanned{*plan}};
    }
    if (kind == "done") {
        const Json* manifest = reader.required_object("manifest");
        FH_TRY(reader.status());
        FH_ASSIGN(auto parsed, manifest_from_json(*manifest));
        return TranscodeEvent{TranscodeDone{std::move(parsed)}};
    }
    if (kind == "failed") {
        const Json* error = reader.required_object("error");
        FH_TRY(reader.status());
        return TranscodeEvent{TranscodeFailed{base::error_from_json(*error)}};
    }
    return base::fail(base::ErrorCode::InvalidArgument, "event: \"" + kind + "\" is not known");
}

} // namespace framehand::jobs
