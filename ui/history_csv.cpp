// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history_csv.h"

namespace framehand::ui {

namespace {

constexpr const char* kHeader = "id,title,input,output,result,started_at,ended_at,duration_sec,duration_counts_pauses,"
                                "speed,input_bytes,output_bytes,rungs,index,error,cause,attempts\r\n";

QString field(QString text) {
    // What spreadsheets run (OWASP, "CSV Injection").
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20").contains(text.at(0))) {
        text.prepend(QLatin1Char('\''));
    }
    const bool quoted = text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) ||
                        text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r'));
    return quoted ? QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"') : text;
}

QString time(const QDateTime& time) {
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString number(double value) {
    return QString::number(value, 'f', 3);
}

} // namespace

QByteArray history_csv(const std::vector<HistoryEntry>& entries) {
    QString text = QLatin1String(kHeader);
    for (const auto& entry : entries) {
        const QStringList fields{field(entry.id),
                                 field(entry.title),
                                 field(entry.input),
                                 field(entry.output),
                                 field(entry.state),
                                 time(entry.started),
                                 time(entry.ended),
                                 number(entry.duration_sec),
                                 entry.counts_pauses ? QStringLiteral("true") : QStringLiteral("false"),
                                 number(entry.speed),
                                 QString::number(entry.input_bytes),
                                 QString::number(entry.output_bytes),
                                 field(entry.rungs.join(QLatin1Char(' '))),
                                 field(entry.index),
                                 field(entry.error),
                                 field(entry.cause),
                                 QString::number(entry.attempts)};
        text += fields.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return text.toUtf8();
}

} // namespace framehand::ui
