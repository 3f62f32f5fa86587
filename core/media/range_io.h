// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/av.h"
#include "core/ports/range_reader.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace framehand::media {

/// libav's seekable view of a source that is read in ranges. One thread at a time; does not move, since libav holds its
/// address.
class RangeIo {
public:
    /// `source` must outlive what is returned. NoSpace if memory is out.
    [[nodiscard]] static base::Result<std::unique_ptr<RangeIo>> create(ports::RangeReader& source,
                                                                       base::CancelToken cancel);

    [[nodiscard]] AVIOContext* context() const { return m_context.get(); }

    /// Why reading failed the first time. libav itself takes a failure for the source's end here and there.
    [[nodiscard]] const std::optional<base::Error>& failure() const { return m_failure; }

private:
    RangeIo(ports::RangeReader& source, base::CancelToken cancel);
    static int read(void* self, std::uint8_t* into, int bytes);
    static std::int64_t seek(void* self, std::int64_t offset, int whence);

    ports::RangeReader& m_source;
    const base::CancelToken m_cancel;
    std::uint64_t m_position = 0;
    std::optional<base::Error> m_failure;
    UniqueMuxerIo m_context;
};

} // namespace framehand::media
