// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/loki/line_buffer.h"

#include <span>
#include <string>
#include <string_view>

namespace framehand::loki {

/// The address of the push endpoint for what people set: "http://loki:3100", or the whole address of the endpoint.
[[nodiscard]] std::string push_url(std::string_view base_url);

/// The JSON of POST /loki/api/v1/push: one stream for each level that occurs, its lines in the order of `entries`.
///
/// Labels: job = "framehand", worker, level. A job's id is no label but in the line, as each new value of a label
/// begins a stream of its own (Loki's advice on labels: values from a small, fixed set).
[[nodiscard]] std::string push_body(std::span<const Entry> entries, std::string_view worker);

} // namespace framehand::loki
