// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/av.h"
#include "core/media/filter_graph.h"
#include "core/media/picture_size.h"

#include <optional>

namespace framehand::media {

/// Brings converted pictures (yuv420p in system memory) to where an encoder wants them: as they are, as NV12, or in a
/// device's memory (VAAPI). Used by one thread at a time.
class HardwareUpload {
public:
    /// Chooses the form for `codec` and prepares `context` (pixel format, device frames), which is not open yet.
    /// Unsupported if the encoder takes none of our forms or the device does not open.
    [[nodiscard]] static base::Result<HardwareUpload> prepare(AVCodecContext& context, const AVCodec& codec);

    /// The picture in the encoder's form, with the same properties. Plain yuv420p passes by reference.
    [[nodiscard]] base::Result<UniqueFrame> upload(const AVFrame& picture);

private:
    AVPixelFormat m_software = AV_PIX_FMT_YUV420P;
    UniqueBufferRef m_device;
    UniqueBufferRef m_pool; ///< null: frames stay in system memory
    std::optional<FilterGraph> m_repack;
};

} // namespace framehand::media
