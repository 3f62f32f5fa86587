// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size_words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace framehand::ui {

QString SizeWords::bytes(std::uint64_t count) {
    constexpr std::uint64_t kWithDecimals = 1'000'000'000;
    const auto most = static_cast<std::uint64_t>(std::numeric_limits<qint64>::max());
    return QLocale().formattedDataSize(static_cast<qint64>(std::min(count, most)), count >= kWithDecimals ? 1 : 0,
                                       QLocale::DataSizeSIFormat);
}

QString SizeWords::percent(double value) {
    return tr("%1 %").arg(QLocale().toString(std::llround(value)));
}

} // namespace framehand::ui
