// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace framehand::pipeline {

/// Sets GStreamer up once for the process, with the allowed plugins (element_rules.h) and nothing else, and forgets
/// those of their elements that are not allowed: neither a pipeline's text nor decodebin finds them then. The folder of
/// the plugins is the one that GStreamer was built with, or those in GST_PLUGIN_SYSTEM_PATH_1_0. What elements print
/// for debugging goes nowhere: standard output has the events. Unsupported if there is no GStreamer here after all.
[[nodiscard]] base::Status load_allowed_plugins();

} // namespace framehand::pipeline
