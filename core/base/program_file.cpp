// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_file.h"

namespace framehand::base {

std::string program_file(std::string_view program) {
    return std::string(program) + FRAMEHAND_PROGRAM_SUFFIX;
}

} // namespace framehand::base
