// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/conversion.h"

#include "core/media/color_rules.h"
#include "core/media/orientation.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace framehand::media {

namespace {

std::string side(const char* name, int value) {
    return std::string(name) + "=" + std::to_string(value);
}

/// The pixel format to bring a frame to before zscale, which knows planar YUV and planar RGB only; "" if it is one.
std::string planar_format(AVPixelFormat format) {
    const AVPixFmtDescriptor* desc = av_pix_fmt_desc_get(format);
    if (desc == nullptr) {
        return "yuv420p";
    }
    const std::string_view name = desc->name;
    const int depth = desc->comp[0].depth;
    if ((desc->flags & AV_PIX_FMT_FLAG_RGB) != 0 || (desc->flags & AV_PIX_FMT_FLAG_PAL) != 0) {
        return name == "gbrp" || name == "gbrp10le" || name == "gbrp12le" ? "" : depth > 8 ? "gbrp12le" : "gbrp";
    }
    const bool plain = (desc->flags & (AV_PIX_FMT_FLAG_BE | AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_FLOAT |
                                       AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BITSTREAM)) == 0;
    if (plain && desc->nb_components == 3 && (name.starts_with("yuv4"))) {
        return "";
    }
    if (plain && name.starts_with("yuvj4")) {
        return "";
    }
    const std::string sampling = desc->log2_chroma_w == 0 ? "444" : desc->log2_chroma_h == 0 ? "422" : "420";
    return "yuv" + (desc->nb_components < 3 ? std::string("420") : sampling) + (depth > 8 ? "p12le" : "p");
}

bool needs_dither(const VideoPlan& plan, AVPixelFormat format) {
    const AVPixFmtDescriptor* desc = av_pix_fmt_desc_get(format);
    return plan.source_color != plan.output_color || (desc != nullptr && desc->comp[0].depth > 8);
}

std::string join(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text.append(text.empty() ? "" : ",").append(part);
    }
    return text;
}

} // namespace

std::string conversion_text(const VideoPlan& plan, PictureSize coded, AVPixelFormat format, PictureSize target,
                            Deinterlacing deinterlacing) {
    // Scaling comes before turning: it is the smaller picture that is turned.
    PictureSize before_turn = target;
    if (swaps_sides(plan.orientation)) {
        std::swap(before_turn.width, before_turn.height);
    }
    const bool same_color = plan.source_color == plan.output_color && plan.hdr == HdrKind::Sdr;
    if (format == AV_PIX_FMT_YUV420P && same_color && coded == target && plan.orientation == Orientation::Upright &&
        deinterlacing == Deinterlacing::Off) {
        return "";
    }

    std::vector<std::string> parts;
    if (deinterlacing == Deinterlacing::FlaggedFrames) {
        parts.emplace_back("bwdif=mode=send_frame:parity=auto:deint=interlaced");
    }
    const std::string planar = planar_format(format);
    if (!planar.empty()) {
        parts.push_back("format=" + planar);
    }
    if (coded.width % 2 != 0 || coded.height % 2 != 0) {
        // zimg refuses odd sizes with subsampled chroma.
        const AVPixFmtDescriptor* desc = av_pix_fmt_desc_get(format);
        const PictureSize even{std::max(2, coded.width & ~1), std::max(2, coded.height & ~1)};
        parts.push_back("scale=" + side("w", even.width) + ":" + side("h", even.height) +
                        ":flags=lanczos+accurate_rnd+full_chroma_int");
        parts.push_back("format=" + (planar.empty() && desc != nullptr ? std::string(desc->name) : planar));
    }
    const std::string size =
        "zscale=" + side("w", before_turn.width) + ":" + side("h", before_turn.height) + ":filter=lanczos:";
    const std::string in = zscale_color(plan.source_color, "in");
    const std::string out = zscale_color(plan.output_color, "");
    if (plan.hdr != HdrKind::Sdr) {
        // Light is scaled and mapped where it is linear; npl is the luminance that becomes 1.0 (SDR white).
        parts.push_back(size + in + ":transfer=linear:npl=100");
        parts.emplace_back("format=gbrpf32le");
        parts.emplace_back("zscale=primaries=bt709");
        parts.emplace_back("tonemap=tonemap=hable:desat=0");
        parts.push_back("zscale=dither=error_diffusion:" + out);
    } else {
        parts.push_back(size + (needs_dither(plan, format) ? "dither=error_diffusion:" : "") + in + ":" + out);
    }
    parts.emplace_back("format=yuv420p");
    if (const std::string turn = orientation_filter(plan.orientation); !turn.empty()) {
        parts.push_back(turn);
    }
    return join(parts);
}

std::string scaling_text(const VideoPlan& plan, PictureSize target) {
    return "zscale=" + side("w", target.width) + ":" + side("h", target.height) +
           ":filter=lanczos:" + zscale_color(plan.output_color, "in") + ":" + zscale_color(plan.output_color, "") +
           ",format=yuv420p";
}

std::string plain_scaling_text(PictureSize target) {
    return "scale=" + side("w", target.width) + ":" + side("h", target.height) +
           ":flags=lanczos+accurate_rnd,format=yuv420p";
}

void tag_color(AVFrame& frame, const ColorTags& color) {
    const auto number = [](int found, int unspecified) { return found < 0 ? unspecified : found; };
    frame.color_primaries = static_cast<AVColorPrimaries>(
        number(av_color_primaries_from_name(color.primaries.c_str()), AVCOL_PRI_UNSPECIFIED));
    frame.color_trc = static_cast<AVColorTransferCharacteristic>(
        number(av_color_transfer_from_name(color.transfer.c_str()), AVCOL_TRC_UNSPECIFIED));
    frame.colorspace =
        static_cast<AVColorSpace>(number(av_color_space_from_name(color.matrix.c_str()), AVCOL_SPC_UNSPECIFIED));
    frame.color_range = color.range == ColorRange::Full ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
}

void tag_converted(AVFrame& frame, const VideoPlan& plan) {
    while (frame.nb_side_data > 0) {
        av_frame_remove_side_data(&frame, frame.side_data[0]->type);
    }
    tag_color(frame, plan.output_color);
    frame.sample_aspect_ratio = {1, 1};
    frame.pict_type = AV_PICTURE_TYPE_NONE;
#if FH_AV_HAS_FRAME_FLAGS
    frame.flags &= ~(AV_FRAME_FLAG_INTERLACED | AV_FRAME_FLAG_KEY);
#else
    frame.interlaced_frame = 0;
    frame.key_frame = 0;
#endif
}

} // namespace framehand::media
