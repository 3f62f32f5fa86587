// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/log.h"
#include "core/base/result.h"
#include "core/ports/local_stream.h"
#include "core/ports/range_reader.h"

#include <memory>
#include <string>
#include <thread>

namespace framehand::ranges {

/// Reads one source for the transcoder, which has no network: answers ranged reads at a local address, from a thread of
/// its own, one connection after the other. A transcoder that stands still for hours only asks for nothing meanwhile;
/// one that is started anew connects anew. A client that breaks the rules loses its connection.
///
/// Made and destroyed on one thread; the destructor ends a read that is under way and waits for the thread.
class RangeServer {
public:
    /// `streams` is used during the call only. Errors: those of listening.
    [[nodiscard]] static base::Result<std::unique_ptr<RangeServer>>
    start(ports::LocalStreams& streams, std::unique_ptr<ports::RangeReader> source, base::Logger logger);
    ~RangeServer();

    RangeServer(const RangeServer&) = delete;
    RangeServer& operator=(const RangeServer&) = delete;

    /// For TranscodeSpec::input_ranges.
    [[nodiscard]] const std::string& address() const { return m_listener->address(); }

    [[nodiscard]] std::string name() const { return m_name; }

private:
    RangeServer(std::unique_ptr<ports::LocalListener> listener, std::unique_ptr<ports::RangeReader> source,
                base::Logger logger);
    void serve();
    [[nodiscard]] base::Status serve_one(ports::LocalStream& stream);
    [[nodiscard]] base::Status answer(ports::LocalStream& stream);

    const std::unique_ptr<ports::LocalListener> m_listener; ///< the thread's, beside its address
    const std::unique_ptr<ports::RangeReader> m_source;     ///< the thread's
    const std::string m_name;
    const base::Logger m_logger;
    base::CancelSource m_stop;
    std::thread m_thread;
};

} // namespace framehand::ranges
