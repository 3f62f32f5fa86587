// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/polite_quit.h"

#include "platform/windows/handle.h"
#include "platform/windows/windows_error.h"

#include <algorithm>

namespace framehand::platform {

std::wstring quit_event_name(std::int64_t process_id) {
    return L"Global\\Framehand-quit-" + std::to_wstring(process_id);
}

base::Status ask_to_quit(std::int64_t process_id, base::Duration patience) {
    const std::string number = std::to_string(process_id);
    const UniqueHandle event =
        owned_handle(::OpenEventW(EVENT_MODIFY_STATE, FALSE, quit_event_name(process_id).c_str()));
    if (!event) {
        return error_from_windows(::GetLastError(), "process " + number + " does not listen to a request to end");
    }
    // Before the request, so that its number cannot be another's by then.
    const UniqueHandle process = owned_handle(::OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(process_id)));
    const DWORD not_opened = process ? 0 : ::GetLastError();
    if (::SetEvent(event.get()) == 0) {
        return error_from_windows(::GetLastError(), "process " + number + " cannot be asked to end");
    }
    if (!process) {
        return error_from_windows(not_opened, "the end of process " + number + " cannot be waited for");
    }
    const auto milliseconds = std::clamp<base::Duration::rep>(patience.count(), 0, INFINITE - 1);
    if (::WaitForSingleObject(process.get(), static_cast<DWORD>(milliseconds)) != WAIT_OBJECT_0) {
        return base::fail(base::ErrorCode::Timeout, "process " + number + " was asked to end, and still runs");
    }
    return {};
}

} // namespace framehand::platform
