// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/administrator_run.h"

#include "platform/windows/handle.h"
#include "platform/windows/quoted_command.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_error.h"

#include <objbase.h>
#include <shellapi.h>

namespace framehand::platform {

namespace {

/// ShellExecuteEx() may hand over to parts of the shell that want COM, in an apartment of its own thread.
class ApartmentHere {
public:
    ApartmentHere()
        : m_begun(SUCCEEDED(::CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE))) {}

    ~ApartmentHere() {
        if (m_begun) {
            ::CoUninitialize();
        }
    }

    ApartmentHere(const ApartmentHere&) = delete;
    ApartmentHere& operator=(const ApartmentHere&) = delete;

private:
    const bool m_begun;
};

} // namespace

base::Result<int> run_as_administrator(const std::vector<std::string>& command) {
    const ApartmentHere apartment;
    const auto program = to_wide(command.front());
    std::wstring words;
    for (std::size_t i = 1; i < command.size(); ++i) {
        words += (words.empty() ? L"" : L" ") + quoted_word(command[i]);
    }
    SHELLEXECUTEINFOW about{};
    about.cbSize = sizeof(about);
    about.fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI;
    about.lpVerb = L"runas";
    about.lpFile = program.c_str();
    about.lpParameters = words.c_str();
    about.nShow = SW_HIDE;
    if (::ShellExecuteExW(&about) == FALSE) {
        const auto code = ::GetLastError();
        return code == ERROR_CANCELLED
                   ? base::fail(base::ErrorCode::Cancelled, "it takes an administrator, and none has agreed")
                   : error_from_windows(code, "an administrator cannot be asked");
    }
    const auto process = owned_handle(about.hProcess);
    DWORD exit_code = 0;
    if (process == nullptr || ::WaitForSingleObject(process.get(), INFINITE) != WAIT_OBJECT_0 ||
        ::GetExitCodeProcess(process.get(), &exit_code) == FALSE) {
        return error_from_windows(::GetLastError(), "nobody knows what the administrator's program did");
    }
    return static_cast<int>(exit_code);
}

} // namespace framehand::platform
