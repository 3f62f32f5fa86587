// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_timers.h"

#include <QTimer>

#include <algorithm>
#include <limits>
#include <utility>

namespace framehand::platform {

namespace {

class QtTimer final : public ports::Timer {
public:
    QtTimer(base::Duration delay, std::function<void()> call)
        : m_timer(new QTimer), m_call(std::move(call)), m_left(std::max(delay, base::Duration{0})) {
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::CoarseTimer);
        QObject::connect(m_timer, &QTimer::timeout, m_timer, [this] {
            if (m_left > base::Duration{0}) {
                wait();
            } else {
                fire();
            }
        });
        wait();
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
    /// A QTimer counts milliseconds in an int: some 24 days.
    void wait() {
        const auto next = std::min(m_left, base::Duration{std::numeric_limits<int>::max()});
        m_left -= next;
        m_timer->start(next);
    }

    void fire() {
        m_firing = true;
        // The call may destroy this timer, so nothing of it is touched afterwards: a fired timer has no second life.
        const auto call = std::move(m_call);
        call();
    }

    QTimer* m_timer; ///< a raw pointer, because it may have to outlive this object by one turn of the event loop
    std::function<void()> m_call;
    base::Duration m_left; ///< after the wait that is under way
    bool m_firing = false;
};

} // namespace

std::unique_ptr<ports::Timer> QtTimers::after(base::Duration delay, std::function<void()> call) {
    return std::make_unique<QtTimer>(delay, std::move(call));
}

} // namespace framehand::platform
