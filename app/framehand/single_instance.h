// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <memory>

class QLocalServer;
class QLockFile;

namespace framehand::desktop {

/// One desktop app per user: the first one holds a lock and listens, a later one asks it to show its window and ends.
/// Main thread, which runs a Qt event loop.
class SingleInstance {
public:
    enum class Outcome {
        First,  ///< this one is to run
        Raised, ///< another one runs, and has been asked to show its window
    };

    SingleInstance();
    ~SingleInstance();
    SingleInstance(const SingleInstance&) = delete;
    SingleInstance& operator=(const SingleInstance&) = delete;

    /// `folder` is private to the user, and made if it is missing. Unavailable if another one runs and does not answer
    /// within some seconds; PermissionDenied or IoError where the folder cannot be used.
    [[nodiscard]] base::Result<Outcome> claim(const std::filesystem::path& folder);

    /// Another one was started. May be empty.
    std::function<void()> on_raise;

private:
    [[nodiscard]] base::Status listen(const std::filesystem::path& socket);

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace framehand::desktop
