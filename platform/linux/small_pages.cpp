// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/small_pages.h"

#include <sys/prctl.h>

namespace framehand::platform {

void prefer_small_pages() {
    ::prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
}

} // namespace framehand::platform
