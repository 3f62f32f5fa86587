// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/callback_guard.h"

namespace framehand::worker {

using base::CallbackGuard;

} // namespace framehand::worker
