// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_scripts.h"

namespace framehand::sources {

LuaScript find_bull_script(std::string_view library, std::string_view name) {
    for (const auto& script : bull_scripts()) {
        if (script.library == library && script.name == name) {
            return script;
        }
    }
    return {library, name, 0, {}};
}

} // namespace framehand::sources
