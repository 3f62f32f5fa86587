// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/service_manager.h"

#include "core/base/cancel.h"
#include "platform/windows/event_waiter.h"
#include "platform/windows/handle.h"
#include "platform/windows/service_parameters.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_error.h"

#include <array>
#include <sddl.h>
#include <utility>

namespace framehand::platform {

namespace {

constexpr base::Duration kLook{250};
constexpr base::Duration kPatience{180'000};
constexpr DWORD kAnswersToTheManager = 20'000; ///< ms that the machine's shutdown waits for it
constexpr DWORD kForgetFailuresAfter = 24 * 60 * 60;

/// What an older Windows, or one that is not Microsoft's, does not know need not be had.
base::Status set(const ServiceHandle& service, DWORD what, void* value) {
    if (::ChangeServiceConfig2W(service.get(), what, value) != FALSE) {
        return {};
    }
    const auto code = ::GetLastError();
    if (code == ERROR_INVALID_LEVEL || code == ERROR_NOT_SUPPORTED || code == ERROR_CALL_NOT_IMPLEMENTED) {
        return {};
    }
    return service_error(code, "the service cannot be set up");
}

base::Status set_failure_actions(const ServiceHandle& service) {
    std::array<SC_ACTION, 3> actions{
        {{SC_ACTION_RESTART, 5'000}, {SC_ACTION_RESTART, 5'000}, {SC_ACTION_RESTART, 60'000}}};
    SERVICE_FAILURE_ACTIONSW failure{};
    failure.dwResetPeriod = kForgetFailuresAfter;
    failure.cActions = static_cast<DWORD>(actions.size());
    failure.lpsaActions = actions.data();
    FH_TRY(set(service, SERVICE_CONFIG_FAILURE_ACTIONS, &failure));
    SERVICE_FAILURE_ACTIONS_FLAG not_only_crashes{TRUE};
    return set(service, SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, &not_only_crashes);
}

/// What the system gives a service by itself, and its owner what a person at the machine needs.
base::Status set_rights(const ServiceHandle& service, const std::string& owner_sid) {
    const auto rights = L"D:(A;;CCLCSWRPWPDTLOCRRC;;;SY)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)(A;;CCLCSWLOCRRC;;;IU)"
                        L"(A;;CCLCSWLOCRRC;;;SU)(A;;CCLCSWRPWPDTLOCRRC;;;" +
                        to_wide(owner_sid) + L")";
    void* descriptor = nullptr;
    if (::ConvertStringSecurityDescriptorToSecurityDescriptorW(rights.c_str(), SDDL_REVISION_1, &descriptor, nullptr) ==
        FALSE) {
        return base::fail(base::ErrorCode::InvalidArgument, "this is no SID: " + owner_sid,
                          windows_error_text(::GetLastError()));
    }
    const LocalMemory<void> owner(descriptor);
    if (::SetServiceObjectSecurity(service.get(), DACL_SECURITY_INFORMATION, descriptor) == FALSE) {
        return service_error(::GetLastError(), "who may start and stop the service cannot be set");
    }
    return {};
}

} // namespace

base::Error service_error(DWORD code, const std::string& what) {
    switch (code) {
    case ERROR_ACCESS_DENIED:
        return base::fail(base::ErrorCode::PermissionDenied,
                          what + ": that takes an administrator; open a terminal with \"Run as administrator\"",
                          windows_error_text(code));
    case ERROR_SERVICE_DOES_NOT_EXIST:
        return base::fail(base::ErrorCode::NotFound,
                          "the service is not installed; \"framehandctl service install\" does that");
    case ERROR_SERVICE_MARKED_FOR_DELETE:
        return base::fail(base::ErrorCode::Unavailable,
                          what +
                              ": the former one is not gone yet; close the windows that show services, and try again",
                          windows_error_text(code));
    case ERROR_SERVICE_DISABLED:
        return base::fail(base::ErrorCode::Unavailable,
                          what + ": it is disabled; \"framehandctl service install\" enables it",
                          windows_error_text(code));
    case ERROR_SERVICE_LOGON_FAILED:
        return base::fail(base::ErrorCode::PermissionDenied,
                          what + ": Windows does not let its account log on (services.msc, Framehand, Log On)",
                          windows_error_text(code));
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
        return base::fail(base::ErrorCode::NotFound,
                          what + ": its program is gone; \"framehandctl service install\" makes the service anew",
                          windows_error_text(code));
    case ERROR_SERVICE_REQUEST_TIMEOUT:
        return base::fail(base::ErrorCode::Timeout, what + ": it did not answer in time", windows_error_text(code));
    case RPC_S_SERVER_UNAVAILABLE:
        return base::fail(base::ErrorCode::Unsupported, what + ": Windows' service manager does not answer",
                          windows_error_text(code));
    default:
        return error_from_windows(code, what);
    }
}

ports::ServiceState::Activity activity_in(DWORD service_state) {
    using Activity = ports::ServiceState::Activity;
    switch (service_state) {
    case SERVICE_START_PENDING:
        return Activity::Starting;
    case SERVICE_RUNNING:
    case SERVICE_PAUSE_PENDING:
    case SERVICE_PAUSED:
    case SERVICE_CONTINUE_PENDING:
        return Activity::Running;
    case SERVICE_STOP_PENDING:
        return Activity::Stopping;
    default:
        return Activity::Stopped;
    }
}

base::Result<ServiceHandle> open_service_manager(DWORD access) {
    ServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, access));
    if (manager == nullptr) {
        return service_error(::GetLastError(), "services of this machine cannot be changed");
    }
    return manager;
}

base::Result<ServiceHandle> open_service(DWORD manager_access, const std::wstring& name, DWORD access) {
    FH_ASSIGN(const auto manager, open_service_manager(manager_access));
    ServiceHandle service(::OpenServiceW(manager.get(), name.c_str(), access));
    if (service == nullptr) {
        return service_error(::GetLastError(), "the service cannot be changed");
    }
    return service;
}

base::Result<SERVICE_STATUS_PROCESS> query_service(const ServiceHandle& service) {
    SERVICE_STATUS_PROCESS status{};
    DWORD size = 0;
    if (::QueryServiceStatusEx(service.get(), SC_STATUS_PROCESS_INFO, reinterpret_cast<BYTE*>(&status), sizeof(status),
                               &size) == FALSE) {
        return service_error(::GetLastError(), "Windows does not tell how the service stands");
    }
    return status;
}

base::Result<SERVICE_STATUS_PROCESS> wait_while(const ServiceHandle& service, DWORD pending) {
    EventWaiter waiter;
    base::Duration waited{0};
    for (;;) {
        FH_ASSIGN(auto status, query_service(service));
        if (status.dwCurrentState != pending) {
            return status;
        }
        if (waited >= kPatience) {
            return base::fail(base::ErrorCode::Timeout, "the service does not come to an end with what it began");
        }
        FH_TRY(waiter.wait(kLook, {}));
        waited += kLook;
    }
}

base::Status describe_service(const ServiceHandle& service, const std::string& owner_sid) {
    std::wstring words = L"Transcodes videos for your media server while nobody needs this PC.";
    SERVICE_DESCRIPTIONW description{words.data()};
    FH_TRY(set(service, SERVICE_CONFIG_DESCRIPTION, &description));
    FH_TRY(set_failure_actions(service));
    SERVICE_DELAYED_AUTO_START_INFO late{TRUE};
    FH_TRY(set(service, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, &late));
    SERVICE_SID_INFO sid{SERVICE_SID_TYPE_UNRESTRICTED};
    FH_TRY(set(service, SERVICE_CONFIG_SERVICE_SID_INFO, &sid));
    std::wstring privileges(L"SeChangeNotifyPrivilege\0SeIncreaseWorkingSetPrivilege\0", 54);
    SERVICE_REQUIRED_PRIVILEGES_INFOW required{privileges.data()};
    FH_TRY(set(service, SERVICE_CONFIG_REQUIRED_PRIVILEGES_INFO, &required));
    SERVICE_PRESHUTDOWN_INFO shutdown{kAnswersToTheManager};
    FH_TRY(set(service, SERVICE_CONFIG_PRESHUTDOWN_INFO, &shutdown));
    return set_rights(service, owner_sid);
}

} // namespace framehand::platform
