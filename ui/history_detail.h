// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history_entry.h"

#include <QCoreApplication>
#include <QDialog>

class QFormLayout;

namespace framehand::ui {

/// All that is known of one ended job, with the full cause of a failure. Every text can be selected and copied.
class HistoryDetail final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(HistoryDetail)

public:
    explicit HistoryDetail(const HistoryEntry& entry, QWidget* parent = nullptr);

    /// The same as lines of "name: value", as the copy button gives them.
    [[nodiscard]] QString as_text() const { return m_lines.join(QLatin1Char('\n')); }

private:
    void add(QFormLayout& form, const QString& name, const QString& value);

    QStringList m_lines;
};

} // namespace framehand::ui
