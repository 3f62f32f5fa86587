// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/stage_group.h"

#include <utility>

namespace framehand::media {

StageGroup::StageGroup(const base::CancelToken& parent, std::function<void()> unblock)
    : m_parent(parent), m_source(parent), m_unblock(m_source.token().on_cancel(std::move(unblock))) {
}

StageGroup::~StageGroup() {
    m_source.cancel();
    for (std::thread& thread : m_threads) {
        if (thread.joinable()) {
            thread.join();
        }
    }
}

void StageGroup::start(std::function<base::Status()> stage) {
    m_threads.emplace_back([this, stage = std::move(stage)] {
        if (auto status = stage(); !status) {
            fail(std::move(status.error()));
        }
    });
}

base::Status StageGroup::wait() {
    for (std::thread& thread : m_threads) {
        thread.join();
    }
    m_threads.clear();
    if (m_parent.cancelled()) {
        return base::fail(base::ErrorCode::Cancelled, "the transcode was cancelled");
    }
    const std::scoped_lock lock(m_mutex);
    return m_error ? base::Status(*m_error) : base::Status();
}

void StageGroup::fail(base::Error error) {
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_error) {
            m_error = std::move(error);
        }
    }
    m_source.cancel();
}

} // namespace framehand::media
