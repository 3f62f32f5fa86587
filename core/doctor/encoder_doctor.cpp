// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/encoder_doctor.h"

namespace framehand::doctor {

Diagnosis examine_encoders(const base::Result<jobs::Capabilities>& measured) {
    const Remedy again{Remedy::Kind::Measure, ""};
    if (!measured) {
        return {"encoders", Health::Fail, measured.error().text(), "see what framehandctl probe --refresh says", again};
    }
    const auto working = measured->working_video_encoders();
    if (working.empty()) {
        return {"encoders", Health::Fail, "no video encoder works",
                "install FFmpeg's libraries with libx264; framehandctl probe gives the reasons", again};
    }
    std::string names;
    for (const std::string& name : working) {
        names += (names.empty() ? "" : ", ") + name;
    }
    return {"encoders", Health::Ok, names + "; up to " + measured->max_resolution(), ""};
}

} // namespace framehand::doctor
