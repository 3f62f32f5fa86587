// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/encoder_options.h"

namespace framehand::media {

void set_encoder_options(AvDictionary& options, const RungPlan& rung) {
    if (rung.encoder == "libx264") {
        options.set("preset", rung.preset);
        options.set("forced-idr", "1");
        options.set("a53cc", "0");
        // IDR frames come from our marks alone, so that all rungs have them at the same pictures.
        options.set("x264-params", "keyint=infinite:min-keyint=1:scenecut=0:open-gop=0:stitchable=1:sync-lookahead=0");
    } else if (rung.encoder == "h264_nvenc") {
        options.set("preset", "p4");
        options.set("rc", "vbr");
        options.set("forced-idr", "1");
        options.set("no-scenecut", "1");
        options.set("a53cc", "0");
    } else if (rung.encoder == "h264_qsv") {
        options.set("preset", "medium");
        options.set("forced_idr", "1");
        options.set("look_ahead", "0");
        options.set("a53cc", "0");
    } else if (rung.encoder == "h264_amf") {
        options.set("usage", "transcoding");
        options.set("quality", "balanced");
        options.set("rc", "vbr_peak");
        options.set("header_insertion_mode", "none");
    } else if (rung.encoder == "h264_vaapi") {
        options.set("rc_mode", "VBR");
        options.set("sei", "0");
    }
}

int b_frames(const RungPlan& rung) {
    return rung.encoder == "libx264" ? -1 : 0;
}

} // namespace framehand::media
