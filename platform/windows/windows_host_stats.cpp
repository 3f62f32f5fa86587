// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_host_stats.h"

#include "platform/windows/display_adapters.h"
#include "platform/windows/registry_key.h"
#include "platform/windows/wide_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace framehand::platform {

namespace {

std::uint64_t ticks(const FILETIME& time) {
    return (static_cast<std::uint64_t>(time.dwHighDateTime) << 32U) | time.dwLowDateTime;
}

MEMORYSTATUSEX memory_now() {
    MEMORYSTATUSEX memory{};
    memory.dwLength = sizeof(memory);
    ::GlobalMemoryStatusEx(&memory);
    return memory;
}

std::string registry_text(const wchar_t* path, const wchar_t* name) {
    const auto key = RegistryKey::open({HKEY_LOCAL_MACHINE, path}, RegistryKey::Access::Read);
    return key ? key->text(name).value_or("") : "";
}

std::string host_name() {
    std::array<wchar_t, 256> name{};
    auto size = static_cast<DWORD>(name.size());
    return ::GetComputerNameExW(ComputerNameDnsHostname, name.data(), &size) != 0 ? to_utf8({name.data(), size})
                                                                                  : std::string();
}

std::string trimmed(std::string text) {
    const auto last = text.find_last_not_of(' ');
    text.resize(last == std::string::npos ? 0 : last + 1);
    text.erase(0, text.find_first_not_of(' '));
    return text;
}

} // namespace

std::string windows_name(const std::string& product, const std::string& version, const std::string& build) {
    constexpr int kFirstWindows11 = 22000;
    const std::string_view old = "Windows 10";
    std::string name = product.empty() ? "Windows" : product;
    int number = 0;
    std::from_chars(build.data(), build.data() + build.size(), number);
    if (number >= kFirstWindows11 && name.starts_with(old)) {
        name.replace(0, old.size(), "Windows 11");
    }
    return name + (version.empty() ? "" : " " + version) + (build.empty() ? "" : " (build " + build + ")");
}

ports::HostLoad WindowsHostStats::load() {
    ports::HostLoad load;
    FILETIME idle{};
    FILETIME kernel{}; // with the idle time
    FILETIME user{};
    if (::GetSystemTimes(&idle, &kernel, &user) != 0) {
        const std::uint64_t total = ticks(kernel) + ticks(user);
        const std::uint64_t busy = total - std::min(total, ticks(idle));
        if (total > m_total && busy >= m_busy) {
            load.cpu_percent =
                std::min(100.0, 100.0 * static_cast<double>(busy - m_busy) / static_cast<double>(total - m_total));
        }
        m_busy = busy;
        m_total = total;
    }
    if (const auto memory = memory_now(); memory.ullTotalPhys > 0) {
        load.ram_percent = 100.0 * static_cast<double>(memory.ullTotalPhys - memory.ullAvailPhys) /
                           static_cast<double>(memory.ullTotalPhys);
    }
    return load;
}

std::optional<std::uint64_t> WindowsHostStats::available_memory() const {
    const auto memory = memory_now();
    return memory.ullTotalPhys == 0
               ? std::nullopt
               : std::optional<std::uint64_t>(std::min(memory.ullAvailPhys, memory.ullAvailPageFile));
}

ports::HostFacts WindowsHostStats::facts() const {
    constexpr const wchar_t* kSystem = L"SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    constexpr const wchar_t* kProcessor = L"HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0";
    ports::HostFacts facts;
    facts.host_name = host_name();
    facts.os = windows_name(registry_text(kSystem, L"ProductName"), registry_text(kSystem, L"DisplayVersion"),
                            registry_text(kSystem, L"CurrentBuildNumber"));
    facts.cpu_model = trimmed(registry_text(kProcessor, L"ProcessorNameString"));
    facts.cpu_cores = static_cast<int>(std::max<DWORD>(1, ::GetActiveProcessorCount(ALL_PROCESSOR_GROUPS)));
    facts.ram_bytes = memory_now().ullTotalPhys;
    const auto adapters = display_adapters();
    if (const DisplayAdapter* gpu = best_adapter(adapters)) {
        facts.gpu_name = gpu->name;
        facts.gpu_vendor = vendor_of(*gpu);
        facts.driver_version = driver_of(*gpu);
    }
    return facts;
}

} // namespace framehand::platform
