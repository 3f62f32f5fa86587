// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/pipeline_text.h"

#include "core/jobs/pipeline_failure.h"

#include <algorithm>
#include <array>
#include <utility>

namespace framehand::pipeline {

namespace {

constexpr std::size_t kMostBytes = 64 * 1024;
constexpr std::string_view kProgress = "progressreport update-freq=1 silent=true";

base::Error refuse(const std::string& reason) {
    return jobs::pipeline_error(jobs::PipelineFailure::Parse, base::ErrorCode::InvalidArgument,
                                "transcode_options: " + reason);
}

bool is_text(char c) {
    const auto code = static_cast<unsigned char>(c);
    return (code >= 0x20 && code != 0x7f) || c == '\n' || c == '\r' || c == '\t';
}

base::Result<std::string> with_files(std::string_view options) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPlaceholders = {
        {{"{{input_file}}", kInputMark}, {"{{output_file}}", kOutputMark}, {"{{progress}}", kProgress}}};
    std::string text;
    while (!options.empty()) {
        const std::size_t at = std::min(options.find("{{"), options.size());
        text += options.substr(0, at);
        options.remove_prefix(at);
        if (options.empty()) {
            break;
        }
        const auto* known = std::ranges::find_if(
            kPlaceholders, [&](const auto& placeholder) { return options.starts_with(placeholder.first); });
        if (known == kPlaceholders.end()) {
            const std::string shown(options.substr(0, std::min<std::size_t>(options.find("}}"), 40)));
            return refuse("\"" + shown +
                          "\" begins none of the placeholders {{input_file}}, {{output_file}} and {{progress}}");
        }
        text += known->second;
        options.remove_prefix(known->first.size());
    }
    return text;
}

} // namespace

base::Result<std::string> launch_text(std::string_view options) {
    if (options.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return refuse("are empty");
    }
    if (options.size() > kMostBytes) {
        return refuse("are longer than 64 KiB");
    }
    if (!std::ranges::all_of(options, is_text)) {
        return refuse("hold a character that is no text");
    }
    if (options.find("{{") != std::string_view::npos) {
        return with_files(options);
    }
    return "filesrc location=" + std::string(kInputMark) + " ! decodebin ! " + std::string(options) + " ! " +
           std::string(kProgress) + " ! filesink location=" + std::string(kOutputMark);
}

} // namespace framehand::pipeline
