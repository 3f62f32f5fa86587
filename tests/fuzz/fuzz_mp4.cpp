// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/mp4_init_parser.h"
#include "core/media/verify/mp4_segment_parser.h"
#include "core/media/verify/segment_meter.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace verify = framehand::media::verify;
    const verify::Bytes file(data, size);
    static_cast<void>(verify::Mp4InitParser::parse(file));
    verify::Mp4Init init;
    init.track_id = 1;
    init.track.timescale = 90000;
    init.default_duration = 3600;
    if (const auto fragments = verify::Mp4SegmentParser::parse(file, init)) {
        for (const auto& fragment : *fragments) {
            for (const auto& sample : fragment.samples) {
                if (sample.offset > size || sample.size > size - sample.offset) {
                    __builtin_trap();
                }
            }
        }
    }
    static_cast<void>(verify::SegmentMeter(init).measure(file));
    return 0;
}
