// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/verify/byte_reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace framehand::media::verify {

/// One ISO base media box (ISO/IEC 14496-12, 4.2). Points into the bytes that it was read from.
struct Box {
    std::string type;         ///< four characters
    std::uint64_t offset = 0; ///< of the box's first byte in its file
    std::uint64_t size = 0;   ///< header and payload
    Bytes payload;

    /// Offset of the first payload byte in the file.
    [[nodiscard]] std::uint64_t payload_offset() const { return offset + size - payload.size(); }

    [[nodiscard]] std::uint64_t end() const { return offset + size; }
};

/// Walks the boxes of one level. Strict: each box must fit whole into what contains it; "until the end of the file"
/// (size 0) is refused, since no segment may end so.
class BoxReader {
public:
    /// `file_offset` is where `bytes` begin in their file.
    BoxReader(Bytes bytes, std::uint64_t file_offset) : m_bytes(bytes), m_file_offset(file_offset) {}

    /// The next box, or nothing at the end. CorruptData names the offset.
    [[nodiscard]] base::Result<std::optional<Box>> next();

private:
    Bytes m_bytes;
    std::uint64_t m_file_offset;
    std::size_t m_position = 0;
};

/// All boxes of one level; at most 100 000.
[[nodiscard]] base::Result<std::vector<Box>> read_boxes(Bytes bytes, std::uint64_t file_offset);

[[nodiscard]] inline base::Result<std::vector<Box>> read_children(const Box& box) {
    return read_boxes(box.payload, box.payload_offset());
}

/// The only box of a type; CorruptData if there is none, or more than one.
[[nodiscard]] base::Result<Box> only_box(const std::vector<Box>& boxes, const std::string& type);
/// Number of boxes of a type.
[[nodiscard]] std::size_t count_boxes(const std::vector<Box>& boxes, const std::string& type);

} // namespace framehand::media::verify
