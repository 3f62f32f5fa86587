// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/aac_parser.h"

#include "core/media/verify/bit_reader.h"

#include <array>
#include <optional>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::array<std::uint32_t, 13> kSampleRates = {96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                                        22050, 16000, 12000, 11025, 8000,  7350};

std::uint32_t sample_rate_of(std::uint32_t index) {
    return index < kSampleRates.size() ? kSampleRates[index] : 0;
}

/// Speakers of a channelConfiguration (ISO/IEC 14496-3, table 1.19); 0 if a program config element says it.
std::uint32_t channels_of(std::uint32_t configuration) {
    constexpr std::array<std::uint32_t, 15> kChannels = {0, 1, 2, 3, 4, 5, 6, 8, 0, 0, 0, 7, 8, 24, 8};
    return configuration < kChannels.size() ? kChannels[configuration] : 0;
}

/// Speakers of a program_config_element() (ISO/IEC 14496-3, 4.4.1.1).
std::uint32_t read_program(BitReader& reader) {
    reader.skip(4 + 2 + 4);
    const std::array<std::uint32_t, 3> places = {reader.bits(4), reader.bits(4), reader.bits(4)};
    const std::uint32_t low = reader.bits(2);
    reader.skip(3 + 4);
    for (const unsigned bits : {4U, 4U, 3U}) { // mono and stereo mixdown, matrix mixdown
        if (reader.flag()) {
            reader.skip(bits);
        }
    }
    std::uint32_t channels = low;
    for (const std::uint32_t count : places) {
        for (std::uint32_t i = 0; i < count; ++i) {
            channels += reader.flag() ? 2 : 1;
            reader.skip(4);
        }
    }
    return reader.failed() ? 0 : channels;
}

/// The payload of the next descriptor, which must have this tag (ISO/IEC 14496-1, 8.3.3).
std::optional<Bytes> descriptor(ByteReader& reader, std::uint8_t tag) {
    if (reader.u8() != tag) {
        return std::nullopt;
    }
    std::size_t size = 0;
    for (int i = 0; i < 4; ++i) {
        const std::uint8_t byte = reader.u8();
        size = (size << 7U) | (byte & 0x7FU);
        if ((byte & 0x80U) == 0) {
            break;
        }
    }
    const Bytes payload = reader.take(size);
    return reader.failed() ? std::nullopt : std::optional(payload);
}

} // namespace

Result<AacConfig> AacParser::parse_audio_specific_config(Bytes bytes) {
    constexpr std::uint32_t kLowComplexity = 2;
    BitReader reader(bytes);
    std::uint32_t type = reader.bits(5);
    if (type == 31) {
        type = 32 + reader.bits(6);
    }
    const std::uint32_t index = reader.bits(4);
    AacConfig config;
    config.sample_rate = index == 15 ? reader.bits(24) : sample_rate_of(index);
    config.channels = channels_of(reader.bits(4));
    config.codec = "mp4a.40." + std::to_string(type);
    if (config.channels == 0 && type == kLowComplexity) {
        reader.skip(2); // frameLengthFlag, dependsOnCoreCoder
        reader.skip(1);
        config.channels = read_program(reader);
    }
    if (reader.failed() || type == 0 || config.sample_rate == 0 || config.sample_rate > 768000) {
        return fail(ErrorCode::CorruptData, "the AudioSpecificConfig is malformed");
    }
    return config;
}

Result<AacConfig> AacParser::parse_esds(Bytes bytes) {
    constexpr std::uint8_t kMpeg4Audio = 0x40;
    const auto malformed = [] { return fail(ErrorCode::CorruptData, "the esds descriptors are malformed"); };
    ByteReader top(bytes);
    const auto stream = descriptor(top, 3);
    if (!stream) {
        return malformed();
    }
    ByteReader es(*stream);
    es.skip(2);
    if (es.u8() != 0) { // no dependency, URL or OCR stream in files
        return malformed();
    }
    const auto decoder = descriptor(es, 4);
    if (!decoder) {
        return malformed();
    }
    ByteReader config(*decoder);
    const std::uint8_t object_type = config.u8();
    config.skip(12);
    const auto specific = descriptor(config, 5);
    if (object_type != kMpeg4Audio || !specific) {
        return malformed();
    }
    return parse_audio_specific_config(*specific);
}

Result<AdtsRun> AacParser::parse_adts(Bytes bytes) {
    AdtsRun run;
    while (!bytes.empty()) {
        BitReader reader(bytes);
        const bool synced = reader.bits(12) == 0xFFF;
        reader.skip(1);
        const bool layer_ok = reader.bits(2) == 0;
        reader.skip(1);
        AacConfig config;
        config.codec = "mp4a.40." + std::to_string(reader.bits(2) + 1);
        config.sample_rate = sample_rate_of(reader.bits(4));
        reader.skip(1);
        config.channels = channels_of(reader.bits(3));
        reader.skip(4);
        const std::uint32_t length = reader.bits(13);
        reader.skip(11);
        const std::uint32_t blocks = reader.bits(2) + 1;
        if (reader.failed() || !synced || !layer_ok || config.sample_rate == 0 || length < 7 || length > bytes.size()) {
            return fail(ErrorCode::CorruptData, "an ADTS frame is malformed");
        }
        if (run.frames > 0 && !(config == run.config)) {
            return fail(ErrorCode::CorruptData, "the ADTS configuration changes");
        }
        run.config = config;
        run.frames += blocks;
        bytes = bytes.subspan(length);
    }
    return run;
}

} // namespace framehand::media::verify
