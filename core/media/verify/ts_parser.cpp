// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/ts_parser.h"

#include <string>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

constexpr std::uint16_t kPatPid = 0;
constexpr std::uint16_t kNullPid = 0x1FFF;
constexpr std::uint16_t kFirstFreePid = 0x20; ///< those below carry tables about the stream, never media
constexpr std::uint8_t kH264 = 0x1B;
constexpr std::uint8_t kAdts = 0x0F;

Status corrupt(const char* what) {
    return fail(ErrorCode::CorruptData, what);
}

/// CRC-32/MPEG-2 of a whole section, its checksum included, is 0.
std::uint32_t crc_of(Bytes bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const std::uint8_t byte : bytes) {
        crc ^= std::uint32_t{byte} << 24U;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 0x80000000U) != 0 ? (crc << 1U) ^ 0x04C11DB7U : crc << 1U;
        }
    }
    return crc;
}

/// The body of a section that fits into one packet, between its fixed header and its checksum.
Result<Bytes> section_body(Bytes payload, std::uint8_t table_id) {
    ByteReader reader(payload);
    reader.skip(reader.u8());
    const Bytes rest = reader.take(reader.remaining());
    ByteReader header(rest);
    const std::uint8_t id = header.u8();
    const std::size_t length = header.u16() & 0x0FFFU;
    if (header.failed() || id != table_id || length < 9 || length > header.remaining() ||
        crc_of(rest.subspan(0, 3 + length)) != 0) {
        return fail(ErrorCode::CorruptData, "the PAT or PMT is malformed or its checksum is wrong");
    }
    return rest.subspan(8, length - 9);
}

std::int64_t timestamp(ByteReader& reader) {
    const std::uint64_t a = reader.u8();
    const std::uint64_t b = reader.u16();
    const std::uint64_t c = reader.u16();
    return static_cast<std::int64_t>(((a >> 1U & 7U) << 30U) | ((b >> 1U) << 15U) | (c >> 1U));
}

class Walker {
public:
    Status packet(Bytes packet, std::uint64_t offset) {
        ByteReader reader(packet);
        if (reader.u8() != 0x47) {
            return corrupt("has lost sync");
        }
        const std::uint16_t word = reader.u16();
        const std::uint8_t control = reader.u8();
        const auto pid = static_cast<std::uint16_t>(word & 0x1FFFU);
        const bool starts = (word & 0x4000U) != 0;
        const bool has_payload = (control & 0x10U) != 0;
        if ((word & 0x8000U) != 0 || (control & 0xC0U) != 0) {
            return corrupt("is marked as damaged or scrambled");
        }
        if ((control & 0x20U) != 0) {
            reader.skip(reader.u8());
        }
        if (reader.failed()) {
            return corrupt("has an adaptation field that does not fit");
        }
        if (pid == kNullPid || !has_payload) {
            return {};
        }
        const Bytes payload = reader.take(reader.remaining());
        if (pid == kPatPid) {
            return read_pat(payload, starts);
        }
        if (m_pmt_pid && pid == *m_pmt_pid) {
            return read_pmt(payload, starts);
        }
        for (std::optional<TsStream>* stream : {&segment.video, &segment.audio}) {
            if (*stream && (*stream)->pid == pid) {
                return media(**stream, payload, starts, static_cast<std::uint8_t>(control & 0x0FU), offset);
            }
        }
        return m_has_pmt || pid < kFirstFreePid ? Status{} : corrupt("comes before the PAT and PMT");
    }

    TsSegment segment;

private:
    Status read_pat(Bytes payload, bool starts) {
        if (!starts) {
            return corrupt("goes on with a PAT that should fit into one packet");
        }
        FH_ASSIGN(const Bytes body, section_body(payload, 0));
        ByteReader reader(body);
        std::optional<std::uint16_t> found;
        while (reader.remaining() >= 4) {
            const std::uint16_t program = reader.u16();
            const auto pid = static_cast<std::uint16_t>(reader.u16() & 0x1FFFU);
            if (program != 0) {
                if (found) {
                    return corrupt("has a PAT with more than one program");
                }
                found = pid;
            }
        }
        if (!found || (m_pmt_pid && *m_pmt_pid != *found)) {
            return corrupt("has a PAT without a program, or with another one than before");
        }
        m_pmt_pid = found;
        return {};
    }

