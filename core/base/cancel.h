// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace framehand::base {

class CancelSource;

/// The read side of a cancellation: cheap to copy, callable from any thread. A default-made token never fires.
/// Blocking code either polls `cancelled()` (libav interrupt callbacks, copy loops) or registers a callback that
/// unblocks it (closing a queue, killing a child).
class CancelToken {
public:
    CancelToken() = default;
    [[nodiscard]] bool cancelled() const;

    /// Keeps a callback registered for as long as it lives. Its destructor waits for a callback that is running on
    /// another thread, so what the callback captures may be destroyed afterwards.
    class Registration {
    public:
        Registration() noexcept;
        Registration(Registration&&) noexcept;
        Registration& operator=(Registration&&) noexcept;
        Registration(const Registration&) = delete;
        Registration& operator=(const Registration&) = delete;
        ~Registration();

    private:
        friend class CancelToken;
        struct Impl;
        std::unique_ptr<Impl> m_impl;
    };

    /// Calls `callback` once: on the thread that cancels, or at once if it was cancelled before.
    [[nodiscard]] Registration on_cancel(std::function<void()> callback) const;

private:
    friend class CancelSource;
    struct State;
    explicit CancelToken(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

/// The write side. A source made from a parent's token fires when the parent fires.
class CancelSource {
public:
    CancelSource();
    explicit CancelSource(const CancelToken& parent);
    [[nodiscard]] CancelToken token() const;
    /// Asks for the stop: never blocks on the work itself. Idempotent, callable from any thread.
    void cancel();

private:
    std::shared_ptr<CancelToken::State> m_state;
    CancelToken::Registration m_parent;
};

} // namespace framehand::base
