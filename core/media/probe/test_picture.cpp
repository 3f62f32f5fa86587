// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/probe/test_picture.h"

namespace framehand::media::probe {

UniqueFrame make_test_picture(AVPixelFormat format, int width, int height, int number) {
    UniqueFrame frame(av_frame_alloc());
    if (!frame) {
        return nullptr;
    }
    frame->format = format;
    frame->width = width;
    frame->height = height;
    if (av_frame_get_buffer(frame.get(), 0) < 0) {
        return nullptr;
    }
    std::uint32_t noise = 12345;
    for (int y = 0; y < height; ++y) {
        std::uint8_t* row = frame->data[0] + static_cast<std::ptrdiff_t>(y) * frame->linesize[0];
        for (int x = 0; x < width; ++x) {
            noise = noise * 1664525U + 1013904223U;
            row[x] = static_cast<std::uint8_t>(64 + ((x + 3 * number) / 2 + y) % 128 + (noise >> 29U));
        }
    }
    const bool is_planar = format != AV_PIX_FMT_NV12;
    for (int plane = 1; plane <= (is_planar ? 2 : 1); ++plane) {
        for (int y = 0; y < height / 2; ++y) {
            std::uint8_t* row = frame->data[plane] + static_cast<std::ptrdiff_t>(y) * frame->linesize[plane];
            for (int x = 0; x < (is_planar ? width / 2 : width); ++x) {
                row[x] = static_cast<std::uint8_t>(96 + (x / 4 + y / 2 + number) % 64);
            }
        }
    }
    return frame;
}

} // namespace framehand::media::probe
