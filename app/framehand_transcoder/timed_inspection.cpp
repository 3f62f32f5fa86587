// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/timed_inspection.h"

#include "core/base/text.h"
#include "core/media/inspector.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace framehand::transcoder {

namespace {

/// Fires a cancel source after a time, unless it is destroyed before.
class Alarm {
public:
    Alarm(base::Duration time, base::CancelSource& source)
        : m_thread([this, time, &source] {
              std::unique_lock lock(m_mutex);
              if (!m_off.wait_for(lock, time, [this] { return m_is_off; })) {
                  source.cancel();
              }
          }) {}

    ~Alarm() {
        {
            const std::scoped_lock lock(m_mutex);
            m_is_off = true;
        }
        m_off.notify_one();
        m_thread.join();
    }

    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

private:
    std::mutex m_mutex; ///< guards m_is_off
    std::condition_variable m_off;
    bool m_is_off = false;
    std::thread m_thread; ///< last: starts when all else is there
};

} // namespace

base::Result<media::MediaInfo> inspect_within(base::Duration time, const media::MediaSource& source,
                                              const Inspection& inspection) {
    base::CancelSource stop;
    const Alarm alarm(time, stop);
    auto info = inspection(stop.token());
    if (!info && info.error().code == base::ErrorCode::Cancelled) {
        return base::fail(base::ErrorCode::Timeout, "finding out what is in the source takes longer than " +
                                                        base::humanize_duration(time) +
                                                        " (inspect_timeout): " + source.name());
    }
    return info;
}

base::Result<media::MediaInfo> inspect_within(const jobs::TranscodeLimits& limits, const media::MediaSource& source) {
    return inspect_within(limits.inspect_time, source,
                          [&](const base::CancelToken& cancel) { return media::inspect(source, cancel, limits); });
}

} // namespace framehand::transcoder
