// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <cstdint>

namespace framehand::ui {

/// Sizes as people read them, in the application's language.
class SizeWords {
    Q_DECLARE_TR_FUNCTIONS(SizeWords)

public:
    /// "1.4 GB", decimal multiples.
    [[nodiscard]] static QString bytes(std::uint64_t count);
    /// "24 %".
    [[nodiscard]] static QString percent(double value);
};

} // namespace framehand::ui
