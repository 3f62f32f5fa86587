// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/h264_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using framehand::media::verify::H264Parser;
    static_cast<void>(H264Parser::parse_sps({data, size}));
    static_cast<void>(H264Parser::classify(H264Parser::split_annex_b({data, size})));
    for (const unsigned length_size : {1U, 2U, 4U}) {
        if (const auto nals = H264Parser::split_length_prefixed({data, size}, length_size)) {
            static_cast<void>(H264Parser::classify(*nals));
        }
    }
    return 0;
}
