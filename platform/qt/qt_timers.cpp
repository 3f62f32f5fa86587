// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_timers.h"

#include <QTimer>

#include <utility>

namespace framehand::platform {

namespace {

class QtTimer final : public ports::Timer {
public:
    QtTimer(base::Duration delay, std::function<void()> call) : m_timer(new QTimer), m_call(std::move(call)) {
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::CoarseTimer);
        QObject::connect(m_timer, &QTimer::timeout, m_timer, [this] { fire(); });
        m_timer->start(std::max(delay, base::Duration{0}));
    }

    ~QtTimer() override {
        m_timer->stop();
        if (m_firing) {
            m_timer->disconnect();
            m_timer->deleteLater();
        } else {
            delete m_timer;
        }
    }

    QtTimer(const QtTimer&) = delete;
    QtTimer& operator=(const QtTimer&) = delete;

private:
    void fire() {
        m_firing = true;
        // The call may destroy this timer, so nothing of it is touched afterwards: a fired timer has no second life.
        const auto call = std::move(m_call);
        call();
    }

    QTimer* m_timer; ///< a raw pointer, because it may have to outlive this object by one turn of the event loop
    std::function<void()> m_call;
    bool m_firing = false;
};

} // namespace

std::unique_ptr<ports::Timer> QtTimers::after(base::Duration delay, std::function<void()> call) {
    return std::make_unique<QtTimer>(delay, std::move(call));
}

} // namespace framehand::platform
