// SPDX-License-Identifier: GPL-3.0-or-later
// Must compile: the same target as its neighbours', with an include that the rule allows.
#include "core/jobs/job.h"
