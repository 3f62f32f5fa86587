// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <functional>
#include <mutex>
#include <utility>

namespace framehand::orchestrator {

/// The way onto the server's thread for everybody else, which stays harmless when the server is gone.
class Mailbox {
public:
    explicit Mailbox(boost::asio::io_context& io) : m_io(&io) {}

    /// Runs `call` on the server's thread, or drops it after close(). Any thread.
    void post(std::function<void()> call) {
        const std::scoped_lock lock(m_mutex);
        if (m_io != nullptr) {
            boost::asio::post(*m_io, std::move(call));
        }
    }

    void close() {
        const std::scoped_lock lock(m_mutex);
        m_io = nullptr;
    }

private:
    std::mutex m_mutex; ///< guards m_io
    boost::asio::io_context* m_io;
};

} // namespace framehand::orchestrator
