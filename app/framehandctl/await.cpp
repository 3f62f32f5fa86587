// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/await.h"

#include <QEventLoop>

namespace framehand::cli {

struct EventWait::Impl {
    QEventLoop loop;
    bool is_done = false;
    bool is_cancelled = false;
};

EventWait::EventWait() : m_impl(std::make_unique<Impl>()) {
}

EventWait::~EventWait() = default;

void EventWait::quit() {
    m_impl->is_done = true;
    m_impl->loop.quit();
}

bool EventWait::run(const base::CancelToken& cancel) {
    const auto registration = cancel.on_cancel([this] {
        m_impl->is_cancelled = true;
        m_impl->loop.quit();
    });
    if (!m_impl->is_done && !m_impl->is_cancelled) {
        m_impl->loop.exec();
    }
    return m_impl->is_done;
}

} // namespace framehand::cli
