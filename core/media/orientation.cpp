// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/orientation.h"

#include <cstdlib>

namespace framehand::media {

Orientation orientation_from_matrix(const DisplayMatrix& matrix) {
    // A stored point (x, y), y pointing down, is shown at (a x + c y, b x + d y).
    const std::int64_t a = matrix[0];
    const std::int64_t b = matrix[1];
    const std::int64_t c = matrix[3];
    const std::int64_t d = matrix[4];
    if (std::llabs(a) + std::llabs(d) >= std::llabs(b) + std::llabs(c)) {
        if (a < 0) {
            return d < 0 ? Orientation::Rotate180 : Orientation::FlipHorizontal;
        }
        return d < 0 ? Orientation::FlipVertical : Orientation::Upright;
    }
    if (b > 0) {
        return c > 0 ? Orientation::Transpose : Orientation::Rotate90;
    }
    return c > 0 ? Orientation::Rotate270 : Orientation::AntiTranspose;
}

std::string orientation_filter(Orientation orientation) {
    switch (orientation) {
    case Orientation::Upright:
        return "";
    case Orientation::Rotate90:
        return "transpose=clock";
    case Orientation::Rotate180:
        return "hflip,vflip";
    case Orientation::Rotate270:
        return "transpose=cclock";
    case Orientation::FlipHorizontal:
        return "hflip";
    case Orientation::FlipVertical:
        return "vflip";
    case Orientation::Transpose:
        return "transpose=cclock_flip";
    case Orientation::AntiTranspose:
        return "transpose=clock_flip";
    }
    return "";
}

} // namespace framehand::media
