// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace framehand::ports {

/// A connection between two programs of one person on this machine; bytes in order, both ways. Calls block; one thread
/// at a time. It keeps working in a process that walls itself off afterwards.
class LocalStream {
public:
    virtual ~LocalStream() = default;
    /// Waits for bytes and takes what is there, one at least. Unavailable if the other end is gone; Cancelled, and
    /// nothing is lost then.
    [[nodiscard]] virtual base::Result<std::size_t> read(std::span<char> into, const base::CancelToken& cancel) = 0;
    /// Sends all of `bytes`. Errors as read(), but a part may have been sent: the stream is of no more use.
    [[nodiscard]] virtual base::Status write(std::string_view bytes, const base::CancelToken& cancel) = 0;
};

/// Waits for connections at an address that only this person's programs reach; the address is gone with it.
class LocalListener {
public:
    virtual ~LocalListener() = default;
    /// What connect() wants: the path of a socket (the name of a pipe on Windows).
    [[nodiscard]] virtual const std::string& address() const = 0;
    /// Blocks for the next one. Cancelled.
    [[nodiscard]] virtual base::Result<std::unique_ptr<LocalStream>> accept(const base::CancelToken& cancel) = 0;
};

/// Makes both ends. Stateless: callable from any thread.
class LocalStreams {
public:
    virtual ~LocalStreams() = default;
    [[nodiscard]] virtual base::Result<std::unique_ptr<LocalListener>> listen() = 0;
    /// Unavailable if nobody listens there.
    [[nodiscard]] virtual base::Result<std::unique_ptr<LocalStream>> connect(const std::string& address) = 0;
};

} // namespace framehand::ports
