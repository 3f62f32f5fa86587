// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/source_tests.h"
#include "core/api/dispatcher.h"
#include "core/settings/settings_editor.h"

#include <functional>

namespace framehand::daemon {

struct SourceMethodParts {
    SourceTests& tests;
    /// The settings of the disk with these changes.
    std::function<base::Result<settings::Settings>(const settings::Changes& changes)> settings;
    SecretReader secrets; ///< those that the daemon has
};

/// `sources.test` with {"source", "settings", "secrets"}, as docs/local-api.md has it. A client that goes away cancels
/// its tests. The references must outlive the dispatcher's use.
void add_source_methods(api::Dispatcher& dispatcher, SourceMethodParts parts);

} // namespace framehand::daemon
