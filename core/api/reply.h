// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <functional>
#include <memory>

namespace framehand::api {

/// The answer that a call still waits for: given once, now or at any later time, on the thread of the dispatcher. May
/// be copied; a second answer is dropped. Where the last copy goes without one, the caller gets an Internal error, so
/// that nobody waits for ever. A caller that has gone in the meantime is harmless.
class Reply {
public:
    using Take = std::function<void(base::Result<base::Json>)>;

    /// `take` gets the answer.
    explicit Reply(Take take);

    void operator()(base::Result<base::Json> answer) const;

private:
    class Call;
    std::shared_ptr<Call> m_call;
};

} // namespace framehand::api
