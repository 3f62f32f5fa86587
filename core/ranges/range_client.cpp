// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ranges/range_client.h"

#include "core/base/json.h"
#include "core/ranges/stream_reading.h"

#include <algorithm>
#include <utility>

namespace framehand::ranges {

namespace {

using base::ErrorCode;

} // namespace

RangeClient::RangeClient(std::unique_ptr<ports::LocalStream> stream, Hello hello)
    : m_hello(std::move(hello)), m_stream(std::move(stream)) {
}

base::Result<std::unique_ptr<RangeClient>>
RangeClient::connect(ports::LocalStreams& streams, const std::string& address, const base::CancelToken& cancel) {
    FH_ASSIGN(auto stream, streams.connect(address));
    Hello hello;
    std::array<char, kHelloHead> head{};
    FH_TRY(read_all(*stream, head, cancel));
    FH_ASSIGN(const std::uint32_t bytes, hello_head(head, hello));
    std::string json(bytes, '\0');
    FH_TRY(read_all(*stream, json, cancel));
    FH_TRY(hello_json(json, hello));
    return std::unique_ptr<RangeClient>(new RangeClient(std::move(stream), std::move(hello)));
}

base::Result<std::size_t> RangeClient::read_at(std::uint64_t offset, std::span<char> into,
                                               const base::CancelToken& cancel) {
    const std::scoped_lock lock(m_mutex);
    std::size_t done = 0;
    while (done < into.size() && offset + done < m_hello.size) {
        const std::size_t most =
            std::min<std::uint64_t>({into.size() - done, kMostBytes, m_hello.size - offset - done});
        FH_ASSIGN(const std::size_t bytes, ask(offset + done, into.subspan(done, most), cancel));
        if (bytes == 0) {
            return lost(base::fail(ErrorCode::CorruptData, "it ends before its end"));
        }
        done += bytes;
    }
    return done;
}

base::Result<std::size_t> RangeClient::ask(std::uint64_t offset, std::span<char> into,
                                           const base::CancelToken& cancel) {
    if (m_lost) {
        return lost(base::fail(ErrorCode::Unavailable, "the connection to the daemon broke"));
    }
    while (m_unanswered > 0) { // of reads that were cancelled
        FH_TRY(skip_answer(cancel));
    }
    if (cancel.cancelled()) {
        return lost(base::fail(ErrorCode::Cancelled, "cancelled"));
    }
    if (auto sent = m_stream->write(to_bytes(RangeRequest{offset, static_cast<std::uint32_t>(into.size())}), cancel);
        !sent) {
        m_lost = true; // a part of the request may be on its way
        return lost(sent.error());
    }
    ++m_unanswered;
    FH_TRY(read_head(cancel));
    const std::uint32_t head = answer_from(m_head);
    const bool failed = (head & kFailed) != 0;
    const std::size_t bytes = head & ~kFailed;
    if (bytes > (failed ? kMostJson : into.size())) {
        return lost(base::fail(ErrorCode::CorruptData, "the daemon's answer is not understood"));
    }
    if (!failed) {
        FH_TRY(read_body(into.first(bytes), cancel));
        return bytes;
    }
    std::string json(bytes, '\0');
    FH_TRY(read_body(json, cancel));
    const auto parsed = base::parse_json(json, "ranged input");
    return parsed ? base::error_from_json(*parsed) : parsed.error();
}

base::Status RangeClient::read_head(const base::CancelToken& cancel) {
    while (m_head_bytes < m_head.size()) {
        const auto bytes = m_stream->read(std::span(m_head).subspan(m_head_bytes), cancel);
        if (!bytes) {
            return lost(bytes.error());
        }
        m_head_bytes += *bytes;
        m_body_left = answer_from(m_head) & ~kFailed;
    }
    return {};
}

base::Status RangeClient::read_body(std::span<char> into, const base::CancelToken& cancel) {
    while (!into.empty()) {
        const auto bytes = m_stream->read(into, cancel);
        if (!bytes) {
            return lost(bytes.error());
        }
        m_body_left -= static_cast<std::uint32_t>(*bytes);
        into = into.subspan(*bytes);
    }
    if (m_body_left == 0) {
        m_head_bytes = 0;
        --m_unanswered;
    }
    return {};
}

base::Status RangeClient::skip_answer(const base::CancelToken& cancel) {
    constexpr std::size_t kScratch = 64U << 10;
    FH_TRY(read_head(cancel));
    std::string scratch(std::min<std::size_t>(m_body_left, kScratch), '\0');
    return read_body(scratch, cancel);
}

base::Error RangeClient::lost(const base::Error& error) {
    if (error.code == ErrorCode::Cancelled) {
        return base::fail(ErrorCode::Cancelled, "cancelled while reading the input");
    }
    m_lost = true;
    return base::fail(error.code, "the source cannot be read: " + m_hello.name, error.text());
}

} // namespace framehand::ranges
