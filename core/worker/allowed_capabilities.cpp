// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/allowed_capabilities.h"

namespace framehand::worker {

jobs::Capabilities allowed_capabilities(jobs::Capabilities measured, settings::Encoders encoders) {
    if (encoders == settings::Encoders::Software) {
        std::erase_if(measured.encoders, [](const jobs::EncoderCapability& encoder) { return encoder.is_hardware(); });
    }
    return measured;
}

} // namespace framehand::worker
