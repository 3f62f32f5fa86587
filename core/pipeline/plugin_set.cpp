// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/plugin_set.h"

#include "core/base/text.h"
#include "core/jobs/pipeline_failure.h"
#include "core/pipeline/element_rules.h"
#include "core/pipeline/gst.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace framehand::pipeline {

namespace {

base::Error not_here(const std::string& what, const std::string& cause = {}) {
    return jobs::pipeline_error(jobs::PipelineFailure::Parse, base::ErrorCode::Unsupported, what, cause);
}

std::vector<std::string> plugin_folders() {
    const char* list = std::getenv("GST_PLUGIN_SYSTEM_PATH_1_0");
    return list == nullptr || *list == '\0' ? std::vector<std::string>{FRAMEHAND_GSTREAMER_PLUGINS}
                                            : base::split(list, ':');
}

/// GStreamer reads these while it sets itself up.
void silence_environment() {
    for (const char* name : {"GST_DEBUG", "GST_DEBUG_FILE", "GST_DEBUG_DUMP_DOT_DIR", "GST_TRACERS", "GST_PLUGIN_PATH",
                             "GST_PLUGIN_PATH_1_0", "GST_PRESET_PATH"}) {
        ::unsetenv(name);
    }
    for (const char* name : {"GST_PLUGIN_SYSTEM_PATH", "GST_PLUGIN_SYSTEM_PATH_1_0"}) {
        ::setenv(name, "", 1); // no search of its own
    }
    ::setenv("GST_REGISTRY_DISABLE", "yes", 1);
    ::setenv("GST_REGISTRY_UPDATE", "no", 1);
    ::setenv("GST_REGISTRY_FORK", "no", 1);
}

void load(const std::string& name, const std::vector<std::string>& folders) {
    for (const std::string& folder : folders) {
        const std::filesystem::path file = std::filesystem::path(folder) / ("libgst" + name + ".so");
        std::error_code error;
        if (!std::filesystem::is_regular_file(file, error)) {
            continue;
        }
        // One that does not load is one that is not installed: its elements are then missed by name.
        const UniquePlugin plugin(gst_plugin_load_file(file.c_str(), nullptr));
        return;
    }
}

/// What is registered beside the allowed elements: other elements, ways to open URIs, device providers.
void forget_the_rest() {
    GstRegistry* registry = gst_registry_get();
    const auto is_refused = [](GstPluginFeature* feature, gpointer) -> gboolean {
        if (GST_IS_TYPE_FIND_FACTORY(feature)) {
            return FALSE;
        }
        return !GST_IS_ELEMENT_FACTORY(feature) || !is_allowed_element(GST_OBJECT_NAME(feature)) ? TRUE : FALSE;
    };
    const UniqueFeatures refused(gst_registry_feature_filter(registry, is_refused, FALSE, nullptr));
    for (GList* item = refused.get(); item != nullptr; item = item->next) {
        gst_registry_remove_feature(registry, GST_PLUGIN_FEATURE(item->data));
    }
}

base::Status set_up() {
    const std::vector<std::string> folders = plugin_folders();
    silence_environment();
    g_set_print_handler([](const gchar*) {});
    GError* raw = nullptr;
    const bool is_up = gst_init_check(nullptr, nullptr, &raw) != FALSE;
    const UniqueError error(raw);
    if (!is_up) {
        return not_here("GStreamer cannot be set up", error ? error->message : "");
    }
    for (const AllowedPlugin& plugin : allowed_plugins()) {
        load(std::string(plugin.file), folders);
    }
    forget_the_rest();
    for (const char* name : {"filesrc", "filesink", "decodebin", "progressreport"}) {
        GstElementFactory* factory = gst_element_factory_find(name);
        if (factory == nullptr) {
            return not_here("GStreamer's element " + std::string(name) +
                            " is not installed (its packages plugins-base and plugins-good have what is needed)");
        }
        gst_object_unref(factory);
    }
    return {};
}

} // namespace

base::Status load_allowed_plugins() {
    static const base::Status result = set_up();
    return result;
}

} // namespace framehand::pipeline
