// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/failure_words.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace framehand::transcoder {

namespace {

/// Libraries, and most parts of the engine, tell of it in words only.
bool is_about_memory(const base::Error& error) {
    const std::array<std::string, 5> signs = {"ut of memory", "emory is out", "malloc of size", "get_buffer() failed",
                                              std::generic_category().message(ENOMEM)};
    const std::string text = error.text();
    return std::ranges::any_of(signs, [&](const std::string& sign) { return text.find(sign) != std::string::npos; });
}

} // namespace

base::Error in_full(base::Error error, const std::string& last_libav_error, const jobs::TranscodeLimits& limits) {
    if (error.code == base::ErrorCode::Internal && !last_libav_error.empty()) {
        error.cause += (error.cause.empty() ? "" : "; ") + last_libav_error;
    }
    if (limits.memory_bytes == 0 || !is_about_memory(error)) {
        return error;
    }
    return error.wrapped("the transcoder's memory is out; its limit is " +
                         base::humanize_bytes(static_cast<std::int64_t>(limits.memory_bytes)) +
                         " (transcode_memory_limit)");
}

} // namespace framehand::transcoder
