// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <functional>
#include <memory>
#include <string>

namespace framehand::ports {

/// Asks who runs this program for a secret, on standard input. Owner's thread, which runs a Qt event loop.
class SecretInput {
public:
    /// A question under way; destroying it ends that, and the terminal shows again what is typed.
    class Question {
    public:
        virtual ~Question() = default;
    };

    using Done = std::function<void(base::Result<base::Secret>)>;

    virtual ~SecretInput() = default;

    /// The next line, without its end, never from inside the call. At a terminal `prompt` is shown and nothing of what
    /// is typed. InvalidArgument where nothing comes, or more than a line of 64 KiB.
    [[nodiscard]] virtual std::unique_ptr<Question> ask(const std::string& prompt, Done done) = 0;
};

} // namespace framehand::ports
