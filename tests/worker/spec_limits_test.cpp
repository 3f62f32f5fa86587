// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/spec_limits.h"

#include <gtest/gtest.h>

namespace framehand::worker {
namespace {

TEST(SpecLimits, DefaultSettingsAreTheDefaultsOfASpec) {
    jobs::TranscodeSpec spec;
    SpecLimits::from({}).apply(spec);
    EXPECT_EQ(spec.limits, jobs::TranscodeLimits{});
    EXPECT_EQ(spec.confinement, jobs::Confinement::Sandbox);
}

TEST(SpecLimits, SettingsReachTheSpec) {
    settings::Settings settings;
    settings.transcode_memory_limit = 1'000'000'000;
    settings.max_source_pixels = 1920 * 1080;
    settings.max_source_duration = base::Duration{3'600'000};
    settings.inspect_timeout = base::Duration{5'000};
    settings.transcode_sandbox = settings::TranscodeSandbox::Off;
    jobs::TranscodeSpec spec;
    SpecLimits::from(settings).apply(spec);
    EXPECT_EQ(spec.limits,
              (jobs::TranscodeLimits{1'000'000'000, 1920 * 1080, base::Duration{3'600'000}, base::Duration{5'000}}));
    EXPECT_EQ(spec.confinement, jobs::Confinement::None);
}

} // namespace
} // namespace framehand::worker
