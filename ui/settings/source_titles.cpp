// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/source_titles.h"

#include <QCoreApplication>

namespace framehand::ui {

namespace {

struct Titles {
    Q_DECLARE_TR_FUNCTIONS(SourceTitles)
};

} // namespace

QStringList known_sources() {
    return {QString::fromLatin1(kOrchestratorSource), QStringLiteral("redis"), QStringLiteral("celery"),
            QStringLiteral("bullmq"), QStringLiteral("rabbitmq")};
}

QString source_title(const QString& source) {
    if (source == QLatin1String(kOrchestratorSource)) {
        return Titles::tr("Orchestrator");
    }
    if (source == QLatin1String("redis")) {
        return Titles::tr("Redis lists or streams");
    }
    if (source == QLatin1String("celery")) {
        return Titles::tr("Celery on Redis");
    }
    if (source == QLatin1String("bullmq")) {
        return Titles::tr("BullMQ or Bull");
    }
    return source == QLatin1String("rabbitmq") ? QStringLiteral("RabbitMQ") : source;
}

QStringList chosen_sources(const SettingsDraft& draft) {
    QStringList chosen;
    for (const auto& word : draft.value(kJobSource).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const auto source = word.trimmed(); !source.isEmpty() && !chosen.contains(source)) {
            chosen.append(source);
        }
    }
    return chosen;
}

} // namespace framehand::ui
