// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/table_printer.h"

#include "app/framehandctl/display_width.h"

#include <algorithm>

namespace framehand::cli {

void TablePrinter::add_row(std::vector<std::string> cells) {
    std::ranges::transform(cells, cells.begin(), printable);
    cells.resize(m_rows.front().size());
    m_rows.push_back(std::move(cells));
}

std::vector<std::string> TablePrinter::lines() const {
    std::vector<std::size_t> widths(m_rows.front().size(), 0);
    for (const auto& row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(row[i]));
        }
    }
    std::vector<std::string> result;
    for (const auto& row : m_rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += (i == 0 ? "" : "  ") + padded(row[i], widths[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        result.push_back(std::move(line));
    }
    return result;
}

} // namespace framehand::cli
