// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/sandbox_doctor.h"

#include <string>
#include <vector>

namespace framehand::doctor {

namespace {

std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) {
        text.append(text.empty() ? "" : ", ").append(item);
    }
    return text;
}

} // namespace

Diagnosis examine_sandbox(const ports::SandboxReport& available, settings::TranscodeSandbox wanted) {
    if (wanted == settings::TranscodeSandbox::Off) {
        return {"sandbox", Health::Warn, "switched off: a hostile video has all that this user has in reach",
                "framehandctl config set transcode_sandbox on", Remedy{Remedy::Kind::Setting, "transcode_sandbox"}};
    }
    if (!available.missing.empty()) {
        return {"sandbox", Health::Warn, listed(available.missing),
                "use a kernel with Landlock (6.1 or newer) and seccomp, or take only videos from people you trust"};
    }
    return {"sandbox", Health::Ok, listed(available.walls), ""};
}

} // namespace framehand::doctor
