// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live_daemon_call.h"

#include <QPointer>

#include <utility>

namespace framehand::ui {

void LiveDaemonCall::call(const std::string& method, base::Json params, const QObject& receiver, Answer answer,
                          base::Duration patience) {
    m_client.call_patiently(method, std::move(params), patience,
                            [alive = QPointer<const QObject>(&receiver),
                             answer = std::move(answer)](const base::Result<base::Json>& result) {
                                if (alive) {
                                    answer(result);
                                }
                            });
}

} // namespace framehand::ui
