// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_service.h"

#include "core/base/whole_path.h"
#include "platform/windows/account.h"
#include "platform/windows/administrator_run.h"
#include "platform/windows/event_log.h"
#include "platform/windows/long_path.h"
#include "platform/windows/program_folder.h"
#include "platform/windows/quoted_command.h"
#include "platform/windows/service_account.h"
#include "platform/windows/service_note.h"
#include "platform/windows/wide_text.h"

#include <cstddef>
#include <system_error>
#include <utility>

namespace framehand::platform {

namespace {

using Activity = ports::ServiceState::Activity;

enum class Was { There, Made };

/// Made anew, or as it is now: it keeps the account that somebody has given it meanwhile.
base::Result<std::pair<ServiceHandle, Was>> make_service(const ServiceHandle& manager, const WindowsService::Name& name,
                                                         const std::wstring& command) {
    const DWORD access =
        SERVICE_CHANGE_CONFIG | SERVICE_QUERY_STATUS | SERVICE_START | WRITE_DAC | READ_CONTROL | DELETE;
    const auto account = L"NT SERVICE\\" + name.key;
    ServiceHandle service(::CreateServiceW(manager.get(), name.key.c_str(), name.title.c_str(), access,
                                           SERVICE_WIN32_OWN_PROCESS, SERVICE_AUTO_START, SERVICE_ERROR_NORMAL,
                                           command.c_str(), nullptr, nullptr, nullptr, account.c_str(), nullptr));
    DWORD failed = service != nullptr ? ERROR_SUCCESS : ::GetLastError();
    auto was = Was::Made;
    if (failed == ERROR_SERVICE_EXISTS) {
        was = Was::There;
        service.reset(::OpenServiceW(manager.get(), name.key.c_str(), access));
        const bool changed =
            service != nullptr && ::ChangeServiceConfigW(service.get(), SERVICE_WIN32_OWN_PROCESS, SERVICE_AUTO_START,
                                                         SERVICE_ERROR_NORMAL, command.c_str(), nullptr, nullptr,
                                                         nullptr, nullptr, nullptr, name.title.c_str()) != FALSE;
        failed = changed ? ERROR_SUCCESS : ::GetLastError();
    }
    if (failed != ERROR_SUCCESS) {
        return service_error(failed, "the service cannot be installed");
    }
    return std::pair(std::move(service), was);
}

base::Status stop_service(const ServiceHandle& service) {
    // One that is starting takes no wishes.
    FH_TRY(wait_while(service, SERVICE_START_PENDING));
    SERVICE_STATUS ignored{};
    if (::ControlService(service.get(), SERVICE_CONTROL_STOP, &ignored) == FALSE) {
        const auto code = ::GetLastError();
        const bool ends_already = code == ERROR_SERVICE_NOT_ACTIVE || code == ERROR_SERVICE_CANNOT_ACCEPT_CTRL;
        if (!ends_already) {
            return service_error(code, "the service cannot be stopped");
        }
    }
    FH_ASSIGN(const auto status, wait_while(service, SERVICE_STOP_PENDING));
    if (status.dwCurrentState != SERVICE_STOPPED) {
        return base::fail(base::ErrorCode::Unavailable, "the service takes no wishes now; try it again");
    }
    return {};
}

bool starts_by_itself(const ServiceHandle& service) {
    DWORD size = 0;
    ::QueryServiceConfigW(service.get(), nullptr, 0, &size);
    std::vector<std::max_align_t> answer(size / sizeof(std::max_align_t) + 1);
    auto* config = reinterpret_cast<QUERY_SERVICE_CONFIGW*>(answer.data());
    return ::QueryServiceConfigW(service.get(), config, size, &size) != FALSE &&
           config->dwStartType == SERVICE_AUTO_START;
}

/// Of one that has stopped; "" for an end in good order.
std::string end_of(const SERVICE_STATUS_PROCESS& status) {
    switch (status.dwWin32ExitCode) {
    case NO_ERROR:
    case ERROR_SERVICE_NEVER_STARTED:
        return {};
    case ERROR_SERVICE_SPECIFIC_ERROR:
        return "it ended with exit code " + std::to_string(status.dwServiceSpecificExitCode);
    default:
        return service_error(status.dwWin32ExitCode, "it ended").text();
    }
}

base::Status could_not_start(const SERVICE_STATUS_PROCESS& status, const ServiceNote::Words& words) {
    auto why = words.said.empty() ? end_of(status) : words.said;
    return base::fail(base::ErrorCode::Unavailable,
                      words.failed ? "the service could not be started"
                                   : "the service could not be started; Windows will try it again",
                      std::move(why));
}

} // namespace

WindowsService::WindowsService(WindowsServiceProgram program, Rights rights)
    : WindowsService(std::move(program), rights, Name{}) {
}

WindowsService::WindowsService(WindowsServiceProgram program, Rights rights, Name name)
    : m_program(std::move(program)), m_rights(rights), m_name(std::move(name)) {
}

RegistryKey::Place WindowsService::parameters() const {
    return service_parameters_place(m_name.key);
}

base::Status WindowsService::install() {
    FH_ASSIGN(auto sid, own_user());
    return install_for({std::move(sid), m_program.config_file, m_program.data_folder});
}

base::Status WindowsService::install_for(const ports::ServiceOwner& owner) {
    const auto text = [](const std::filesystem::path& path) { return to_utf8(path.native()); };
    // Whoever agrees may be another person than who sits here.
    return or_as_administrator(install_here(owner),
                               {"install", "--no-start", "--owner", owner.id, "--config-file", text(owner.config_file),
                                "--data-folder", text(owner.data_folder)});
}

base::Status WindowsService::remove() {
    return or_as_administrator(remove_here(), {"remove"});
}

base::Status WindowsService::start() {
    return or_as_administrator(start_here(), {"start"});
}

base::Status WindowsService::stop() {
    return or_as_administrator(stop_here(), {"stop"});
}

base::Status WindowsService::or_as_administrator(base::Status done, std::vector<std::string> verb) const {
    const bool ask =
        m_rights == Rights::AskAdministrator && !done && done.error().code == base::ErrorCode::PermissionDenied;
    if (!ask) {
        return done;
    }
    auto command = m_program.administrators_program;
    command.emplace_back("service");
    command.insert(command.end(), verb.begin(), verb.end());
    FH_ASSIGN(const int exit_code, run_as_administrator(command));
    if (exit_code != 0) {
        return base::fail(base::ErrorCode::Internal,
                          "it did not succeed; \"framehandctl service " + verb.front() +
                              "\" in a terminal that was opened with \"Run as administrator\" says why",
                          "exit code " + std::to_string(exit_code));
    }
    return {};
}

base::Status WindowsService::install_here(const ports::ServiceOwner& owner) {
    const std::filesystem::path program = to_wide(m_program.command.front());
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(program, ignored)) {
        return base::fail(base::ErrorCode::NotFound, "the service's program is missing: " + shown(program));
    }
    if (!base::is_absolute(owner.config_file) || !base::is_absolute(owner.data_folder)) {
        return base::fail(base::ErrorCode::InvalidArgument, "the paths of the service's owner must be absolute");
    }
    FH_TRY(check_program_folder(program.parent_path(), service_sid(m_name.key)));
    FH_ASSIGN(const auto manager, open_service_manager(SC_MANAGER_CONNECT | SC_MANAGER_CREATE_SERVICE));
    FH_ASSIGN(const auto made, make_service(manager, m_name, quoted_command(m_program.command)));
    const auto& [service, was] = made;
    auto done = set_up(service, owner);
    if (!done && was == Was::Made) {
        ::DeleteService(service.get()); // half of it is none
    }
    return done;
}

