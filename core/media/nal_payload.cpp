// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/nal_payload.h"

namespace framehand::media {

std::string nal_payload(std::string_view nal) {
    std::string payload;
    int zeros = 0;
    for (const char byte : nal) {
        if (zeros >= 2 && byte == '\x03') {
            zeros = 0;
            continue;
        }
        zeros = byte == '\0' ? zeros + 1 : 0;
        payload.push_back(byte);
    }
    return payload;
}

} // namespace framehand::media
