// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/daemon_call.h"

#include <QPointer>

#include <string>
#include <utility>
#include <vector>

namespace framehand::test {

/// A daemon whose calls wait until the test answers them.
class FakeDaemonCall final : public ui::DaemonCall {
public:
    struct Asked {
        std::string method;
        base::Json params;
        QPointer<const QObject> receiver;
        Answer answer;
    };

    using DaemonCall::call;

    void call(const std::string& method, base::Json params, const QObject& receiver, Answer answer,
              base::Duration /*patience*/) override {
        m_open.push_back({method, std::move(params), &receiver, std::move(answer)});
    }

    /// Oldest first.
    [[nodiscard]] const std::vector<Asked>& open() const { return m_open; }

    /// The oldest open call of this method; false if there is none.
    bool answer(const std::string& method, const base::Result<base::Json>& result) {
        for (auto call = m_open.begin(); call != m_open.end(); ++call) {
            if (call->method == method) {
                const Asked asked = std::move(*call);
                m_open.erase(call);
                if (asked.receiver) {
                    asked.answer(result);
                }
                return true;
            }
        }
        return false;
    }

private:
    std::vector<Asked> m_open;
};

} // namespace framehand::test
