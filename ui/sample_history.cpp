// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sample_history.h"

#include <algorithm>
#include <cmath>

namespace framehand::ui {

void SampleHistory::add(double value) {
    m_values.push_back(std::isfinite(value) ? std::max(value, 0.0) : 0.0);
    if (m_values.size() > m_capacity) {
        m_values.pop_front();
    }
}

double SampleHistory::peak() const {
    return m_values.empty() ? 0.0 : *std::ranges::max_element(m_values);
}

std::vector<QPointF> SampleHistory::line(QSizeF size) const {
    std::vector<QPointF> points;
    const double top = peak();
    const double step = m_capacity > 1 ? size.width() / static_cast<double>(m_capacity - 1) : 0.0;
    double x = size.width() - step * (static_cast<double>(m_values.size()) - 1);
    for (const double value : m_values) {
        points.emplace_back(x, top > 0 ? size.height() * (1 - value / top) : size.height());
        x += step;
    }
    return points;
}

} // namespace framehand::ui
