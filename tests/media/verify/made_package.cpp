// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/verify/made_package.h"

#include "core/base/clock.h"
#include "core/media/inspector.h"
#include "core/media/planner.h"
#include "core/media/transcoder.h"
#include "tests/platform/this_system.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace framehand::test {

void make_package(jobs::TranscodeSpec& spec, const std::string& package_id) {
    std::filesystem::create_directories(spec.package_dir);
    spec.layout = jobs::make_layout(spec.job, package_id).value();
    const auto info = media::inspect(spec.input_path, {});
    ASSERT_TRUE(info) << info.error().text();
    const auto plan = media::make_plan(*info, spec.job, {}, 2);
    ASSERT_TRUE(plan) << plan.error().text();
    const Disk disk;
    const base::SystemClock clock;
    const auto made = media::Transcoder(disk, clock).run(spec, *plan, {}, {});
    ASSERT_TRUE(made) << made.error().text();
}

} // namespace framehand::test
