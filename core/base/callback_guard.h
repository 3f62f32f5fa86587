// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

namespace framehand::base {

/// Keeps callbacks from reaching an object that is gone, or that no longer waits for them. One thread.
class CallbackGuard {
public:
    CallbackGuard() = default;
    CallbackGuard(const CallbackGuard&) = delete;
    CallbackGuard& operator=(const CallbackGuard&) = delete;

    /// The same call, which does nothing after drop() or after the guard's end.
    template <typename Call>
    [[nodiscard]] auto wrap(Call call) const {
        return [alive = std::weak_ptr<char>(m_alive), call = std::move(call)](auto&&... arguments) {
            if (!alive.expired()) {
                call(std::forward<decltype(arguments)>(arguments)...);
            }
        };
    }

    /// Expires with the guard, and by drop().
    [[nodiscard]] std::weak_ptr<const char> watch() const { return m_alive; }

    /// Silences every callback wrapped so far.
    void drop() { m_alive = std::make_shared<char>(); }

private:
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace framehand::base
