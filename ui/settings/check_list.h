// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QCoreApplication>
#include <QString>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace framehand::ui {

/// One thing that the daemon has looked at, of storage.test, orchestrator.test and doctor.run.
struct CheckLine {
    enum class Health { Ok, Warn, Fail };
    QString what;
    Health health = Health::Fail;
    QString finding;
    QString advice; ///< may be empty

    bool operator==(const CheckLine&) const = default;
};

/// Of an answer `{checks: [...]}`; a health that is not known counts as a warning.
[[nodiscard]] std::vector<CheckLine> check_lines(const base::Json& answer);

/// The lines below each other, each with a sign.
class CheckList final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(CheckList)

public:
    explicit CheckList(QWidget* parent = nullptr);

    void show_lines(const std::vector<CheckLine>& lines);
    /// One sentence instead, without a sign.
    void show_words(const QString& words);

    /// As a person reads it, a line each.
    [[nodiscard]] const QString& text() const { return m_text; }

private:
    void clear();
    void add(const QString& sign, const QString& words);

    QVBoxLayout* m_layout;
    QWidget* m_lines = nullptr;
    QString m_text;
};

} // namespace framehand::ui
