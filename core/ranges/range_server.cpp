// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ranges/range_server.h"

#include "core/ranges/block_cache.h"
#include "core/ranges/range_messages.h"
#include "core/ranges/stream_reading.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace framehand::ranges {

RangeServer::RangeServer(std::unique_ptr<ports::LocalListener> listener, std::unique_ptr<ports::RangeReader> source,
                         base::Logger logger)
    : m_listener(std::move(listener)), m_source(std::make_unique<BlockCache>(std::move(source))),
      m_name(m_source->name()), m_logger(std::move(logger)) {
}

RangeServer::~RangeServer() {
    m_stop.cancel();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

base::Result<std::unique_ptr<RangeServer>>
RangeServer::start(ports::LocalStreams& streams, std::unique_ptr<ports::RangeReader> source, base::Logger logger) {
    FH_ASSIGN(auto listener, streams.listen());
    std::unique_ptr<RangeServer> server(new RangeServer(std::move(listener), std::move(source), std::move(logger)));
    try {
        server->m_thread = std::thread([raw = server.get()] { raw->serve(); });
    } catch (const std::system_error& error) {
        return base::fail(base::ErrorCode::NoSpace, "no thread can be started to read " + server->m_name, error.what());
    }
    return server;
}

void RangeServer::serve() {
    const base::CancelToken stop = m_stop.token();
    while (!stop.cancelled()) {
        auto stream = m_listener->accept(stop);
        if (!stream) {
            if (!stop.cancelled()) {
                m_logger.error("the ranged input cannot be offered any longer", {{"error", stream.error().text()}});
            }
            return;
        }
        const base::Status served = serve_one(**stream);
        if (!served && served.error().code == base::ErrorCode::CorruptData) {
            m_logger.warning("the transcoder lost its ranged input", {{"error", served.error().text()}});
        }
    }
}

base::Status RangeServer::serve_one(ports::LocalStream& stream) {
    FH_TRY(stream.write(to_bytes(Hello{m_source->size(), m_source->name(), m_source->identity()}), m_stop.token()));
    for (;;) {
        FH_TRY(answer(stream));
    }
}

base::Status RangeServer::answer(ports::LocalStream& stream) {
    const base::CancelToken stop = m_stop.token();
    std::array<char, kRequestBytes> asked{};
    FH_TRY(read_all(stream, asked, stop));
    FH_ASSIGN(const RangeRequest request, request_from(asked));
    std::string bytes(request.length, '\0');
    const auto got = m_source->read_at(request.offset, bytes, stop);
    if (!got) {
        if (got.error().code != base::ErrorCode::Cancelled) {
            m_logger.warning("a source cannot be read", {{"error", got.error().text()}});
        }
        return stream.write(answer_of(got.error()), stop);
    }
    bytes.resize(*got);
    FH_TRY(stream.write(answer_head(static_cast<std::uint32_t>(bytes.size())), stop));
    return stream.write(bytes, stop);
}

} // namespace framehand::ranges
