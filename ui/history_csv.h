// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history_entry.h"

#include <QByteArray>

#include <vector>

namespace framehand::ui {

/// The table as a file for other programs: RFC 4180, UTF-8, lines end with CR LF. Its names and numbers are the same in
/// every language. A text that a spreadsheet would take for a formula gets an apostrophe before it. Pure.
[[nodiscard]] QByteArray history_csv(const std::vector<HistoryEntry>& entries);

} // namespace framehand::ui
