// SPDX-License-Identifier: GPL-3.0-or-later
// Must not compile: what links framehand::storage does not see core/media, though that folder exists.
#include "core/media/rational.h"
