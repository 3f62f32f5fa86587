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
    return refuse(ErrorCode::InvalidArgument, "the element " + name + " is not allowed");
}

base::Error parse_failure(const UniqueError& error, GstParseContext& context) {
    const bool misses_one = error && g_error_matches(error.get(), GST_PARSE_ERROR, GST_PARSE_ERROR_NO_SUCH_ELEMENT);
    const UniqueTexts missing(misses_one ? gst_parse_context_get_missing_elements(&context) : nullptr);
    for (gchar** name = missing.get(); name != nullptr && *name != nullptr; ++name) {
        return is_allowed_element(*name)
                   ? refuse(ErrorCode::Unsupported, "the element " + std::string(*name) + " is not installed here")
                   : refuse_element(*name);
    }
    const std::string words = error ? error->message : "it is no pipeline";
    return refuse(ErrorCode::InvalidArgument, "GStreamer cannot read the pipeline", words);
}

/// A text property as it is now, "" for none; nothing where it still has its class's default or is no text.
std::optional<std::string> own_text(GstElement* element, GParamSpec* property) {
    constexpr int kBoth = G_PARAM_READABLE | G_PARAM_WRITABLE;
    if (!G_IS_PARAM_SPEC_STRING(property) || (property->flags & kBoth) != kBoth) {
        return std::nullopt;
    }
    GValue value = G_VALUE_INIT;
    g_value_init(&value, G_TYPE_STRING);
    g_object_get_property(G_OBJECT(element), property->name, &value);
    std::optional<std::string> text;
    if (g_param_value_defaults(property, &value) == FALSE) {
        const gchar* own = g_value_get_string(&value);
        text = own == nullptr ? "" : own;
    }
    g_value_unset(&value);
    return text;
}

/// Whether a property's text is one that the element chose for itself: a file with a random name in the folder for
/// temporary files, as another element of its kind has it too.
bool is_own_choice(GstElementFactory* factory, GParamSpec* property, const std::filesystem::path& text) {
    GstElement* raw = gst_element_factory_create(factory, nullptr);
    if (raw == nullptr) {
        return false;
    }
    gst_object_ref_sink(raw);
    const UniqueElement twin(raw);
    const std::optional<std::string> other = own_text(twin.get(), property);
    return other && std::filesystem::path(*other).parent_path() == text.parent_path() &&
           text.parent_path() == std::filesystem::path(g_get_tmp_dir());
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
        if (factory == nullptr || !is_allowed_element(name)) {
            return refuse_element(name);
        }
        guint count = 0;
        GParamSpec** all = g_object_class_list_properties(G_OBJECT_GET_CLASS(element), &count);
        const std::unique_ptr<GParamSpec*, FreeText> owner(all);
        for (GParamSpec* property : std::span(all, count)) {
            if (const std::optional<std::string> text = own_text(element, property)) {
                FH_TRY(check_text(element, factory, property, *text));
            }
        }
        if (is_file(name)) {
            FH_TRY(set_file(element, name));
        }
        return GST_IS_BIN(element) ? check_children(GST_BIN(element)) : base::Status();
    }

    static bool is_file(std::string_view name) { return name == "filesrc" || name == "filesink"; }

    base::Status check_text(GstElement* element, GstElementFactory* factory, GParamSpec* property,
                            const std::string& text) {
        const std::string name = GST_OBJECT_NAME(factory);
        const std::string key = property->name;
        if (names_a_place(key) && !(is_file(name) && key == "location")) {
            if (!is_own_choice(factory, property, text)) {
                return refuse(ErrorCode::InvalidArgument,
                              "the property " + key + " of the element " + name + " is not allowed");
            }
            const std::string put_aside = "aside-" + std::to_string(m_put_aside++) + ".tmp";
            g_object_set(element, property->name, (m_output.parent_path() / put_aside).c_str(), nullptr);
        }
        if (holds_library_options(key)) {
            if (const auto option = file_option_in(text)) {
                return refuse(ErrorCode::InvalidArgument, "the option " + *option + " in the property " + key +
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
            return refuse(ErrorCode::InvalidArgument, "the element " + name + " is not allowed but with location=" +
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
    int m_put_aside = 0; ///< files for what muxers put aside
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
