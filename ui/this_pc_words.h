// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snapshot.h"
#include "ui/this_pc.h"

#include <QCoreApplication>
#include <QString>

namespace framehand::ui {

/// What the page on this machine says. Pure.
class ThisPcWords {
    Q_DECLARE_TR_FUNCTIONS(ThisPcWords)

public:
    /// "Intel Core i5, 4 cores"; "" where neither is known.
    [[nodiscard]] static QString processor(const MachineView& machine);
    [[nodiscard]] static QString memory(const MachineView& machine);
    /// With its driver's version where that is known, or that none was found; "" before anything is known.
    [[nodiscard]] static QString graphics(const MachineView& machine);

    [[nodiscard]] static QString works(const EncoderView& encoder);
    /// "" where it was not timed, or no size was tried.
    [[nodiscard]] static QString fps(const EncoderView& encoder);
    [[nodiscard]] static QString largest(const EncoderView& encoder);

    [[nodiscard]] static QString measuring(const MeasuringView& measuring);

    /// What was looked at.
    [[nodiscard]] static QString title(const CheckView& check);
    [[nodiscard]] static QString health(Health health);
    /// What a button for it says, with its mnemonic; "" if there is none.
    [[nodiscard]] static QString remedy(const CheckView& check);

    /// All of it, to be sent to somebody who helps.
    [[nodiscard]] static QString as_text(const MachineView& machine, const std::vector<CheckView>& checks);
};

} // namespace framehand::ui
