// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/context.h"

namespace framehand::cli {

std::filesystem::path Context::absolute(const std::filesystem::path& typed) const {
    const std::filesystem::path path = (m_request.dirs.current / typed).lexically_normal();
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

} // namespace framehand::cli
