// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/context.h"
#include "core/api/local_client.h"

namespace framehand::cli {

/// A connection to this user's running framehandd. Unavailable, with what to do, if there is none.
[[nodiscard]] base::Result<api::LocalClient> connect_to_daemon(Context& context);

} // namespace framehand::cli
