// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/power_events.h"

#include "platform/windows/system_call.h"

#include <QMetaObject>

#include <vector>
#include <winuser.h>

namespace framehand::platform {

namespace {

// What the headers of mingw-w64 leave out of powrprof.h and winnt.h.
struct Subscription {
    ULONG(CALLBACK* callback)(void* context, ULONG type, void* setting);
    void* context;
};

using RegisterSuspend = DWORD(WINAPI*)(DWORD flags, HANDLE recipient, void** registration);
using RegisterSetting = DWORD(WINAPI*)(const GUID* setting, DWORD flags, HANDLE recipient, void** registration);
using Unregister = DWORD(WINAPI*)(void* registration);

constexpr DWORD kCallback = 2; // DEVICE_NOTIFY_CALLBACK
constexpr GUID kAcDcPowerSource{0x5D3E9A59, 0xE9D5, 0x4B00, {0xA6, 0xBD, 0xFF, 0x34, 0xFF, 0x51, 0x65, 0x48}};
constexpr GUID kPowerSavingStatus{0xE00958C0, 0xC213, 0x4ACE, {0xAC, 0x77, 0xFE, 0xCC, 0xED, 0x2E, 0xEE, 0xA5}};

ULONG CALLBACK told(void* context, ULONG type, void* /*setting*/) {
    static_cast<PowerEvents*>(context)->happened(type);
    return ERROR_SUCCESS;
}

} // namespace

struct PowerEvents::Registrations {
    explicit Registrations(PowerEvents& events) : subscription{told, &events} {
        const auto* library = L"powrprof.dll";
        end_suspend = system_call<Unregister>(library, "PowerUnregisterSuspendResumeNotification");
        end_setting = system_call<Unregister>(library, "PowerSettingUnregisterNotification");
        const auto suspend = system_call<RegisterSuspend>(library, "PowerRegisterSuspendResumeNotification");
        const auto setting = system_call<RegisterSetting>(library, "PowerSettingRegisterNotification");
        void* registration = nullptr;
        if (suspend != nullptr && end_suspend != nullptr &&
            suspend(kCallback, &subscription, &registration) == ERROR_SUCCESS && registration != nullptr) {
            sleep = registration;
        }
        if (setting == nullptr || end_setting == nullptr) {
            return;
        }
        for (const GUID* guid : {&kAcDcPowerSource, &kPowerSavingStatus}) {
            registration = nullptr;
            if (setting(guid, kCallback, &subscription, &registration) == ERROR_SUCCESS && registration != nullptr) {
                settings.push_back(registration);
            }
        }
    }

    ~Registrations() {
        if (sleep != nullptr) {
            end_suspend(sleep);
        }
        for (void* registration : settings) {
            end_setting(registration);
        }
    }

    Registrations(const Registrations&) = delete;
    Registrations& operator=(const Registrations&) = delete;

    Subscription subscription;
    void* sleep = nullptr;
    std::vector<void*> settings;
    Unregister end_suspend = nullptr;
    Unregister end_setting = nullptr;
};

PowerEvents::PowerEvents() : m_registrations(std::make_unique<Registrations>(*this)) {
}

PowerEvents::~PowerEvents() = default;

void PowerEvents::happened(unsigned long power_event) {
    if (power_event != PBT_APMRESUMEAUTOMATIC && power_event != PBT_POWERSETTINGCHANGE) {
        return;
    }
    const auto& call = power_event == PBT_APMRESUMEAUTOMATIC ? on_wake : on_change;
    QMetaObject::invokeMethod(
        &m_context,
        [&call] {
            if (call) {
                call();
            }
        },
        Qt::QueuedConnection);
}

} // namespace framehand::platform
