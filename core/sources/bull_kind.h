// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/redis/connection.h"
#include "core/sources/bull_job.h"

#include <functional>
#include <optional>
#include <string>

namespace framehand::sources {

/// Which library a queue must be kept by.
enum class BullExpected { Either, BullMq, Bull };

/// Which library keeps a queue, of its meta data: `version` is the field "version" of the hash `meta`,
/// `its_stream` whether there is a stream of events or a word of its length, which Bull does not have, `has_ids`
/// whether the key `id` exists. Nothing: there is no queue yet. Unsupported for a queue of another library, of a later
/// BullMQ, or of another kind than expected; the message names it.
[[nodiscard]] base::Result<std::optional<BullKind>> bull_kind(const std::string& queue, BullExpected expected,
                                                              const std::optional<std::string>& version,
                                                              bool its_stream, bool has_ids);

/// The same, asked of the server. `done` as of redis::Connection; errors are also the connection's.
void find_bull_kind(redis::Connection& connection, const std::string& prefix, const std::string& queue,
                    BullExpected expected, std::function<void(base::Result<std::optional<BullKind>>)> done);

} // namespace framehand::sources
