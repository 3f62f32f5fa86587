// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sample_history.h"

#include <QWidget>

namespace framehand::ui {

/// A small curve of the newest values, without axes: how it goes, not how much it is.
class Sparkline final : public QWidget {
public:
    static constexpr std::size_t kSamples = 120;

    explicit Sparkline(QWidget* parent = nullptr);

    void add(double value);
    void clear();

    [[nodiscard]] const SampleHistory& history() const { return m_history; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SampleHistory m_history{kSamples};
};

} // namespace framehand::ui
