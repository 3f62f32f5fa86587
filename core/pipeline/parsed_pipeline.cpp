// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/parsed_pipeline.h"

#include "core/jobs/pipeline_failure.h"
#include "core/pipeline/element_rules.h"
#include "core/pipeline/pipeline_text.h"

#include <optional>
#include <span>
#include <string_view>

namespace framehand::pipeline {

namespace {

using base::ErrorCode;

base::Error refuse(ErrorCode code, const std::string& reason, const std::string& cause = {}) {
    return jobs::pipeline_error(jobs::PipelineFailure::Parse, code, "transcode_options: " + reason, cause);
}

base::Error refuse_element(const std::string& name) {
    return refuse(ErrorCode::PermissionDenied, "the element " + name + " is not allowed");
}

base::Error parse_failure(const UniqueError& error, GstParseContext& context) {
    const UniqueTexts missing(gst_parse_context_get_missing_elements(&context));
    for (gchar** name = missing.get(); name != nullptr && *name != nullptr; ++name) {
        if (!is_allowed_element(*name)) {
            return refuse_element(*name);
        }
    }
    if (missing && *missing.get() != nullptr) {
        return refuse(ErrorCode::Unsupported, "the element " + std::string(*missing.get()) + " is not installed here");
    }
    const std::string words = error ? error->message : "it is no pipeline";
    return refuse(ErrorCode::InvalidArgument, "GStreamer cannot read the pipeline", words);
}

/// A text property as it is now, "" for none; nothing where it still has its default or is no text.
std::optional<std::string> own_text(GObject* object, GParamSpec* property) {
    constexpr int kBoth = G_PARAM_READABLE | G_PARAM_WRITABLE;
    if (!G_IS_PARAM_SPEC_STRING(property) || (property->flags & kBoth) != kBoth) {
        return std::nullopt;
    }
    GValue value = G_VALUE_INIT;
    g_value_init(&value, G_TYPE_STRING);
    g_object_get_property(object, property->name, &value);
    std::optional<std::string> text;
    if (g_param_value_defaults(property, &value) == FALSE) {
        const gchar* own = g_value_get_string(&value);
        text = own == nullptr ? "" : own;
    }
    g_value_unset(&value);
    return text;
}

class Checker {
public:
    Checker(const std::filesystem::path& input, const std::filesystem::path& output)
        : m_input(input), m_output(output) {}

    base::Status check_children(GstBin* bin) {
        for (GList* item = bin->children; item != nullptr; item = item->next) {
            FH_TRY(check(GST_ELEMENT(item->data)));
        }
        return {};
    }

    [[nodiscard]] base::Status check_files() const {
        if (m_inputs == 0) {
            return refuse(ErrorCode::InvalidArgument, "nothing reads {{input_file}}");
        }
        if (m_outputs != 1) {
            return refuse(ErrorCode::InvalidArgument, m_outputs == 0 ? "nothing writes {{output_file}}"
                                                                     : "{{output_file}} is written more than once");
        }
        return {};
    }

private:
    base::Status check(GstElement* element) {
        GstElementFactory* factory = gst_element_get_factory(element);
        const std::string name = factory == nullptr ? G_OBJECT_TYPE_NAME(element) : GST_OBJECT_NAME(factory);
        if (!is_allowed_element(name)) {
            return refuse_element(name);
        }
        FH_TRY(check_properties(element, name));
        return GST_IS_BIN(element) ? check_children(GST_BIN(element)) : base::Status();
    }

    base::Status check_properties(GstElement* element, const std::string& name) {
        guint count = 0;
        GParamSpec** all = g_object_class_list_properties(G_OBJECT_GET_CLASS(element), &count);
        const std::unique_ptr<GParamSpec*, FreeText> owner(all);
        for (GParamSpec* property : std::span(all, count)) {
            const std::optional<std::string> text = own_text(G_OBJECT(element), property);
            if (text) {
                FH_TRY(check_text(name, property->name, *text));
            }
        }
        if (name == "filesrc" || name == "filesink") {
            return set_file(element, name);
        }
        return {};
    }

    static base::Status check_text(const std::string& name, const std::string& property, const std::string& text) {
        const bool is_file = name == "filesrc" || name == "filesink";
        if (names_a_place(property) && !(is_file && property == "location")) {
            return refuse(ErrorCode::PermissionDenied,
                          "the property " + property + " of the element " + name + " is not allowed");
        }
        if (holds_library_options(property)) {
            if (const auto option = file_option_in(text)) {
                return refuse(ErrorCode::PermissionDenied, "the option " + *option + " in the property " + property +
                                                               " of the element " + name + " is not allowed");
            }
        }
        return {};
    }

    /// Only ever the job's own files.
    base::Status set_file(GstElement* element, const std::string& name) {
        const bool reads = name == "filesrc";
        gchar* raw = nullptr;
        g_object_get(element, "location", &raw, nullptr);
        const UniqueText location(raw);
        const std::string_view wanted = reads ? kInputMark : kOutputMark;
        if (!location || wanted != location.get()) {
            return refuse(ErrorCode::PermissionDenied, "the element " + name + " is not allowed but with location=" +
                                                           (reads ? "{{input_file}}" : "{{output_file}}"));
        }
        ++(reads ? m_inputs : m_outputs);
        g_object_set(element, "location", (reads ? m_input : m_output).c_str(), nullptr);
        return {};
    }

    const std::filesystem::path& m_input;
    const std::filesystem::path& m_output;
    int m_inputs = 0;
    int m_outputs = 0;
};

} // namespace

bool is_refused_property(GParamSpec* property) {
    return G_IS_PARAM_SPEC_STRING(property) && (names_a_place(property->name) || holds_library_options(property->name));
}

base::Result<UniqueElement> parse_pipeline(const std::string& text, const std::filesystem::path& input,
                                           const std::filesystem::path& output) {
    const UniqueParseContext context(gst_parse_context_new());
    GError* raw = nullptr;
    GstElement* parsed = gst_parse_launch_full(text.c_str(), context.get(), GST_PARSE_FLAG_FATAL_ERRORS, &raw);
    const UniqueError error(raw);
    if (parsed != nullptr) {
        gst_object_ref_sink(parsed);
    }
    UniqueElement pipeline(parsed);
    if (error || !pipeline) {
        return parse_failure(error, *context);
    }
    Checker checker(input, output);
    if (!GST_IS_PIPELINE(pipeline.get())) {
        return refuse(ErrorCode::InvalidArgument, "they are no pipeline of several elements");
    }
    FH_TRY(checker.check_children(GST_BIN(pipeline.get())));
    FH_TRY(checker.check_files());
    return pipeline;
}

} // namespace framehand::pipeline
