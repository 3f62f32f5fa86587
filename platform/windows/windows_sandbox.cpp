// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_sandbox.h"

#include "platform/windows/job_object.h"
#include "platform/windows/windows_error.h"

#include <cstddef>

namespace framehand::platform {

namespace {

base::Error cannot(DWORD code, const std::string& what) {
    auto error = error_from_windows(code, what);
    error.code = base::ErrorCode::Internal;
    return error;
}

/// All but the one that a program needs to open a file below a folder that it may not list.
base::Status give_up_privileges() {
    HANDLE opened = nullptr;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY | TOKEN_ADJUST_PRIVILEGES, &opened) == 0) {
        return cannot(::GetLastError(), "the privileges of this process cannot be given up");
    }
    const UniqueHandle token = owned_handle(opened);
    LUID kept{};
    ::LookupPrivilegeValueW(nullptr, SE_CHANGE_NOTIFY_NAME, &kept);
    DWORD bytes = 0;
    ::GetTokenInformation(token.get(), TokenPrivileges, nullptr, 0, &bytes);
    std::vector<std::max_align_t> buffer(bytes / sizeof(std::max_align_t) + 1);
    auto* privileges = reinterpret_cast<TOKEN_PRIVILEGES*>(buffer.data());
    if (::GetTokenInformation(token.get(), TokenPrivileges, privileges, bytes, &bytes) == 0) {
        return cannot(::GetLastError(), "the privileges of this process cannot be given up");
    }
    for (DWORD i = 0; i < privileges->PrivilegeCount; ++i) {
        auto& one = privileges->Privileges[i];
        const bool keep = one.Luid.LowPart == kept.LowPart && one.Luid.HighPart == kept.HighPart;
        one.Attributes = keep ? one.Attributes : SE_PRIVILEGE_REMOVED;
    }
    ::SetLastError(ERROR_SUCCESS);
    ::AdjustTokenPrivileges(token.get(), FALSE, privileges, 0, nullptr, nullptr);
    const DWORD code = ::GetLastError(); // it succeeds also where it could not do all
    return code == ERROR_SUCCESS ? base::Status() : cannot(code, "the privileges of this process cannot be given up");
}

/// False where this Windows does not have it.
bool refuse_foreign_libraries() {
    PROCESS_MITIGATION_IMAGE_LOAD_POLICY images{};
    images.NoRemoteImages = 1;
    images.NoLowMandatoryLabelImages = 1;
    PROCESS_MITIGATION_EXTENSION_POINT_DISABLE_POLICY hooks{};
    hooks.DisableExtensionPoints = 1;
    return ::SetProcessMitigationPolicy(ProcessImageLoadPolicy, &images, sizeof(images)) != 0 &&
           ::SetProcessMitigationPolicy(ProcessExtensionPointDisablePolicy, &hooks, sizeof(hooks)) != 0;
}

constexpr const char* kLibraries = "libraries (image load policy)";

} // namespace

ports::SandboxReport WindowsSandbox::available() const {
    ports::SandboxReport report;
    report.walls = {"processes (job object)", "privileges (token)", kLibraries};
    report.missing = {"Windows has no wall for files that drivers of encoders can live behind: all files of the user "
                      "are in reach",
                      "Windows has no wall for the network that a process can put up itself: the network is in reach"};
    return report;
}

base::Result<ports::SandboxReport> WindowsSandbox::enter(const ports::SandboxRequest& request) {
    const bool all = request.walls == ports::SandboxRequest::Walls::All;
    ports::SandboxReport report;
    if (all) {
        report = available();
        FH_TRY(give_up_privileges());
        if (!refuse_foreign_libraries()) {
            std::erase(report.walls, kLibraries);
            report.missing.emplace_back("this Windows has no policy for libraries: those of network shares load");
        }
    }
    if (request.memory_bytes > 0) {
        report.walls.push_back("memory (" + std::to_string(request.memory_bytes) + " bytes)");
    }
    JobLimits limits;
    limits.process_memory = request.memory_bytes;
    limits.most_processes = all ? 1 : 0;
    auto job = JobObject::create(limits);
    if (job) {
        // It lives as long as this process, without the handle, which would be a way out.
        if (const auto entered = job->take_in(::GetCurrentProcess()); !entered) {
            return base::fail(base::ErrorCode::Internal, entered.error().message, entered.error().cause);
        }
        return report;
    }
    return base::fail(base::ErrorCode::Internal, job.error().message, job.error().cause);
}

} // namespace framehand::platform
