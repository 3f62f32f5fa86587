// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/hardware_upload.h"

#include <algorithm>
#include <utility>

namespace framehand::media {

namespace {

constexpr int kPoolFrames = 24; // the encoder's references, what it has in flight, and one that is being filled

base::Result<UniqueBufferRef> make_pool(AVBufferRef& device, const AVCodecContext& context) {
    UniqueBufferRef pool(av_hwframe_ctx_alloc(&device));
    if (!pool) {
        return base::fail(base::ErrorCode::Internal, "out of memory while preparing the encoder's device");
    }
    auto* frames = reinterpret_cast<AVHWFramesContext*>(pool->data);
    frames->format = AV_PIX_FMT_VAAPI;
    frames->sw_format = AV_PIX_FMT_NV12;
    frames->width = context.width;
    frames->height = context.height;
    frames->initial_pool_size = kPoolFrames;
    if (const int rc = av_hwframe_ctx_init(pool.get()); rc < 0) {
        return base::fail(base::ErrorCode::Unsupported, "the encoder's device gives no frame memory",
                          av_error_text(rc));
    }
    return pool;
}

} // namespace

base::Result<HardwareUpload> HardwareUpload::prepare(AVCodecContext& context, const AVCodec& codec) {
    const std::vector<AVPixelFormat> formats = encoder_pixel_formats(codec);
    const auto takes = [&](AVPixelFormat format) { return std::ranges::find(formats, format) != formats.end(); };
    HardwareUpload upload;
    if (formats.empty() || takes(AV_PIX_FMT_YUV420P)) {
        context.pix_fmt = AV_PIX_FMT_YUV420P;
    } else if (takes(AV_PIX_FMT_NV12)) {
        upload.m_software = AV_PIX_FMT_NV12;
        context.pix_fmt = AV_PIX_FMT_NV12;
    } else if (takes(AV_PIX_FMT_VAAPI)) {
        AVBufferRef* device = nullptr;
        if (const int rc = av_hwdevice_ctx_create(&device, AV_HWDEVICE_TYPE_VAAPI, nullptr, nullptr, 0); rc < 0) {
            return base::fail(base::ErrorCode::Unsupported, "the VAAPI device does not open", av_error_text(rc));
        }
        upload.m_device.reset(device);
        upload.m_software = AV_PIX_FMT_NV12;
        FH_ASSIGN(upload.m_pool, make_pool(*device, context));
        context.pix_fmt = AV_PIX_FMT_VAAPI;
        context.hw_frames_ctx = av_buffer_ref(upload.m_pool.get());
    } else {
        return base::fail(base::ErrorCode::Unsupported,
                          std::string("the encoder ") + codec.name + " takes no 8-bit 4:2:0 frames");
    }
    return upload;
}

base::Result<UniqueFrame> HardwareUpload::upload(const AVFrame& picture) {
    UniqueFrame form = frame_reference(picture);
    if (form && m_software != AV_PIX_FMT_YUV420P) {
        if (!m_repack) {
            FH_ASSIGN(m_repack, FilterGraph::build(picture, {1, 1}, "format=nv12"));
        }
        FH_TRY(m_repack->push(picture));
        FH_ASSIGN(form, m_repack->pull());
    }
    if (form && m_pool) {
        UniqueFrame on_device(av_frame_alloc());
        int rc = on_device ? av_hwframe_get_buffer(m_pool.get(), on_device.get(), 0) : AVERROR(ENOMEM);
        if (rc >= 0) {
            rc = av_hwframe_transfer_data(on_device.get(), form.get(), 0);
        }
        if (rc >= 0) {
            rc = av_frame_copy_props(on_device.get(), form.get());
        }
        if (rc < 0) {
            return av_failure(rc, "a picture could not be handed to the encoder's device");
        }
        form = std::move(on_device);
    }
    if (!form) {
        return base::fail(base::ErrorCode::Internal, "out of memory while handing a picture to the encoder");
    }
    return form;
}

} // namespace framehand::media
