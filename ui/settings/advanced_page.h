// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

#include <QCoreApplication>
#include <QSortFilterProxyModel>

class QLineEdit;
class QPushButton;
class QTableView;

namespace framehand::ui {

class SettingsTable;

/// All settings that have no other page, in a table.
class AdvancedPage final : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(AdvancedPage)

public:
    /// To be made after the other pages, which say what they have.
    explicit AdvancedPage(PageContext& context);

    [[nodiscard]] QString title() const override { return tr("Advanced"); }

    void refresh() override;

    /// Chooses its row, whatever was searched for; none where this page does not have it.
    void show_setting(const std::string& key);

private:
    /// Of the chosen row, "" if there is none.
    [[nodiscard]] std::string chosen() const;
    void show_chosen();

    PageContext& m_context;

    // All belong to this widget.
    SettingsTable* m_table;
    QSortFilterProxyModel* m_found;
    QTableView* m_view;
    QLineEdit* m_search;
    QLabel* m_words;
    QPushButton* m_reset;
    QLabel* m_file;
};

} // namespace framehand::ui
