// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/box_reader.h"

#include <algorithm>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t kMaxBoxes = 100'000;

} // namespace

Result<std::optional<Box>> BoxReader::next() {
    if (m_position == m_bytes.size()) {
        return std::optional<Box>{};
    }
    const Bytes rest = m_bytes.subspan(m_position);
    const std::uint64_t offset = m_file_offset + m_position;
    ByteReader reader(rest);
    std::uint64_t size = reader.u32();
    const Bytes type = reader.take(4);
    if (size == 1) {
        size = reader.u64();
    }
    const std::uint64_t header = rest.size() - reader.remaining();
    if (reader.failed() || size < header || size > rest.size()) {
        return fail(ErrorCode::CorruptData, "box at offset " + std::to_string(offset) + " does not fit into its place");
    }
    Box box{std::string(type.begin(), type.end()), offset, size,
            rest.subspan(static_cast<std::size_t>(header), static_cast<std::size_t>(size - header))};
    m_position += static_cast<std::size_t>(size);
    return std::optional(std::move(box));
}

Result<std::vector<Box>> read_boxes(Bytes bytes, std::uint64_t file_offset) {
    BoxReader reader(bytes, file_offset);
    std::vector<Box> boxes;
    while (true) {
        FH_ASSIGN(std::optional<Box> box, reader.next());
        if (!box) {
            return boxes;
        }
        if (boxes.size() >= kMaxBoxes) {
            return fail(ErrorCode::CorruptData, "more boxes than a file may have");
        }
        boxes.push_back(std::move(*box));
    }
}

std::size_t count_boxes(const std::vector<Box>& boxes, const std::string& type) {
    return static_cast<std::size_t>(
        std::count_if(boxes.begin(), boxes.end(), [&](const Box& box) { return box.type == type; }));
}

Result<Box> only_box(const std::vector<Box>& boxes, const std::string& type) {
    const std::size_t count = count_boxes(boxes, type);
    if (count != 1) {
        return fail(ErrorCode::CorruptData, "holds " + std::to_string(count) + " boxes \"" + type + "\", not one");
    }
    return *std::find_if(boxes.begin(), boxes.end(), [&](const Box& box) { return box.type == type; });
}

} // namespace framehand::media::verify
