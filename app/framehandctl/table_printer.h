// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace framehand::cli {

/// Rows under a headline, each column as wide as its widest cell, two blanks between columns.
class TablePrinter {
public:
    explicit TablePrinter(std::vector<std::string> headline) : m_rows{std::move(headline)} {}

    /// Control characters of cells are replaced. Missing cells are empty.
    void add_row(std::vector<std::string> cells);

    [[nodiscard]] bool empty() const { return m_rows.size() == 1; }

    /// The lines, without line ends and without blanks at their ends.
    [[nodiscard]] std::vector<std::string> lines() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace framehand::cli
