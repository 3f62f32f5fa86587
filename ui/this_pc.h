// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace framehand::ui {

/// An encoder as it was measured.
struct EncoderView {
    QString name;  ///< libavcodec's
    QString codec; ///< "h264"
    bool works = false;
    double fps_720p = 0; ///< 0 if it was not timed
    int max_width = 0;   ///< 0 if no size was tried
    int max_height = 0;
    QString reason; ///< why it does not work, the daemon's own words

    bool operator==(const EncoderView&) const = default;
};

/// What this machine is and can do.
struct MachineView {
    QString cpu;
    int cores = 0;
    std::uint64_t ram_bytes = 0;
    QString gpu; ///< "" if none was found
    QString driver;
    QString libav;
    std::vector<EncoderView> encoders; ///< those that work first, each part in the daemon's order

    bool operator==(const MachineView&) const = default;
};

enum class Health { Good, Warning, Bad };

/// What the app can do about a finding.
struct RemedyView {
    enum class Kind { Measure, Setting };

    Kind kind = Kind::Measure;
    QString key; ///< of the setting

    bool operator==(const RemedyView&) const = default;
};

/// One thing that the doctor looked at.
struct CheckView {
    QString what; ///< "NAS readable", the daemon's name of it
    Health health = Health::Good;
    QString finding; ///< the daemon's own words, as is the advice
    QString advice;  ///< "" if all is well
    std::optional<RemedyView> remedy;

    bool operator==(const CheckView&) const = default;
};

/// The answers of `capabilities.get` and `doctor.run`, of a daemon that may be older or newer: what it leaves out or
/// spells otherwise is as if it were not there.
[[nodiscard]] MachineView machine_of(const base::Json& capabilities);
[[nodiscard]] std::vector<CheckView> checks_of(const base::Json& report);

} // namespace framehand::ui
