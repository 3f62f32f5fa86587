// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSizeF>

#include <cstddef>
#include <deque>
#include <vector>

namespace framehand::ui {

/// The newest values of something that is measured again and again.
class SampleHistory {
public:
    explicit SampleHistory(std::size_t capacity) : m_capacity(capacity) {}

    /// A value that is negative or no number counts as 0.
    void add(double value);

    void clear() { m_values.clear(); }

    /// Oldest first.
    [[nodiscard]] const std::deque<double>& values() const { return m_values; }

    /// The highest, 0 if there is none.
    [[nodiscard]] double peak() const;

    /// A line from the oldest to the newest value, the newest at the right edge, 0 at the bottom, the peak at the top.
    [[nodiscard]] std::vector<QPointF> line(QSizeF size) const;

private:
    std::size_t m_capacity;
    std::deque<double> m_values;
};

} // namespace framehand::ui
