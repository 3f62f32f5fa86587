// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/probe/capability_probe.h"

#include "core/base/text.h"
#include "core/media/libav_log.h"
#include "core/media/probe/encode_trial.h"
#include "core/media/probe/known_encoders.h"

#include <algorithm>
#include <array>

namespace framehand::media::probe {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

struct Size {
    int width;
    int height;
};

// Some encoders refuse tiny frames although they work: 256x256 is known to be taken by all.
constexpr Size kSmall{256, 256};
constexpr Size kBenchmark{1280, 720};
constexpr std::array<Size, 2> kLarge{{{4096, 2160}, {8192, 4320}}};
constexpr Size kFullHd{1920, 1080}; // where the large ones are refused: boards of phones and small computers do no more
constexpr int kSmallFrames = 10;
constexpr int kBenchmarkFrames = 90;
constexpr base::Duration kBenchmarkTime{600};
constexpr int kLargeFrames = 2;

/// libav begins its lines with "[name @ address] ", which says nothing to people and differs each time.
std::string without_prefix(std::string_view line) {
    const std::size_t end = line.find("] ");
    return std::string(line.starts_with('[') && end != std::string_view::npos ? line.substr(end + 2) : line);
}

using Options = std::vector<std::pair<std::string, std::string>>;

/// The cheapest way through each encoder: what counts at large sizes is that it can, not how well.
Options cheap_options(const KnownEncoder& encoder) {
    if (encoder.name == "libx264") {
        return {{"preset", "ultrafast"}, {"tune", "zerolatency"}, {"threads", "1"}};
    }
    if (encoder.name == "libx265") {
        return {{"preset", "ultrafast"}, {"x265-params", "log-level=none:rc-lookahead=0:bframes=0:frame-threads=1"}};
    }
    if (encoder.name == "libsvtav1") {
        return {{"preset", "12"}};
    }
    return encoder.options;
}

/// One encoder's trials, from small to large.
class Measurement {
public:
    Measurement(const KnownEncoder& encoder, const base::Clock& clock, const base::CancelToken& cancel)
        : m_encoder(encoder), m_trial(clock), m_cancel(cancel) {}

    [[nodiscard]] jobs::EncoderCapability run() {
        jobs::EncoderCapability capability;
        capability.name = m_encoder.name;
        capability.codec = m_encoder.codec;
        capability.vendor = m_encoder.vendor;
        const LibavLog log([this](LibavSeverity severity, std::string_view line) {
            if (severity == LibavSeverity::Error && m_first_error.empty()) {
                m_first_error = without_prefix(line);
            }
        });
        if (m_encoder.codec == "aac") {
            take(capability, m_trial.run_audio(m_encoder));
            return capability;
        }
        TrialRequest small{kSmall.width, kSmall.height, kSmallFrames, base::Duration{10'000}, m_encoder.options};
        if (!take(capability, m_trial.run_video(m_encoder, small, m_cancel))) {
            return capability;
        }
        capability.max_width = kSmall.width;
        capability.max_height = kSmall.height;
        TrialRequest benchmark{kBenchmark.width, kBenchmark.height, kBenchmarkFrames, kBenchmarkTime,
                               m_encoder.options};
        if (const auto result = m_trial.run_video(m_encoder, benchmark, m_cancel)) {
            capability.fps_720p = result->frames_per_second;
            capability.max_width = kBenchmark.width;
            capability.max_height = kBenchmark.height;
            try_large_sizes(capability);
        }
        return capability;
    }

private:
    bool take(jobs::EncoderCapability& capability, const Result<TrialResult>& result) const {
        capability.works = result.has_value();
        if (!result) {
            // libav's own first line names the device or driver that is missing; its error number hardly does.
            capability.reason = m_first_error.empty() || m_first_error == result.error().message
                                    ? result.error().text()
                                    : result.error().message + ": " + m_first_error;
        }
        return capability.works;
    }

    void try_large_sizes(jobs::EncoderCapability& capability) const {
        for (std::size_t i = 0; i < kLarge.size(); ++i) {
            const bool is_first = i == 0;
            if (!is_first && m_encoder.sizes == SizeTrial::EncodeFirstOnly) {
                return;
            }
            const int frames = is_first || m_encoder.sizes == SizeTrial::EncodeAll ? kLargeFrames : 0;
            const TrialRequest request{kLarge[i].width, kLarge[i].height, frames, base::Duration{10'000},
                                       cheap_options(m_encoder)};
            if (!m_trial.run_video(m_encoder, request, m_cancel)) {
                if (is_first) {
                    try_full_hd(capability);
                }
                return;
            }
            capability.max_width = kLarge[i].width;
            capability.max_height = kLarge[i].height;
        }
    }

    void try_full_hd(jobs::EncoderCapability& capability) const {
        const TrialRequest request{kFullHd.width, kFullHd.height, kLargeFrames, base::Duration{10'000},
                                   cheap_options(m_encoder)};
        if (m_trial.run_video(m_encoder, request, m_cancel)) {
            capability.max_width = kFullHd.width;
            capability.max_height = kFullHd.height;
        }
    }

    const KnownEncoder& m_encoder;
    EncodeTrial m_trial;
    const base::CancelToken& m_cancel;
    std::string m_first_error;
};

} // namespace

Result<jobs::Capabilities> CapabilityProbe::measure_all(const base::CancelToken& cancel,
                                                        const Progress& progress) const {
    jobs::Capabilities capabilities;
    capabilities.libav_version = libav_version();
    for (const KnownEncoder& encoder : known_encoders()) {
        if (cancel.cancelled()) {
            return fail(ErrorCode::Cancelled, "the probe was cancelled");
        }
        if (progress) {
            progress(encoder.name);
        }
        capabilities.encoders.push_back(measure(encoder, cancel));
    }
    return capabilities;
}

jobs::EncoderCapability CapabilityProbe::measure(const KnownEncoder& encoder, const base::CancelToken& cancel) const {
    return Measurement(encoder, m_clock, cancel).run();
}

Result<jobs::EncoderCapability> CapabilityProbe::measure(const std::string& name,
                                                         const base::CancelToken& cancel) const {
    std::vector<std::string> names;
    for (const KnownEncoder& encoder : known_encoders()) {
        if (encoder.name == name) {
            return measure(encoder, cancel);
        }
        names.push_back(encoder.name);
    }
    const std::string nearest = base::closest_match(name, names);
    return fail(ErrorCode::NotFound,
                "unknown encoder: " + name + (nearest.empty() ? "" : "; did you mean " + nearest + "?"));
}

} // namespace framehand::media::probe
