// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

#include <string>
#include <string_view>

namespace framehand::base {

/// How text lines look. Coloured is for terminals only: it writes escape sequences.
enum class TextStyle { Plain, Coloured };

/// True for names of things that must never be shown: token, authorization, password, secret, credential, api key,
/// cookie, in any spelling ("X-Auth-Token", "api_key").
[[nodiscard]] bool is_secret_key(std::string_view key);

/// `{"time":"...","level":"info","message":"...",<fields in order>}` without a line end. A field named like one of the
/// first three gets a "_" behind its name. Values of secret keys are "***". Invalid UTF-8 is replaced.
[[nodiscard]] std::string format_json_line(const LogRecord& record);

/// `2026-11-21T08:15:30.123Z info    message key=value other="two words"` without a line end; control characters are
/// escaped, so that no message can forge a line or steer a terminal. Values of secret keys are ***.
[[nodiscard]] std::string format_text_line(const LogRecord& record, TextStyle style);

} // namespace framehand::base
