// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

namespace framehand::test {

/// The answers of a daemon, as the local API has them.
[[nodiscard]] inline base::Json sample_capabilities() {
    return base::Json::parse(R"({
        "cpu_model": "Example CPU 5000", "cpu_cores": 4, "ram_bytes": 17179869184, "gpu_name": "", "gpu_vendor": "",
        "driver_version": "", "libav_version": "59.37.100",
        "encoders": [
            {"name": "h264_nvenc", "codec": "h264", "vendor": "nvidia", "works": false,
             "reason": "Cannot load libcuda.so.1", "max_width": 0, "max_height": 0, "fps_720p": 0},
            {"name": "libx264", "codec": "h264", "vendor": "", "works": true, "reason": "",
             "max_width": 4096, "max_height": 2160, "fps_720p": 211.6},
            {"name": "aac", "codec": "aac", "vendor": "", "works": true, "reason": "",
             "max_width": 0, "max_height": 0, "fps_720p": 0}]})");
}

[[nodiscard]] inline base::Json sample_report() {
    return base::Json::parse(R"({"ok": false, "checks": [
        {"what": "settings", "health": "ok", "finding": "/home/ann/.config/framehand/config.yml", "advice": ""},
        {"what": "staging", "health": "warn", "finding": "/mnt/nas/staging is on the NAS",
         "advice": "set temp_dir to a folder on a local disk", "remedy": {"id": "setting", "key": "temp_dir"}},
        {"what": "encoders", "health": "fail", "finding": "no video encoder works",
         "advice": "install FFmpeg's libraries", "remedy": {"id": "measure"}}]})");
}

} // namespace framehand::test
