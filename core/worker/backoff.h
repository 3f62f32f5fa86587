// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"

namespace framehand::worker {

using base::Backoff;
using base::Random;

} // namespace framehand::worker
