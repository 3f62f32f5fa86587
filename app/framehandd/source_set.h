// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/ports/background.h"
#include "core/ports/http_client.h"
#include "core/ports/timers.h"
#include "core/settings/default_dirs.h"
#include "core/settings/settings.h"
#include "core/sources/bull_video_records.h"
#include "core/sources/preferred_sources.h"

#include <functional>
#include <memory>
#include <string>

namespace framehand::daemon {

/// Where the sources that `job_source` names are, the preferred first: "redis://nas:6379/0, http://nas:8787".
[[nodiscard]] std::string addresses_of_sources(const settings::Settings& settings);

/// What sources need. All references must outlive the sources.
struct SourceServices {
    ports::HttpClient& http; ///< to the orchestrator, with its token
    ports::Timers& timers;
    ports::Background& background;
    const base::Clock& clock;
    std::function<double()> random; ///< from 0 up to but not including 1
    const settings::Environment& environment;
    base::Logger logger;
};

/// The sources of jobs that `job_source` names, as one. A new kind of source is one more function in the source file.
class SourceSet {
public:
    /// InvalidArgument names the setting, PermissionDenied a secret that others may read, Unsupported a source that
    /// this program was built without.
    [[nodiscard]] static base::Result<std::unique_ptr<SourceSet>> make(const SourceServices& services,
                                                                       const settings::Settings& settings);

    [[nodiscard]] sources::JobSource& source() { return *m_source; }

private:
    SourceSet() = default;

    [[nodiscard]] base::Result<std::unique_ptr<sources::JobSource>>
    make_one(const std::string& name, const SourceServices& services, const settings::Settings& settings);
    [[nodiscard]] base::Status open_records(const SourceServices& services, const settings::Settings& settings);

    std::unique_ptr<sources::BullVideoRecords> m_records; ///< none without a database
    std::unique_ptr<sources::PreferredSources> m_source;
};

} // namespace framehand::daemon
