// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace framehand::platform {

/// The device nodes through which hardware encoders and decoders work: graphics cards, and of the video nodes those
/// that turn memory into memory (never a camera).
[[nodiscard]] std::vector<std::filesystem::path> encoder_devices();

} // namespace framehand::platform
