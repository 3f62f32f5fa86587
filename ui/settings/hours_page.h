// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

#include <QCoreApplication>

class QGroupBox;

namespace framehand::ui {

class WeekGridWidget;

/// When this PC may be used for work.
class HoursPage final : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(HoursPage)

public:
    explicit HoursPage(PageContext& context);

    [[nodiscard]] QString title() const override { return tr("When to work"); }

    void refresh() override;

private:
    [[nodiscard]] QWidget* make_hours();
    [[nodiscard]] QWidget* make_rules();
    [[nodiscard]] QWidget* make_programs();
    void pick_programs();

    PageContext& m_context;

    // All belong to this widget.
    FieldForm* m_courtesy;
    QLabel* m_off_words;
    QWidget* m_all;
    FieldForm* m_hours = nullptr;
    WeekGridWidget* m_grid = nullptr;
    FieldForm* m_rules = nullptr;
    FieldForm* m_programs = nullptr;
};

} // namespace framehand::ui
