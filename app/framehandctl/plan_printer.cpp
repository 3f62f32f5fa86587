// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/plan_printer.h"

#include "app/framehandctl/display_width.h"
#include "app/framehandctl/table_printer.h"
#include "core/base/text.h"

namespace framehand::cli {

namespace {

const base::Json& member(const base::Json& json, const char* key) {
    static const base::Json kNothing;
    const auto found = json.is_object() ? json.find(key) : json.end();
    return json.is_object() && found != json.end() ? *found : kNothing;
}

std::string text(const base::Json& json, const char* key) {
    const base::Json& value = member(json, key);
    if (value.is_string()) {
        return value.get<std::string>();
    }
    return value.is_number_integer() ? std::to_string(value.get<std::int64_t>()) : std::string();
}

std::string rate(const base::Json& json, const char* key) {
    const base::Json& value = member(json, key);
    return value.is_number() ? std::to_string(value.get<std::int64_t>() / 1000) + "k" : std::string();
}

std::string joined(const base::Json& list) {
    std::string out;
    for (const base::Json& item : list) {
        if (item.is_string()) {
            out += (out.empty() ? "" : ", ") + item.get<std::string>();
        }
    }
    return out;
}

/// "3000k", or "CRF 23, at most 3300k"
std::string rate_of_rung(const base::Json& rung) {
    const std::string quality = text(rung, "quality");
    return quality.empty() ? rate(rung, "bitrate") : "CRF " + quality + ", at most " + rate(rung, "maxrate");
}

void add_video(const base::Json& video, std::vector<std::string>& lines) {
    if (const std::string steps = joined(member(video, "steps")); !steps.empty()) {
        lines.push_back("convert   " + printable(steps));
    }
    TablePrinter table({"RUNG", "SIZE", "ENCODER", "PRESET", "BIT RATE"});
    for (const base::Json& rung : member(video, "rungs")) {
        table.add_row({text(rung, "name"), text(rung, "width") + "x" + text(rung, "height"), text(rung, "encoder"),
                       text(rung, "preset"), rate_of_rung(rung)});
    }
    lines.emplace_back();
    for (std::string& line : table.lines()) {
        lines.push_back(std::move(line));
    }
}

/// "Deutsch (de)"
std::string track_name(const base::Json& track) {
    return printable(text(track, "name")) + " (" + printable(text(track, "language")) + ")";
}

void add_audio(const base::Json& audio, std::vector<std::string>& lines) {
    if (!audio.is_array() || audio.empty()) {
        lines.emplace_back("audio     none");
        return;
    }
    for (const base::Json& track : audio) {
        lines.push_back("audio     " + track_name(track) + ", " + text(track, "encoder") + ", " +
                        text(track, "channels") + " channels, " + rate(track, "bitrate"));
    }
}

} // namespace

std::vector<std::string> plan_lines(const base::Json& plan) {
    std::vector<std::string> lines;
    if (const base::Json& duration = member(plan, "duration_sec"); duration.is_number()) {
        const auto milliseconds = static_cast<std::int64_t>(duration.get<double>() * 1000);
        lines.push_back("length    " + base::humanize_duration(base::Duration(milliseconds)));
    }
    const base::Json& segments = member(plan, "segments");
    const bool is_counted = segments.is_number_integer() && segments.get<std::int64_t>() > 0;
    lines.push_back("segments  " + (is_counted ? text(plan, "segments") + ", " : "") + text(plan, "segment_format"));
    add_audio(member(plan, "audio"), lines);
    for (const base::Json& track : member(plan, "text")) {
        lines.push_back("subtitle  " + track_name(track));
    }
    if (const base::Json& video = member(plan, "video"); video.is_object()) {
        add_video(video, lines);
    } else {
        lines.emplace_back("video     none");
    }
    for (const base::Json& note : member(plan, "notes")) {
        if (note.is_string()) {
            lines.push_back("note: " + printable(note.get<std::string>()));
        }
    }
    return lines;
}

} // namespace framehand::cli
