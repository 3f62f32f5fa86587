// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/whole_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace framehand::media {

namespace {

using base::ErrorCode;
using base::fail;
using base::Status;

constexpr std::string_view kEbmlHead = "\x1a\x45\xdf\xa3";

std::uint64_t big_endian(const std::array<char, 16>& bytes, std::size_t begin, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = begin; i < begin + count; ++i) {
        value = value << 8U | static_cast<unsigned char>(bytes.at(i));
    }
    return value;
}

Status check_boxes(std::ifstream& stream, std::uint64_t size) {
    constexpr std::array<std::string_view, 8> kFirst = {"ftyp", "styp", "moov", "mdat", "free", "skip", "wide", "pnot"};
    bool has_index = false;
    for (std::uint64_t at = 0; at < size;) {
        std::array<char, 16> head{};
        stream.clear();
        stream.seekg(static_cast<std::streamoff>(at));
        stream.read(head.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(head.size(), size - at)));
        if (stream.gcount() < 8) {
            break; // padding
        }
        const std::string type(head.data() + 4, 4);
        if (at == 0 && std::ranges::find(kFirst, type) == kFirst.end()) {
            return {};
        }
        const std::uint64_t own = big_endian(head, 0, 4);
        const std::uint64_t length = own == 1 ? big_endian(head, 8, 8) : own == 0 ? size - at : own;
        if (length < 8) {
            return {}; // libav has to say what this is
        }
        if (length > size - at) {
            return fail(ErrorCode::CorruptData, "the file is cut off: its part \"" + type + "\" misses " +
                                                    std::to_string(length - (size - at)) + " bytes of " +
                                                    std::to_string(length));
        }
        has_index = has_index || type == "moov";
        at += length;
    }
    if (!has_index && size > 0) {
        return fail(ErrorCode::CorruptData, "the file has no index (moov): it was never finished, or is cut off");
    }
    return {};
}

/// A length as Matroska writes it (RFC 8794 4); nothing where it is not known.
std::optional<std::uint64_t> ebml_length(std::ifstream& stream) {
    const auto first = static_cast<unsigned char>(stream.get());
    int more = 0;
    while (more < 8 && (first & (0x80U >> static_cast<unsigned>(more))) == 0) {
        ++more;
    }
    std::uint64_t value = first & (0x7fU >> static_cast<unsigned>(more));
    bool is_known = more < 8 && value != (0x7fU >> static_cast<unsigned>(more));
    for (int i = 0; i < more; ++i) {
        const auto next = static_cast<unsigned char>(stream.get());
        is_known = is_known || (more < 8 && next != 0xff);
        value = value << 8U | next;
    }
    return stream && is_known ? std::optional(value) : std::nullopt;
}

/// RFC 9559 4: the head, then the segment that holds all the rest.
Status check_matroska(std::ifstream& stream, std::uint64_t size) {
    constexpr std::string_view kSegment = "\x18\x53\x80\x67";
    stream.seekg(kEbmlHead.size());
    const auto head = ebml_length(stream);
    if (!head || *head > size) {
        return {};
    }
    stream.seekg(static_cast<std::streamoff>(*head), std::ios::cur);
    std::array<char, 4> id{};
    stream.read(id.data(), id.size());
    const auto length = std::string_view(id.data(), id.size()) == kSegment ? ebml_length(stream) : std::nullopt;
    if (!length) {
        return {};
    }
    const auto begin = static_cast<std::uint64_t>(stream.tellg());
    return *length > size - std::min(begin, size)
               ? fail(ErrorCode::CorruptData, "the file is cut off: its segment misses " +
                                                  std::to_string(*length - (size - std::min(begin, size))) +
                                                  " bytes of " + std::to_string(*length))
               : Status();
}

} // namespace

base::Status check_whole(const std::filesystem::path& file) {
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 4> head{};
    if (error || !stream.read(head.data(), head.size())) {
        return {}; // libav has to say what this is
    }
    return std::string_view(head.data(), head.size()) == kEbmlHead ? check_matroska(stream, size)
                                                                   : check_boxes(stream, size);
}

} // namespace framehand::media
