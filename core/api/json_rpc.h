// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

namespace framehand::api {

/// Of the local API: a client that needs a higher one says so to its user. Only additions keep the number.
inline constexpr int kProtocolVersion = 1;
/// A line, either way, without its end.
inline constexpr std::size_t kMaxLineBytes = 1024 * 1024;

/// The codes of JSON-RPC 2.0, section 5.1.
enum class RpcErrorCode : int {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    Failed = -32000, ///< the method itself failed: `data` is a base::Error as JSON
};

/// Messages as JSON-RPC 2.0 spells them. `id` is what the request had, null if that is unknown.
[[nodiscard]] base::Json make_request(std::int64_t id, std::string_view method, base::Json params);
[[nodiscard]] base::Json make_notification(std::string_view method, base::Json params);
[[nodiscard]] base::Json make_result(const base::Json& id, base::Json result);
[[nodiscard]] base::Json make_error(const base::Json& id, RpcErrorCode code, std::string_view message);
/// InvalidArgument becomes InvalidParams, all else Failed; `data` carries the whole error either way.
[[nodiscard]] base::Json make_error(const base::Json& id, const base::Error& error);

/// The error that an error response carries: its `data`, or its message, Unsupported for a method that the other side
/// does not have.
[[nodiscard]] base::Error error_of(const base::Json& response);

} // namespace framehand::api
