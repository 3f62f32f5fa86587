// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gst/gst.h>
#include <memory>

/// GStreamer's handles with owners. Only sources of this folder include this.
namespace framehand::pipeline {

struct UnrefObject {
    void operator()(gpointer object) const { gst_object_unref(object); }
};

/// A pipeline may only be let go in the state NULL.
struct StopAndUnref {
    void operator()(GstElement* element) const {
        gst_element_set_state(element, GST_STATE_NULL);
        gst_object_unref(element);
    }
};

struct UnrefMessage {
    void operator()(GstMessage* message) const { gst_message_unref(message); }
};

struct FreeError {
    void operator()(GError* error) const { g_error_free(error); }
};

struct FreeText {
    void operator()(gpointer text) const { g_free(text); }
};

struct FreeParseContext {
    void operator()(GstParseContext* context) const { gst_parse_context_free(context); }
};

struct FreeTexts {
    void operator()(gchar** texts) const { g_strfreev(texts); }
};

struct FreeFeatures {
    void operator()(GList* features) const { gst_plugin_feature_list_free(features); }
};

using UniqueElement = std::unique_ptr<GstElement, StopAndUnref>;
using UniqueBus = std::unique_ptr<GstBus, UnrefObject>;
using UniquePlugin = std::unique_ptr<GstPlugin, UnrefObject>;
using UniqueMessage = std::unique_ptr<GstMessage, UnrefMessage>;
using UniqueError = std::unique_ptr<GError, FreeError>;
using UniqueText = std::unique_ptr<gchar, FreeText>;
using UniqueParseContext = std::unique_ptr<GstParseContext, FreeParseContext>;
using UniqueTexts = std::unique_ptr<gchar*, FreeTexts>;
using UniqueFeatures = std::unique_ptr<GList, FreeFeatures>;

} // namespace framehand::pipeline
