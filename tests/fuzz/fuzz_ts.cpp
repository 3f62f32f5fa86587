// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/segment_meter.h"
#include "core/media/verify/ts_parser.h"

#include <vector>

namespace {

/// The tables of a program with H.264 at PID 256 and AAC at PID 257, so that the fuzzer gets past their checksums.
std::vector<std::uint8_t> tables() {
    const auto packet = [](std::vector<std::uint8_t> head, std::vector<std::uint8_t> section) {
        std::uint32_t crc = 0xFFFFFFFFU;
        for (const std::uint8_t byte : section) {
            crc ^= std::uint32_t{byte} << 24U;
            for (int bit = 0; bit < 8; ++bit) {
                crc = (crc & 0x80000000U) != 0 ? (crc << 1U) ^ 0x04C11DB7U : crc << 1U;
            }
        }
        head.push_back(0);
        head.insert(head.end(), section.begin(), section.end());
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            head.push_back(static_cast<std::uint8_t>(crc >> shift));
        }
        head.resize(188, 0xFF);
        return head;
    };
    std::vector<std::uint8_t> bytes =
        packet({0x47, 0x40, 0x00, 0x10}, {0x00, 0xB0, 0x0D, 0x00, 0x01, 0xC1, 0x00, 0x00, 0x00, 0x01, 0xF0, 0x00});
    const std::vector<std::uint8_t> pmt =
        packet({0x47, 0x50, 0x00, 0x10}, {0x02, 0xB0, 0x17, 0x00, 0x01, 0xC1, 0x00, 0x00, 0xE1, 0x00, 0xF0,
                                          0x00, 0x1B, 0xE1, 0x00, 0xF0, 0x00, 0x0F, 0xE1, 0x01, 0xF0, 0x00});
    bytes.insert(bytes.end(), pmt.begin(), pmt.end());
    return bytes;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace verify = framehand::media::verify;
    static_cast<void>(verify::TsParser::parse({data, size}));
    static const std::vector<std::uint8_t> kTables = tables();
    std::vector<std::uint8_t> file = kTables;
    file.insert(file.end(), data, data + size);
    static_cast<void>(verify::SegmentMeter(std::nullopt).measure(file));
    return 0;
}
