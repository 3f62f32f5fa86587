// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/m3u8_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using framehand::media::verify::M3u8Parser;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto media = M3u8Parser::parse_media(text)) {
        // Every accepted segment has a length of time and a range that does not wrap around.
        for (const auto& segment : media->segments) {
            if (!(segment.duration >= 0) ||
                (segment.range && segment.range->offset > UINT64_MAX - segment.range->length)) {
                __builtin_trap();
            }
        }
    }
    static_cast<void>(M3u8Parser::parse_multivariant(text));
    return 0;
}
