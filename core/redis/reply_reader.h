// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/redis/reply.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

struct redisReader;

namespace framehand::redis {

/// Makes replies of the bytes of one connection (hiredis). Bounded: nesting of 7 arrays, size of a reply, elements of
/// a reply. After an error the reader is of no more use.
class ReplyReader {
public:
    struct Limits {
        std::size_t bytes;    ///< of one reply
        std::size_t elements; ///< of all arrays of one reply
    };

    explicit ReplyReader(Limits limits);
    ~ReplyReader();
    ReplyReader(const ReplyReader&) = delete;
    ReplyReader& operator=(const ReplyReader&) = delete;

    void feed(std::string_view bytes);
    /// The next whole reply, if there is one. CorruptData: these are not a Redis server's bytes, or beyond the limits.
    [[nodiscard]] base::Result<std::optional<Reply>> next();

private:
    struct Builder;

    struct ReaderDeleter {
        void operator()(redisReader* reader) const;
    };

    std::unique_ptr<Builder> m_builder;
    std::unique_ptr<redisReader, ReaderDeleter> m_reader;
    Limits m_limits;
    std::size_t m_bytes = 0; ///< fed since the last whole reply
    bool m_out_of_memory = false;
};

} // namespace framehand::redis
