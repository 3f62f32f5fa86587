// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/event_waiter.h"

#include "platform/windows/handle.h"
#include "platform/windows/windows_error.h"

#include <algorithm>

namespace framehand::platform {

base::Status EventWaiter::wait(base::Duration time, const base::CancelToken& cancel) {
    const UniqueHandle event = owned_handle(::CreateEventW(nullptr, TRUE, FALSE, nullptr));
    if (!event) {
        return error_from_windows(::GetLastError(), "nothing can be waited for");
    }
    const auto registration = cancel.on_cancel([&event] { ::SetEvent(event.get()); });
    const auto milliseconds = std::clamp<base::Duration::rep>(time.count(), 0, INFINITE - 1);
    if (::WaitForSingleObject(event.get(), static_cast<DWORD>(milliseconds)) == WAIT_OBJECT_0) {
        return base::fail(base::ErrorCode::Cancelled, "cancelled");
    }
    return {};
}

} // namespace framehand::platform
