// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/reply.h"

#include <utility>

namespace framehand::api {

class Reply::Call {
public:
    explicit Call(Take take) : m_take(std::move(take)) {}

    ~Call() { answer(base::fail(base::ErrorCode::Internal, "the daemon dropped this call without an answer")); }

    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    void answer(base::Result<base::Json> answer) {
        if (const auto take = std::exchange(m_take, {})) {
            take(std::move(answer));
        }
    }

private:
    Take m_take; ///< empty once it is answered
};

Reply::Reply(Take take) : m_call(std::make_shared<Call>(std::move(take))) {
}

void Reply::operator()(base::Result<base::Json> answer) const {
    m_call->answer(std::move(answer));
}

} // namespace framehand::api
