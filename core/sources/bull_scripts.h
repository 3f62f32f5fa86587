// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace framehand::sources {

/// One of the Lua scripts by which BullMQ and Bull keep their queues, whole, as EVAL takes it.
struct LuaScript {
    std::string_view library; ///< "bullmq" or "bull"
    std::string_view name;    ///< "moveToActive"
    int keys = 0;             ///< how many of its arguments are keys
    std::string_view text;
};

/// All that a worker needs, of the npm packages that this program was built with (cmake/BullScripts.cmake makes the
/// definition); empty where it was built without them.
[[nodiscard]] std::span<const LuaScript> bull_scripts();

/// The script of that name; one with an empty text where this program has none.
[[nodiscard]] LuaScript find_bull_script(std::string_view library, std::string_view name);

} // namespace framehand::sources
