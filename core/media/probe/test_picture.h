// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/av.h"

namespace framehand::media::probe {

/// A picture with gradients, texture and motion, so that an encoder has something to do. `number` is its place in time.
/// 8-bit planar or semi-planar 4:2:0 only. Null if memory is out.
[[nodiscard]] UniqueFrame make_test_picture(AVPixelFormat format, int width, int height, int number);

} // namespace framehand::media::probe
