// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_table.h"

#include <QFont>

#include <utility>

namespace framehand::ui {

SettingsTable::SettingsTable(SettingsSession& session, QObject* parent)
    : QAbstractTableModel(parent), m_session(session) {
}

void SettingsTable::set_keys(std::vector<std::string> keys) {
    beginResetModel();
    m_keys = std::move(keys);
    endResetModel();
}

void SettingsTable::refresh() {
    if (!m_keys.empty()) {
        // Of the values alone: whoever edits one goes on doing so.
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_keys.size()) - 1, ColumnCount - 1));
    }
}

int SettingsTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int SettingsTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString SettingsTable::text(const SettingsDraft::Field& field, int column) const {
    switch (column) {
    case Key:
        return QString::fromStdString(field.key);
    case Value:
        return m_session.draft().value(field.key);
    case Standard:
        return field.standard;
    case Applies:
        switch (field.applies) {
        case SettingsDraft::Applies::AtOnce:
            return tr("at once");
        case SettingsDraft::Applies::NextJob:
            return tr("with the next job");
        case SettingsDraft::Applies::Restart:
            return tr("after a restart");
        }
        return {};
    default:
        return field.help;
    }
}

QVariant SettingsTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= static_cast<int>(m_keys.size())) {
        return {};
    }
    const auto& draft = m_session.draft();
    const auto* field = draft.find(m_keys[static_cast<std::size_t>(index.row())]);
    if (field == nullptr) {
        return {};
    }
    const auto mistake = draft.mistake(field->key);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Value && !mistake.isEmpty()
                   ? QString(QChar(0x26a0) + QLatin1Char(' ') + text(*field, Value))
                   : text(*field, index.column());
    case Qt::EditRole:
        return text(*field, index.column());
    case Qt::ToolTipRole:
        return mistake.isEmpty() ? field->help : mistake;
    case Qt::FontRole: {
        QFont font;
        font.setBold(draft.is_changed(field->key));
        return font;
    }
    default:
        return {};
    }
}

QVariant SettingsTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) {
        return {};
    }
    switch (section) {
    case Key:
        return tr("Setting");
    case Value:
        return tr("Value");
    case Standard:
        return tr("Default");
    case Applies:
        return tr("Takes effect");
    default:
        return tr("What it is");
    }
}

Qt::ItemFlags SettingsTable::flags(const QModelIndex& index) const {
    auto flags = QAbstractTableModel::flags(index);
    if (index.column() == Value && m_session.state() == SettingsSession::State::Ready &&
        m_session.draft().lock(m_keys[static_cast<std::size_t>(index.row())]).isEmpty()) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

bool SettingsTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || index.column() != Value) {
        return false;
    }
    m_session.set(m_keys[static_cast<std::size_t>(index.row())], value.toString());
    return true;
}

} // namespace framehand::ui
