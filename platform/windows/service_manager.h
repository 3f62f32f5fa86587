// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/background_service.h"
#include "platform/windows/windows_api.h"

#include <memory>
#include <string>
#include <winsvc.h>

namespace framehand::platform {

struct ServiceHandleCloser {
    void operator()(SC_HANDLE handle) const noexcept { ::CloseServiceHandle(handle); }
};

/// Of the service manager, or of one service.
using ServiceHandle = std::unique_ptr<SC_HANDLE__, ServiceHandleCloser>;

/// The service manager of this machine, with these rights (SC_MANAGER_...). PermissionDenied says who may.
[[nodiscard]] base::Result<ServiceHandle> open_service_manager(DWORD access);

/// One service, with these rights (SERVICE_...). NotFound where there is none.
[[nodiscard]] base::Result<ServiceHandle> open_service(DWORD manager_access, const std::wstring& name, DWORD access);

/// How it stands now.
[[nodiscard]] base::Result<SERVICE_STATUS_PROCESS> query_service(const ServiceHandle& service);

/// Waits until it is no longer in `pending`, while its checkpoints go on, 3 min at most. Timeout after it.
[[nodiscard]] base::Result<SERVICE_STATUS_PROCESS> wait_while(const ServiceHandle& service, DWORD pending);

/// All that is said of the service beside its command line: what people read of it, that it starts late, is restarted
/// after every failure, has few privileges, and whom it lets start and stop it. InvalidArgument for what is no SID.
[[nodiscard]] base::Status describe_service(const ServiceHandle& service, const std::string& owner_sid);

/// What a code of the service manager means for people. Pure but for Windows' own words.
[[nodiscard]] base::Error service_error(DWORD code, const std::string& what);

/// Pure.
[[nodiscard]] ports::ServiceState::Activity activity_in(DWORD service_state);

} // namespace framehand::platform
