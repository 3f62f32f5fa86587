// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/local_stream.h"

#include <filesystem>

namespace framehand::platform {

/// Unix sockets, each in a new folder that only this user may enter.
class UnixStreams final : public ports::LocalStreams {
public:
    /// `parent` is where the folders are made: short, since a socket's whole path has 107 bytes at most, and on a local
    /// disk.
    explicit UnixStreams(std::filesystem::path parent);

    [[nodiscard]] base::Result<std::unique_ptr<ports::LocalListener>> listen() override;
    [[nodiscard]] base::Result<std::unique_ptr<ports::LocalStream>> connect(const std::string& address) override;

private:
    const std::filesystem::path m_parent;
};

} // namespace framehand::platform
