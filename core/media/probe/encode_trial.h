// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/media/probe/known_encoders.h"

#include <string>
#include <utility>
#include <vector>

namespace framehand::media::probe {

struct TrialRequest {
    int width = 256;
    int height = 256;
    int frames = 10;                   ///< 0 opens the encoder only
    base::Duration time_limit{10'000}; ///< no frame is started after it
    std::vector<std::pair<std::string, std::string>> options;
};

struct TrialResult {
    int packets = 0;
    double frames_per_second = 0; ///< from the first frame to the last packet
};

/// Opens an encoder and sends it frames. Blocks; call it off the main thread.
class EncodeTrial {
public:
    explicit EncodeTrial(const base::Clock& clock) : m_clock(clock) {}

    /// Unsupported with a sentence: not in this build, no device, does not open, gives no packets. A packet for each
    /// frame is demanded.
    [[nodiscard]] base::Result<TrialResult> run_video(const KnownEncoder& encoder, const TrialRequest& request,
                                                      const base::CancelToken& cancel) const;
    /// Half a second of stereo at 48 kHz.
    [[nodiscard]] base::Result<TrialResult> run_audio(const KnownEncoder& encoder) const;

private:
    const base::Clock& m_clock;
};

} // namespace framehand::media::probe
