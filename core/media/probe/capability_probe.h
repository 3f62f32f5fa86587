// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/jobs/capabilities.h"
#include "core/media/probe/known_encoders.h"

#include <functional>
#include <string>
#include <vector>

namespace framehand::media::probe {

/// Measures what this machine's encoders really do: each one that Framehand can use is opened and encodes a few frames,
/// is timed at 1280x720 and tried at large sizes (where these are refused, at 1920x1080). Never guesses from a device's
/// name or a driver's list.
///
/// Blocks for up to some seconds; a broken driver may block longer or crash, so this runs in framehand-transcoder,
/// where the parent can end it. libav's log is taken while it measures (libav_log.h).
class CapabilityProbe {
public:
    /// Called before each encoder with its name, on the calling thread.
    using Progress = std::function<void(const std::string& encoder)>;

    explicit CapabilityProbe(const base::Clock& clock) : m_clock(clock) {}

    /// `libav_version` and `encoders` only; facts of the host are the caller's to add. Encoders that this build of
    /// libavcodec does not have are reported as such. Cancelled.
    [[nodiscard]] base::Result<jobs::Capabilities> measure_all(const base::CancelToken& cancel,
                                                               const Progress& progress) const;

    /// One encoder. NotFound for a name that Framehand does not know, with the nearest that it does.
    [[nodiscard]] base::Result<jobs::EncoderCapability> measure(const std::string& name,
                                                                const base::CancelToken& cancel) const;

    /// One encoder of video or AAC, whether it is one of known_encoders() or not.
    [[nodiscard]] jobs::EncoderCapability measure(const KnownEncoder& encoder, const base::CancelToken& cancel) const;

private:
    const base::Clock& m_clock;
};

} // namespace framehand::media::probe
