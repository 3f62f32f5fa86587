// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QString>

namespace framehand::ui {

/// A member's text, as a daemon of any version sends it: "" where it is none. Numbers and truths count as their text.
[[nodiscard]] inline QString text_in(const base::Json& json, const char* key) {
    if (!json.is_object() || !json.contains(key)) {
        return {};
    }
    const auto& value = json[key];
    if (value.is_string()) {
        return QString::fromStdString(value.get_ref<const std::string&>());
    }
    return value.is_primitive() && !value.is_null() ? QString::fromStdString(value.dump()) : QString();
}

} // namespace framehand::ui
