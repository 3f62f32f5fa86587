// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/stage_group.h"

#include <cstddef>
#include <memory>
#include <new>
#include <string>
#include <utility>

namespace framehand::media {

namespace {

/// A library that fails for lack of memory rarely says so. Asked on the thread that failed, while the others still hold
/// theirs, the answer is near enough.
bool memory_is_out() {
    constexpr std::size_t kMuch = 64U << 20U; // never served from what malloc has kept
    const std::unique_ptr<char[]> block(new (std::nothrow) char[kMuch]);
    return block == nullptr;
}

} // namespace

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
        try {
            if (auto status = stage(); !status) {
                fail(std::move(status.error()));
            }
        } catch (const std::bad_alloc&) { // the one exception that a stage may not foresee
            fail(base::fail(base::ErrorCode::NoSpace, "out of memory in the middle of the work"));
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
    if (error.code == base::ErrorCode::Internal && memory_is_out()) {
        error.cause += (error.cause.empty() ? "" : "; ") + std::string("memory is out");
    }
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_error) {
            m_error = std::move(error);
        }
    }
    m_source.cancel();
}

} // namespace framehand::media
