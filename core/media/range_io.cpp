// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/range_io.h"

#include <cerrno>
#include <cstdio>
#include <span>
#include <utility>

namespace framehand::media {

namespace {

constexpr std::size_t kBuffer = 64U << 10;

} // namespace

RangeIo::RangeIo(ports::RangeReader& source, base::CancelToken cancel) : m_source(source), m_cancel(std::move(cancel)) {
}

base::Result<std::unique_ptr<RangeIo>> RangeIo::create(ports::RangeReader& source, base::CancelToken cancel) {
    std::unique_ptr<RangeIo> io(new RangeIo(source, std::move(cancel)));
    auto* buffer = static_cast<unsigned char*>(av_malloc(kBuffer));
    if (buffer != nullptr) {
        io->m_context.reset(avio_alloc_context(buffer, static_cast<int>(kBuffer), 0, io.get(), &RangeIo::read, nullptr,
                                               &RangeIo::seek));
        if (!io->m_context) {
            av_free(buffer);
        }
    }
    if (!io->m_context) {
        return base::fail(base::ErrorCode::NoSpace, "out of memory while opening " + source.name());
    }
    return io;
}

int RangeIo::read(void* self, std::uint8_t* into, int bytes) {
    auto* io = static_cast<RangeIo*>(self);
    if (io->m_failure) {
        return AVERROR(EIO);
    }
    auto* target = reinterpret_cast<char*>(into); // bytes are bytes
    const auto got =
        io->m_source.read_at(io->m_position, std::span(target, static_cast<std::size_t>(bytes)), io->m_cancel);
    if (!got) {
        if (got.error().code == base::ErrorCode::Cancelled) {
            return AVERROR_EXIT;
        }
        io->m_failure = got.error();
        return AVERROR(EIO);
    }
    io->m_position += *got;
    return *got == 0 ? AVERROR_EOF : static_cast<int>(*got);
}

std::int64_t RangeIo::seek(void* self, std::int64_t offset, int whence) {
    auto* io = static_cast<RangeIo*>(self);
    const auto size = static_cast<std::int64_t>(io->m_source.size());
    std::int64_t from = 0;
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return size;
    case SEEK_SET:
        break;
    case SEEK_CUR:
        from = static_cast<std::int64_t>(io->m_position);
        break;
    case SEEK_END:
        from = size;
        break;
    default:
        return AVERROR(EINVAL);
    }
    if (offset < -from || offset > INT64_MAX - from) {
        return AVERROR(EINVAL);
    }
    io->m_position = static_cast<std::uint64_t>(from + offset);
    return from + offset;
}

} // namespace framehand::media
