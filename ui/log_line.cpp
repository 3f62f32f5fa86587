// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log_line.h"

#include "ui/json_view.h"

#include <QStringList>

namespace framehand::ui {

namespace {

constexpr int kLevelWidth = 7; // "WARNING"

QString joined(const QString& time, const LogLine& line) {
    const QString text =
        QStringLiteral("%1  %2  %3").arg(time, line.level.toUpper().leftJustified(kLevelWidth), line.message);
    return line.fields.isEmpty() ? text : text + QStringLiteral("  ") + line.fields;
}

} // namespace

QString LogLine::in_short() const {
    return joined(time.toString(QStringLiteral("HH:mm:ss.zzz")), *this);
}

QString LogLine::in_full() const {
    return joined(time.toUTC().toString(Qt::ISODateWithMs), *this);
}

std::vector<LogLine> log_lines_of(const base::Json& answer) {
    std::vector<LogLine> result;
    const auto* lines = json_view::member(answer, "lines");
    if (lines == nullptr || !lines->is_array()) {
        return result;
    }
    for (const auto& json : *lines) {
        LogLine line;
        line.time = json_view::time(json, "time");
        line.level = json_view::text(json, "level");
        line.message = json_view::text(json, "message");
        if (const auto* fields = json_view::object(json, "fields")) {
            QStringList words;
            for (const auto& [key, value] : fields->items()) {
                words.append(json_view::printable(QString::fromStdString(key)) + QLatin1Char('=') +
                             json_view::text(*fields, key.c_str()));
            }
            line.fields = words.join(QLatin1Char(' '));
            line.job = json_view::text(*fields, "job");
        }
        result.push_back(std::move(line));
    }
    return result;
}

} // namespace framehand::ui
