// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/local_stream.h"

namespace framehand::platform {

/// Named pipes with names that cannot be guessed, each open to this process's user and SYSTEM alone, and to nobody from
/// another machine. All input and output is overlapped, so that a cancellation ends it at once.
class NamedPipeStreams final : public ports::LocalStreams {
public:
    [[nodiscard]] base::Result<std::unique_ptr<ports::LocalListener>> listen() override;
    /// InvalidArgument for what is no pipe of this machine. The other end may learn who we are, not act as us.
    [[nodiscard]] base::Result<std::unique_ptr<ports::LocalStream>> connect(const std::string& address) override;
};

} // namespace framehand::platform
