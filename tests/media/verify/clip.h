// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace framehand::test {

/// The first `seconds` of a video with all of its streams, copied packet by packet; fails the test if libav cannot.
void cut_clip(const std::filesystem::path& video, const std::filesystem::path& clip, double seconds);

} // namespace framehand::test
