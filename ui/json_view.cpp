// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json_view.h"

#include <algorithm>
#include <cmath>

namespace framehand::ui::json_view {

using base::Json;

const Json* member(const Json& object, const char* key) {
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

const Json* object(const Json& parent, const char* key) {
    const auto* found = member(parent, key);
    return found != nullptr && found->is_object() ? found : nullptr;
}

QString printable(QString text) {
    for (QChar& character : text) {
        const auto category = character.category();
        if (category == QChar::Other_Control || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph) {
            character = QLatin1Char(' ');
        }
    }
    return text.trimmed();
}

QString raw_text(const Json& parent, const char* key) {
    const auto* found = member(parent, key);
    return found != nullptr && found->is_string() ? QString::fromStdString(found->get_ref<const std::string&>())
                                                  : QString();
}

QString any_text(const Json& parent, const char* key) {
    const auto* found = member(parent, key);
    const bool has_text = found != nullptr && (found->is_number() || found->is_boolean());
    return has_text ? QString::fromStdString(found->dump()) : raw_text(parent, key);
}

QString text(const Json& parent, const char* key) {
    return printable(raw_text(parent, key));
}

double number(const Json& parent, const char* key, double fallback) {
    const auto* found = member(parent, key);
    const double value = found != nullptr && found->is_number() ? found->get<double>() : fallback;
    return std::isfinite(value) ? value : fallback;
}

std::uint64_t count(const Json& parent, const char* key) {
    return static_cast<std::uint64_t>(std::clamp(number(parent, key, 0), 0.0, 1e15));
}

bool truth(const Json& parent, const char* key) {
    const auto* found = member(parent, key);
    return found != nullptr && found->is_boolean() && found->get<bool>();
}

QDateTime time(const Json& parent, const char* key) {
    const auto time = QDateTime::fromString(text(parent, key), Qt::ISODateWithMs);
    return time.isValid() ? time.toLocalTime() : QDateTime();
}

} // namespace framehand::ui::json_view
