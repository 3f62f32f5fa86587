// SPDX-License-Identifier: GPL-3.0-or-later
// Must not compile: a layer does not see those above it.
#include "core/worker/worker.h"
