// SPDX-License-Identifier: GPL-3.0-or-later
// The rules for the pipelines of clients, as far as they are ours: GStreamer reads the rest.
#include "core/jobs/pipeline_failure.h"
#include "core/pipeline/element_rules.h"
#include "core/pipeline/pipeline_text.h"
#include "tests/fuzz/check.h"

#include <algorithm>
#include <cstdint>

namespace {

using namespace framehand;
using namespace framehand::pipeline;
using fuzz::check;

bool is_control(char c) {
    const auto code = static_cast<unsigned char>(c);
    return (code < ' ' && c != '\n' && c != '\r' && c != '\t') || code == 0x7f;
}

void check_text(std::string_view options) {
    const auto text = launch_text(options);
    if (!text) {
        fuzz::check_error(text.error());
        check(text.error().code == base::ErrorCode::InvalidArgument &&
              jobs::pipeline_failure_in(text.error().text()) == jobs::PipelineFailure::Parse);
        return;
    }
    check(text->find("{{") == std::string::npos && std::ranges::none_of(*text, is_control));
    check(text->size() <= 4 * options.size() + 256);
    if (options.find("{{") == std::string_view::npos) {
        check(text->starts_with("filesrc location=" + std::string(kInputMark) + " ! decodebin ! "));
        check(text->ends_with(" ! filesink location=" + std::string(kOutputMark)));
    }
}

void check_rules(std::string_view text) {
    const std::string name(text);
    check(!name.empty() || !is_allowed_element(name));
    // Nothing beside it hides what is refused.
    check(names_a_place(name + "-location") && names_a_place("location-" + name));
    for (const std::string option : {"stats=/tmp/a", " --Dump_YUV = a", "csv"}) {
        check(file_option_in(name + ":" + option).has_value());
        check(file_option_in(option + "," + name).has_value());
        check(file_option_in(option + ":" + name).has_value());
    }
    if (const auto found = file_option_in(name)) {
        check(file_option_in(*found) == found);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    check_text(text);
    check_text("x264enc ! " + std::string(text));
    check_text("filesrc location={{input_file}} ! " + std::string(text) +
               " ! {{progress}} ! filesink location={{output_file}}");
    check_rules(text);
    return 0;
}
