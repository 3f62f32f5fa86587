// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <functional>
#include <string>

class QObject;

namespace framehand::ui {

/// How pages and dialogs ask the daemon: the methods of its local API (docs/local-api.md). Main thread.
class DaemonCall {
public:
    using Answer = std::function<void(const base::Result<base::Json>&)>;

    /// For what the daemon answers at once.
    static constexpr base::Duration kSoon{10'000};
    /// For what reaches out to the network or a share.
    static constexpr base::Duration kLong{120'000};

    virtual ~DaemonCall() = default;

    /// `answer` comes once, with the method's result or error, Unavailable where no daemon is there, or Timeout; never
    /// after the end of `receiver`, and possibly before this returns.
    virtual void call(const std::string& method, base::Json params, const QObject& receiver, Answer answer,
                      base::Duration patience) = 0;

    void call(const std::string& method, base::Json params, const QObject& receiver, Answer answer) {
        call(method, std::move(params), receiver, std::move(answer), kSoon);
    }
};

} // namespace framehand::ui
