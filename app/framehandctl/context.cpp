// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/context.h"

#include "core/base/whole_path.h"
#include "core/settings/access_token.h"

#include <utility>

namespace framehand::cli {

std::filesystem::path Context::absolute(const std::filesystem::path& typed) const {
    const std::filesystem::path path = base::normal(base::joined(m_request.dirs.current, typed));
    return path.has_filename() || !path.has_relative_path() ? path : path.parent_path();
}

ExitCode Context::report_failure(const base::Error& error) {
    m_console.error(error);
    return error.code == base::ErrorCode::Cancelled ? ExitCode::Cancelled : ExitCode::Failed;
}

base::Result<const settings::LoadedSettings*> Context::settings() {
    if (!m_loaded) {
        m_loaded = settings::load(m_request);
        if (*m_loaded) {
            for (const std::string& warning : (*m_loaded)->warnings) {
                m_console.note("warning: " + warning);
            }
        }
    }
    if (!*m_loaded) {
        base::Error error = m_loaded->error();
        // A missing --config file is wrong usage too.
        error.code = base::ErrorCode::InvalidArgument;
        return error;
    }
    return &**m_loaded;
}

base::Result<ports::HttpClient*> Context::http() {
    FH_ASSIGN(const settings::LoadedSettings* const loaded, settings());
    if (!m_http) {
        const auto place = settings::access_token_place(m_request.environment, loaded->settings.data_dir);
        FH_ASSIGN(auto token, settings::read_access_token(place));
        m_http.emplace(m_services.http, loaded->settings.orchestrator_url, std::move(token));
    }
    return &*m_http;
}

base::Result<OrchestratorClient> Context::orchestrator() {
    FH_ASSIGN(ports::HttpClient* const client, http());
    FH_ASSIGN(const settings::LoadedSettings* const loaded, settings());
    return OrchestratorClient(*client, loaded->settings.orchestrator_url, m_services.interrupted);
}

} // namespace framehand::cli
