// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "platform/windows/handle.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace framehand::platform {

/// Who this process is to those who look at what it has made: a service itself, whatever account somebody has given it;
/// any other process its user. A SID.
[[nodiscard]] base::Result<std::string> own_face();

/// The name of a pipe as QLocalServer and QLocalSocket make it of what they are given.
[[nodiscard]] std::wstring pipe_name(const std::filesystem::path& socket);

/// Keeps the name of a pipe for this process, before a QLocalServer listens there. All instances of a pipe have the
/// owner and the list of who may do what of the first one, which this makes: all for own_face(), SYSTEM and
/// administrators; to connect, and no more, for one guest; nothing for others. Whatever list QLocalServer asks for is
/// then without effect. Nobody can connect to this instance.
class PipeGuard {
public:
    /// `guest_sid` may connect, but can neither add instances of his own nor change the list. AlreadyExists if somebody
    /// else has the name, or one with another list.
    [[nodiscard]] static base::Result<PipeGuard> create(const std::filesystem::path& socket,
                                                        const std::optional<std::string>& guest_sid);

private:
    explicit PipeGuard(UniqueHandle instance) : m_instance(std::move(instance)) {}

    UniqueHandle m_instance;
};

} // namespace framehand::platform
