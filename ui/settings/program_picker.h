// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/reading.h"

#include <QCoreApplication>
#include <QDialog>

#include <string>
#include <vector>

class QListWidget;

namespace framehand::ui {

/// Chooses programs from those that run now.
class ProgramPicker final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(ProgramPicker)

public:
    /// `chosen` are names as the setting spells them, "blender, vlc": they stay in the list, whether they run or not.
    ProgramPicker(const ports::Reading<std::vector<std::string>>& running, const QString& chosen,
                  QWidget* parent = nullptr);

    /// What is checked, as the setting spells it.
    [[nodiscard]] QString names() const;

private:
    QListWidget* m_list; ///< belongs to the dialog
};

} // namespace framehand::ui
