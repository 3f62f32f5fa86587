// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snapshot.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace framehand::ui {

/// What a person is told of although they look elsewhere. Plain text.
struct Notice {
    enum class Kind { Finished, Failed, NeedsAttention };
    Kind kind = Kind::Finished;
    QString title;
    QString text;

    bool operator==(const Notice&) const = default;
};

/// What is worth a notice between two states that follow each other. Pure.
class Notices {
    Q_DECLARE_TR_FUNCTIONS(Notices)

public:
    [[nodiscard]] static std::optional<Notice> between(const Snapshot& before, const Snapshot& after);
};

} // namespace framehand::ui