base::Status WindowsService::set_up(const ServiceHandle& service, const ports::ServiceOwner& owner) const {
    FH_TRY(describe_service(service, owner.id));
    FH_TRY(write_service_parameters(parameters(), {owner.id, owner.config_file, owner.data_folder}));
    const auto account = service_sid(m_name.key);
    FH_TRY(open_keys_below_to(parameters(), account));
    FH_TRY(open_folder_to(owner.config_file.parent_path(), account));
    FH_TRY(open_folder_to(owner.data_folder, account));
    return register_event_source();
}

base::Status WindowsService::remove_here() {
    auto service = open_service(SC_MANAGER_CONNECT, m_name.key, DELETE | SERVICE_STOP | SERVICE_QUERY_STATUS);
    if (!service) {
        return service.error().code == base::ErrorCode::NotFound ? base::Status() : base::Status(service.error());
    }
    FH_TRY(stop_service(*service));
    const auto account = service_sid(m_name.key);
    if (const auto known = read_service_parameters(parameters())) {
        FH_TRY(close_folder_to(known->config_file.parent_path(), account));
        FH_TRY(close_folder_to(known->data_folder, account));
    }
    if (::DeleteService(service->get()) == FALSE && ::GetLastError() != ERROR_SERVICE_MARKED_FOR_DELETE) {
        return service_error(::GetLastError(), "the service cannot be removed");
    }
    service->reset();
    FH_TRY(RegistryKey::remove(parameters()));
    FH_TRY(forget_event_source());
    return wait_until_gone(m_name.key);
}

