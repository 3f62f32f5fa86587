// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history_entry.h"

#include "ui/json_view.h"
#include "ui/size_words.h"
#include "ui/snapshot.h"
#include "ui/time_words.h"

#include <QLocale>

#include <algorithm>

namespace framehand::ui {

using base::Json;

namespace {

/// A text that may have many lines, without what could steer anything.
QString lines_of(const Json& parent, const char* key) {
    const auto* found = json_view::member(parent, key);
    if (found == nullptr || !found->is_string()) {
        return {};
    }
    QStringList lines = QString::fromStdString(found->get_ref<const std::string&>()).split(QLatin1Char('\n'));
    for (QString& line : lines) {
        line = json_view::printable(line);
    }
    return lines.join(QLatin1Char('\n')).trimmed();
}

} // namespace

HistoryEntry history_entry_of(const Json& json) {
    HistoryEntry entry;
    entry.id = json_view::text(json, "id");
    entry.input = json_view::text(json, "input");
    entry.title = json_view::text(json, "title");
    if (entry.title.isEmpty()) {
        entry.title = entry.input.isEmpty() ? entry.id : title_of(entry.input);
    }
    entry.output = json_view::text(json, "output");
    entry.state = json_view::text(json, "state");
    entry.started = json_view::time(json, "started_at");
    entry.ended = json_view::time(json, "ended_at");
    entry.duration_sec = std::max(0.0, json_view::number(json, "duration_sec", 0));
    entry.counts_pauses = json_view::text(json, "duration_of") == QLatin1String("wall");
    entry.speed = std::max(0.0, json_view::number(json, "speed", 0));
    entry.input_bytes = json_view::count(json, "input_bytes");
    entry.output_bytes = json_view::count(json, "output_bytes");
    if (const auto* rungs = json_view::member(json, "rungs"); rungs != nullptr && rungs->is_array()) {
        for (const auto& rung : *rungs) {
            if (rung.is_string()) {
                entry.rungs.append(json_view::printable(QString::fromStdString(rung.get<std::string>())));
            }
        }
    }
    entry.index = json_view::text(json, "index");
    if (const auto* error = json_view::object(json, "error")) {
        entry.error = json_view::text(*error, "message");
        entry.cause = lines_of(*error, "cause");
    }
    entry.attempts = static_cast<int>(std::min<std::uint64_t>(json_view::count(json, "attempts"), 1'000'000));
    return entry;
}

QString HistoryWords::state(const QString& state) {
    if (state == QLatin1String("COMPLETED")) {
        return tr("Finished");
    }
    if (state == QLatin1String("FAILED")) {
        return tr("Failed");
    }
    if (state == QLatin1String("CANCELLED")) {
        return tr("Cancelled");
    }
    return state == QLatin1String("RETURNED") ? tr("Given back") : state;
}

QString HistoryWords::ended(const HistoryEntry& entry) {
    return QLocale().toString(entry.ended, QLocale::ShortFormat);
}

QString HistoryWords::duration(const HistoryEntry& entry) {
    return TimeWords::span(entry.duration_sec);
}

QString HistoryWords::speed(const HistoryEntry& entry) {
    return entry.speed > 0 ? tr("%1×", "times as fast as it plays").arg(QLocale().toString(entry.speed, 'f', 1))
                           : QString();
}

QString HistoryWords::size_before(const HistoryEntry& entry) {
    return entry.input_bytes > 0 ? SizeWords::bytes(entry.input_bytes) : QString();
}

QString HistoryWords::size_after(const HistoryEntry& entry) {
    if (entry.output_bytes == 0) {
        return {};
    }
    const QString size = SizeWords::bytes(entry.output_bytes);
    if (entry.input_bytes == 0) {
        return size;
    }
    const double percent = 100.0 * static_cast<double>(entry.output_bytes) / static_cast<double>(entry.input_bytes);
    return tr("%1 (%2)", "a size, and how much that is of the size before").arg(size, SizeWords::percent(percent));
}

} // namespace framehand::ui
