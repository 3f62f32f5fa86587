// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_background.h"

#include <QMetaObject>
#include <QObject>

#include <thread>
#include <utility>

namespace framehand::platform {

namespace {

class ThreadTask final : public ports::BackgroundTask {
public:
    ThreadTask(std::function<void()> work, std::function<void()> done) : m_done(std::move(done)) {
        m_thread = std::thread([this, work = std::move(work)] {
            work();
            QMetaObject::invokeMethod(
                &m_context, [this] { finish(); }, Qt::QueuedConnection);
        });
    }

    ~ThreadTask() override {
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

    ThreadTask(const ThreadTask&) = delete;
    ThreadTask& operator=(const ThreadTask&) = delete;

private:
    void finish() {
        m_thread.join();
        const auto done = std::move(m_done); // may destroy this task
        done();
    }

    QObject m_context; ///< its destruction drops a queued finish()
    std::function<void()> m_done;
    std::thread m_thread;
};

} // namespace

std::unique_ptr<ports::BackgroundTask> QtBackground::run(std::function<void()> work, std::function<void()> done) {
    return std::make_unique<ThreadTask>(std::move(work), std::move(done));
}

} // namespace framehand::platform
