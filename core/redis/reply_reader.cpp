// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/reply_reader.h"

#include <hiredis/read.h>
#include <new>
#include <utility>

namespace framehand::redis {

/// What hiredis calls for each value that it has read. It keeps the tree; hiredis only gets pointers into it, which
/// hold, as an array has its full length from the start.
struct ReplyReader::Builder {
    explicit Builder(std::size_t most_elements) : most(most_elements) {}

    std::unique_ptr<Reply> root;
    std::size_t most;
    std::size_t elements = 0; ///< of the arrays of the reply under way

    static Reply* place(const redisReadTask* task) {
        if (task->parent != nullptr) {
            return &static_cast<Reply*>(task->parent->obj)->elements[static_cast<std::size_t>(task->idx)];
        }
        auto& self = *static_cast<Builder*>(task->privdata);
        self.root = std::make_unique<Reply>();
        self.elements = 0;
        return self.root.get();
    }

    // hiredis takes a null for "out of memory". No exception may pass through its C code.
    template <typename Fill>
    static void* make(const redisReadTask* task, Fill fill) noexcept {
        try {
            Reply* reply = place(task);
            return fill(*reply) ? reply : nullptr;
        } catch (const std::bad_alloc&) {
            return nullptr;
        }
    }

    static void* text(const redisReadTask* task, char* bytes, std::size_t length) {
        return make(task, [&](Reply& reply) {
            reply.kind = task->type == REDIS_REPLY_STATUS  ? Reply::Kind::Status
                         : task->type == REDIS_REPLY_ERROR ? Reply::Kind::Error
                                                           : Reply::Kind::Text;
            reply.text.assign(bytes, length);
            return true;
        });
    }

    static void* array(const redisReadTask* task, int length) {
        return make(task, [&](Reply& reply) {
            auto& self = *static_cast<Builder*>(task->privdata);
            self.elements += static_cast<std::size_t>(length);
            if (self.elements > self.most) {
                return false;
            }
            reply.kind = Reply::Kind::Array;
            reply.elements.resize(static_cast<std::size_t>(length));
            return true;
        });
    }

    static void* integer(const redisReadTask* task, long long value) {
        return make(task, [&](Reply& reply) {
            reply.kind = Reply::Kind::Integer;
            reply.integer = value;
            return true;
        });
    }

    static void* nil(const redisReadTask* task) {
        return make(task, [](Reply&) { return true; });
    }

    static void free(void* /*object*/) {} // the tree is the builder's

    // hiredis takes it by a pointer that is not const, and only reads it.
    static redisReplyObjectFunctions* functions() {
        static redisReplyObjectFunctions table{&text, &array, &integer, &nil, &free};
        return &table;
    }
};

void ReplyReader::ReaderDeleter::operator()(redisReader* reader) const {
    redisReaderFree(reader);
}

ReplyReader::ReplyReader(Limits limits)
    : m_builder(std::make_unique<Builder>(limits.elements)),
      m_reader(redisReaderCreateWithFunctions(Builder::functions())), m_limits(limits) {
    if (m_reader) {
        m_reader->privdata = m_builder.get();
    } else {
        m_out_of_memory = true;
    }
}

ReplyReader::~ReplyReader() = default;

void ReplyReader::feed(std::string_view bytes) {
    m_bytes += bytes.size();
    if (!m_out_of_memory && redisReaderFeed(m_reader.get(), bytes.data(), bytes.size()) != REDIS_OK) {
        m_out_of_memory = true;
    }
}

base::Result<std::optional<Reply>> ReplyReader::next() {
    if (m_out_of_memory) {
        return base::fail(base::ErrorCode::CorruptData, "no memory is left for what the server sends");
    }
    void* reply = nullptr;
    if (redisReaderGetReply(m_reader.get(), &reply) != REDIS_OK) {
        return base::fail(base::ErrorCode::CorruptData, "what the server sends is not the protocol of Redis",
                          static_cast<const char*>(m_reader->errstr));
    }
    if (reply == nullptr) {
        if (m_bytes > m_limits.bytes) {
            return base::fail(base::ErrorCode::CorruptData,
                              "the server's answer is larger than " + std::to_string(m_limits.bytes) + " bytes");
        }
        return std::nullopt;
    }
    m_bytes = m_reader->len - m_reader->pos;
    return std::optional<Reply>(std::move(*std::exchange(m_builder->root, nullptr)));
}

} // namespace framehand::redis
