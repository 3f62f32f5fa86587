// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log_sinks.h"
#include "core/base/result.h"
#include "core/settings/settings.h"

#include <iosfwd>
#include <memory>

namespace framehand::settings {

/// Who reads the log of this process.
enum class OutputKind {
    Service,  ///< a journal or a container: JSON lines
    Terminal, ///< a person: coloured text
    Pipe,     ///< a person's file or pager: plain text
};

/// The sink of a program: `stream` in the form of `kind`, and the rotating file of `log_file`, if that is set (JSON
/// lines, 10 MiB each, five kept). `stream` must outlive the sink. An error if the file cannot be opened.
[[nodiscard]] base::Result<std::shared_ptr<base::LogSink>> make_log_sink(const Settings& settings, OutputKind kind,
                                                                         std::ostream& stream);

} // namespace framehand::settings
