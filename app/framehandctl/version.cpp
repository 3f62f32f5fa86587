// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/version.h"

namespace framehand::cli {

std::string_view version() {
    return FRAMEHAND_VERSION;
}

} // namespace framehand::cli
