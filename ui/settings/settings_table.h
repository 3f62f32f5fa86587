// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_session.h"

#include <QAbstractTableModel>
#include <QCoreApplication>

#include <string>
#include <vector>

namespace framehand::ui {

/// Settings as rows of a table whose second column can be edited.
class SettingsTable final : public QAbstractTableModel {
    Q_DECLARE_TR_FUNCTIONS(SettingsTable)

public:
    enum Column { Key, Value, Standard, Applies, Help, ColumnCount };

    /// `session` must outlive it.
    explicit SettingsTable(SettingsSession& session, QObject* parent = nullptr);

    void set_keys(std::vector<std::string> keys);
    /// The session's values have changed.
    void refresh();

    [[nodiscard]] const std::vector<std::string>& keys() const { return m_keys; }

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

private:
    [[nodiscard]] QString text(const SettingsDraft::Field& field, int column) const;

    SettingsSession& m_session;
    std::vector<std::string> m_keys;
};

} // namespace framehand::ui