    Status read_pmt(Bytes payload, bool starts) {
        if (!starts) {
            return corrupt("goes on with a PMT that should fit into one packet");
        }
        FH_ASSIGN(const Bytes body, section_body(payload, 2));
        ByteReader reader(body);
        reader.skip(2);
        reader.skip(reader.u16() & 0x0FFFU);
        while (reader.remaining() > 0 && !reader.failed()) {
            const std::uint8_t type = reader.u8();
            const auto pid = static_cast<std::uint16_t>(reader.u16() & 0x1FFFU);
            reader.skip(reader.u16() & 0x0FFFU);
            if (type != kH264 && type != kAdts) {
                return fail(ErrorCode::Unsupported,
                            "carries a stream of type " + std::to_string(type) + ", neither H.264 nor AAC in ADTS");
            }
            std::optional<TsStream>& stream = type == kH264 ? segment.video : segment.audio;
            if (stream && stream->pid != pid) {
                return corrupt("has a PMT with two streams of one kind");
            }
            if (!stream) {
                stream.emplace();
                stream->pid = pid;
            }
        }
        if (reader.failed()) {
            return corrupt("has a PMT that is cut short");
        }
        m_has_pmt = true;
        return {};
    }

    static Status media(TsStream& stream, Bytes payload, bool starts, std::uint8_t counter, std::uint64_t offset) {
        if (stream.units.empty()) {
            if (!starts) {
                return corrupt("begins in the middle of a PES packet");
            }
            stream.first_counter = counter;
        } else if (counter != ((stream.last_counter + 1U) & 0x0FU)) {
            return corrupt("breaks the continuity counter");
        }
        stream.last_counter = counter;
        if (starts) {
            FH_TRY(start_pes(stream, payload, offset));
        } else {
            stream.units.back().data.insert(stream.units.back().data.end(), payload.begin(), payload.end());
        }
        stream.units.back().end = offset + kPacket;
        return {};
    }

    static Status start_pes(TsStream& stream, Bytes payload, std::uint64_t offset) {
        ByteReader reader(payload);
        const bool prefixed = reader.u24() == 1;
        reader.skip(3);
        reader.skip(1);
        const std::uint8_t flags = reader.u8();
        const Bytes header = reader.take(reader.u8());
        if (reader.failed() || !prefixed || (flags & 0x80U) == 0) {
            return corrupt("starts a PES packet without a proper header or PTS");
        }
        ByteReader times(header);
        TsPes pes;
        pes.pts = timestamp(times);
        pes.dts = (flags & 0x40U) != 0 ? timestamp(times) : pes.pts;
        if (times.failed()) {
            return corrupt("starts a PES packet with a header that is cut short");
        }
        pes.offset = offset;
        const Bytes data = reader.take(reader.remaining());
        pes.data.assign(data.begin(), data.end());
        stream.units.push_back(std::move(pes));
        return {};
    }

    static constexpr std::uint64_t kPacket = TsParser::kPacketSize;

    std::optional<std::uint16_t> m_pmt_pid;
    bool m_has_pmt = false;
};

} // namespace

Result<TsSegment> TsParser::parse(Bytes file) {
    if (file.empty() || file.size() % kPacketSize != 0) {
        return fail(ErrorCode::CorruptData, "is not a whole number of 188-byte packets");
    }
    Walker walker;
    for (std::size_t offset = 0; offset < file.size(); offset += kPacketSize) {
        if (const Status status = walker.packet(file.subspan(offset, kPacketSize), offset); !status) {
            return base::Error{status.error().code,
                               "transport packet " + std::to_string(offset / kPacketSize) + " " +
                                   status.error().message,
                               {}};
        }
    }
    TsSegment segment = std::move(walker.segment);
    for (std::optional<TsStream>* stream : {&segment.video, &segment.audio}) {
        if (*stream && (*stream)->units.empty()) {
            return fail(ErrorCode::CorruptData, "a stream that the PMT names has no packets");
        }
    }
    if (!segment.video && !segment.audio) {
        return fail(ErrorCode::CorruptData, "holds no PAT, PMT and media");
    }
    return segment;
}

} // namespace framehand::media::verify
