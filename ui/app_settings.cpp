// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app_settings.h"

#include <array>
#include <utility>

namespace framehand::ui {

namespace {

constexpr std::array<std::pair<Appearance, const char*>, 3> kAppearances{
    {{Appearance::System, "system"}, {Appearance::Light, "light"}, {Appearance::Dark, "dark"}}};

QString key_of(Notice::Kind kind) {
    switch (kind) {
    case Notice::Kind::Finished:
        return QStringLiteral("notifications/finished");
    case Notice::Kind::Failed:
        return QStringLiteral("notifications/failed");
    case Notice::Kind::NeedsAttention:
        break;
    }
    return QStringLiteral("notifications/needs_attention");
}

} // namespace

AppSettings::AppSettings(const std::filesystem::path& file)
    : m_file(QString::fromStdString(file.string()), QSettings::IniFormat) {
}

void AppSettings::set(const QString& key, const QVariant& value) {
    m_file.setValue(key, value);
    m_file.sync(); // a crash must not bring the first setup back
}

Appearance AppSettings::appearance() const {
    const auto text = m_file.value(QStringLiteral("appearance/colours")).toString();
    for (const auto& [appearance, name] : kAppearances) {
        if (text == QLatin1String(name)) {
            return appearance;
        }
    }
    return Appearance::System;
}

void AppSettings::set_appearance(Appearance appearance) {
    for (const auto& [known, name] : kAppearances) {
        if (known == appearance) {
            set(QStringLiteral("appearance/colours"), QString::fromLatin1(name));
        }
    }
}

QString AppSettings::language() const {
    return m_file.value(QStringLiteral("appearance/language")).toString();
}

void AppSettings::set_language(const QString& code) {
    set(QStringLiteral("appearance/language"), code);
}

bool AppSettings::notifies(Notice::Kind kind) const {
    return m_file.value(key_of(kind)).toString() != QStringLiteral("false");
}

void AppSettings::set_notifies(Notice::Kind kind, bool notifies) {
    set(key_of(kind), notifies);
}

bool AppSettings::first_run_done() const {
    return m_file.value(QStringLiteral("window/first_run_done")).toString() == QStringLiteral("true");
}

void AppSettings::set_first_run_done() {
    set(QStringLiteral("window/first_run_done"), true);
}

QByteArray AppSettings::window_geometry() const {
    return m_file.value(QStringLiteral("window/geometry")).toByteArray();
}

void AppSettings::set_window_geometry(const QByteArray& geometry) {
    set(QStringLiteral("window/geometry"), geometry);
}

} // namespace framehand::ui
