// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/aac_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using framehand::media::verify::AacParser;
    static_cast<void>(AacParser::parse_audio_specific_config({data, size}));
    static_cast<void>(AacParser::parse_esds({data, size}));
    static_cast<void>(AacParser::parse_adts({data, size}));
    return 0;
}
