// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/display_adapters.h"

#include "platform/windows/registry_key.h"
#include "platform/windows/wide_text.h"

#include <algorithm>
#include <array>
#include <devguid.h>
#include <memory>
#include <setupapi.h>

namespace framehand::platform {

namespace {

struct ListCloser {
    void operator()(void* list) const noexcept { ::SetupDiDestroyDeviceInfoList(list); }
};

/// The first text of a property; "" where there is none.
std::string property(HDEVINFO list, SP_DEVINFO_DATA& device, DWORD which) {
    std::array<wchar_t, 1024> text{};
    constexpr DWORD kRoom = (1024 - 1) * sizeof(wchar_t); // the last one stays zero
    return ::SetupDiGetDeviceRegistryPropertyW(list, &device, which, nullptr, reinterpret_cast<BYTE*>(text.data()),
                                               kRoom, nullptr) != 0
               ? to_utf8(text.data())
               : std::string();
}

std::string driver_version(const std::string& driver) {
    const std::wstring path = L"SYSTEM\\CurrentControlSet\\Control\\Class\\" + to_wide(driver);
    const auto key = RegistryKey::open({HKEY_LOCAL_MACHINE, path}, RegistryKey::Access::Read);
    return key ? key->text(L"DriverVersion").value_or("") : "";
}

} // namespace

std::vector<DisplayAdapter> display_adapters() {
    std::vector<DisplayAdapter> adapters;
    HDEVINFO found = ::SetupDiGetClassDevsW(&GUID_DEVCLASS_DISPLAY, nullptr, nullptr, DIGCF_PRESENT);
    if (found == INVALID_HANDLE_VALUE) {
        return adapters;
    }
    const std::unique_ptr<void, ListCloser> owner(found);
    SP_DEVINFO_DATA device{};
    device.cbSize = sizeof(device);
    for (DWORD i = 0; ::SetupDiEnumDeviceInfo(found, i, &device) != 0; ++i) {
        adapters.push_back({property(found, device, SPDRP_DEVICEDESC), property(found, device, SPDRP_HARDWAREID),
                            driver_version(property(found, device, SPDRP_DRIVER))});
    }
    return adapters;
}

std::string vendor_of(const DisplayAdapter& adapter) {
    struct Vendor {
        const char* id;
        const char* name;
    };

    constexpr std::array kVendors{Vendor{"VEN_10DE", "nvidia"}, Vendor{"VEN_1002", "amd"}, Vendor{"VEN_1022", "amd"},
                                  Vendor{"VEN_8086", "intel"}, Vendor{"VEN_5143", "qualcomm"}};
    for (const Vendor& vendor : kVendors) {
        if (adapter.hardware_id.find(vendor.id) != std::string::npos) {
            return vendor.name;
        }
    }
    return {};
}

std::string driver_of(const DisplayAdapter& adapter) {
    constexpr std::size_t kDigits = 5;
    constexpr std::size_t kAfterPoint = 2;
    if (vendor_of(adapter) != "nvidia") {
        return adapter.driver_version;
    }
    std::string digits;
    std::ranges::copy_if(adapter.driver_version, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    if (digits.size() < kDigits) {
        return adapter.driver_version;
    }
    digits.erase(0, digits.size() - kDigits);
    return digits.insert(kDigits - kAfterPoint, ".");
}

const DisplayAdapter* best_adapter(const std::vector<DisplayAdapter>& adapters) {
    const DisplayAdapter* best = nullptr;
    for (const DisplayAdapter& adapter : adapters) {
        const std::string vendor = vendor_of(adapter);
        if (!vendor.empty() && (best == nullptr || (vendor_of(*best) == "intel" && vendor != "intel"))) {
            best = &adapter;
        }
    }
    return best;
}

} // namespace framehand::platform
