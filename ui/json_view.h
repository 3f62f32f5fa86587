// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QDateTime>
#include <QString>

#include <cstdint>

/// Reads what a daemon says that may be older or newer: a member that is missing or of another type is as if it were
/// not there. Pure.
namespace framehand::ui::json_view {

/// Null if `object` has none of that name, or is none.
[[nodiscard]] const base::Json* member(const base::Json& object, const char* key);
[[nodiscard]] const base::Json* object(const base::Json& parent, const char* key);
/// On one line, without control characters: what is shown must not steer what shows it.
[[nodiscard]] QString printable(QString text);
/// As it came, with its line breaks.
[[nodiscard]] QString raw_text(const base::Json& parent, const char* key);
/// The same, where numbers and truths count as their text.
[[nodiscard]] QString any_text(const base::Json& parent, const char* key);
/// Printable.
[[nodiscard]] QString text(const base::Json& parent, const char* key);
[[nodiscard]] double number(const base::Json& parent, const char* key, double fallback);
[[nodiscard]] std::uint64_t count(const base::Json& parent, const char* key);
[[nodiscard]] bool truth(const base::Json& parent, const char* key);
/// In this place's time; invalid if there is none.
[[nodiscard]] QDateTime time(const base::Json& parent, const char* key);

} // namespace framehand::ui::json_view