base::Status WindowsService::start_here() {
    FH_ASSIGN(const auto service, open_service(SC_MANAGER_CONNECT, m_name.key, SERVICE_START | SERVICE_QUERY_STATUS));
    FH_TRY(wait_while(service, SERVICE_STOP_PENDING));
    if (::StartServiceW(service.get(), 0, nullptr) == FALSE && ::GetLastError() != ERROR_SERVICE_ALREADY_RUNNING) {
        if (::GetLastError() == ERROR_ACCESS_DENIED) { // not to the caller, who was let in above
            return base::fail(base::ErrorCode::Unsupported,
                              "the service could not be started: its account may not run the program");
        }
        return service_error(::GetLastError(), "the service could not be started");
    }
    FH_ASSIGN(const auto status, wait_while(service, SERVICE_START_PENDING));
    if (activity_in(status.dwCurrentState) != Activity::Running) {
        return could_not_start(status, ServiceNote(parameters()).read());
    }
    return {};
}

base::Status WindowsService::stop_here() {
    const auto service = open_service(SC_MANAGER_CONNECT, m_name.key, SERVICE_STOP | SERVICE_QUERY_STATUS);
    if (!service) {
        return service.error().code == base::ErrorCode::NotFound ? base::Status() : base::Status(service.error());
    }
    return stop_service(*service);
}

base::Result<ports::ServiceState> WindowsService::status() {
    ports::ServiceState state;
    const auto service = open_service(SC_MANAGER_CONNECT, m_name.key, SERVICE_QUERY_STATUS | SERVICE_QUERY_CONFIG);
    if (!service) {
        return service.error().code == base::ErrorCode::NotFound ? base::Result<ports::ServiceState>(state)
                                                                 : service.error();
    }
    FH_ASSIGN(const auto status, query_service(*service));
    const auto words = ServiceNote(parameters()).read();
    const auto end = end_of(status);
    state.installed = starts_by_itself(*service);
    state.runs_without_login = state.installed;
    state.activity = activity_in(status.dwCurrentState);
    if (state.activity == Activity::Stopped && (words.failed || !end.empty())) {
        state.activity = Activity::Failed;
    }
    state.said = words.said;
    if (state.activity == Activity::Failed && !end.empty()) {
        state.said += state.said.empty() ? end : " (" + end + ")";
    }
    state.process_id = status.dwProcessId;
    state.restarts = words.restarts;
    auto place = parameters();
    place.path.resize(place.path.rfind(L'\\'));
    state.unit = to_wide(place.text());
    return state;
}

WindowsServiceProgram windows_service_program(const std::filesystem::path& program_dir,
                                              const std::filesystem::path& config_file,
                                              const std::filesystem::path& data_folder,
                                              const std::optional<std::filesystem::path>& config_path) {
    // Qt writes paths with slashes.
    const auto text = [](std::filesystem::path path) { return to_utf8(path.make_preferred().native()); };
    WindowsServiceProgram program;
    program.command = {text(program_dir / L"framehandd.exe"), "auto"};
    program.administrators_program = {text(program_dir / L"framehandctl.exe")};
    program.config_file = config_path.value_or(config_file);
    program.data_folder = data_folder;
    if (config_path) {
        for (auto* command : {&program.command, &program.administrators_program}) {
            command->insert(command->end(), {"--config", text(*config_path)});
        }
    }
    return program;
}

} // namespace framehand::platform
