// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/registry_key.h"

#include "platform/windows/wide_text.h"
#include "platform/windows/windows_error.h"

#include <utility>

namespace framehand::platform {

std::string RegistryKey::Place::text() const {
    const char* name = root == HKEY_CURRENT_USER ? "HKEY_CURRENT_USER\\" : "HKEY_LOCAL_MACHINE\\";
    return name + to_utf8(path);
}

base::Result<RegistryKey> RegistryKey::open(const Place& place, Access access) {
    HKEY key = nullptr;
    const auto failed = ::RegOpenKeyExW(place.root, place.path.c_str(), 0,
                                        access == Access::Read ? KEY_READ : KEY_READ | KEY_WRITE, &key);
    if (failed != ERROR_SUCCESS) {
        return error_from_windows(static_cast<DWORD>(failed), "the registry's key cannot be opened: " + place.text());
    }
    return RegistryKey(key, place);
}

base::Result<RegistryKey> RegistryKey::create(const Place& place, Lasts lasts) {
    HKEY key = nullptr;
    const DWORD options = lasts == Lasts::Always ? REG_OPTION_NON_VOLATILE : REG_OPTION_VOLATILE;
    const auto failed = ::RegCreateKeyExW(place.root, place.path.c_str(), 0, nullptr, options, KEY_READ | KEY_WRITE,
                                          nullptr, &key, nullptr);
    if (failed != ERROR_SUCCESS) {
        return error_from_windows(static_cast<DWORD>(failed), "the registry's key cannot be made: " + place.text());
    }
    return RegistryKey(key, place);
}

base::Status RegistryKey::remove(const Place& place) {
    auto failed = ::RegDeleteTreeW(place.root, place.path.c_str());
    if (failed == ERROR_SUCCESS) {
        failed = ::RegDeleteKeyW(place.root, place.path.c_str());
    }
    // A service's goes with the service, perhaps just now.
    if (failed != ERROR_SUCCESS && failed != ERROR_FILE_NOT_FOUND && failed != ERROR_KEY_DELETED) {
        return error_from_windows(static_cast<DWORD>(failed), "the registry's key cannot be removed: " + place.text());
    }
    return {};
}

std::optional<std::string> RegistryKey::text(const wchar_t* name) const {
    DWORD size = 0;
    const auto type = RRF_RT_REG_SZ; // names of the environment are resolved
    if (::RegGetValueW(get(), nullptr, name, type, nullptr, nullptr, &size) != ERROR_SUCCESS) {
        return std::nullopt;
    }
    std::wstring value(size / sizeof(wchar_t), L'\0');
    if (::RegGetValueW(get(), nullptr, name, type, nullptr, value.data(), &size) != ERROR_SUCCESS) {
        return std::nullopt;
    }
    value.resize(size / sizeof(wchar_t));
    while (!value.empty() && value.back() == L'\0') {
        value.pop_back();
    }
    return to_utf8(value);
}

std::optional<std::uint32_t> RegistryKey::number(const wchar_t* name) const {
    DWORD value = 0;
    DWORD size = sizeof(value);
    const auto failed = ::RegGetValueW(get(), nullptr, name, RRF_RT_REG_DWORD, nullptr, &value, &size);
    return failed == ERROR_SUCCESS ? std::optional<std::uint32_t>(value) : std::nullopt;
}

std::optional<std::string> RegistryKey::bytes(const wchar_t* name) const {
    DWORD size = 0;
    if (::RegQueryValueExW(get(), name, nullptr, nullptr, nullptr, &size) != ERROR_SUCCESS) {
        return std::nullopt;
    }
    std::string value(size, '\0');
    if (::RegQueryValueExW(get(), name, nullptr, nullptr, reinterpret_cast<BYTE*>(value.data()), &size) !=
        ERROR_SUCCESS) {
        return std::nullopt;
    }
    value.resize(size);
    return value;
}

base::Status RegistryKey::set(const wchar_t* name, DWORD type, const void* data, std::size_t size) {
    const auto failed =
        ::RegSetValueExW(get(), name, 0, type, static_cast<const BYTE*>(data), static_cast<DWORD>(size));
    if (failed != ERROR_SUCCESS) {
        return error_from_windows(static_cast<DWORD>(failed),
                                  "\"" + to_utf8(name) + "\" cannot be written in the registry: " + m_place.text());
    }
    return {};
}

base::Status RegistryKey::set_text(const wchar_t* name, const std::string& value) {
    const auto wide = to_wide(value);
    return set(name, REG_SZ, wide.c_str(), (wide.size() + 1) * sizeof(wchar_t));
}

base::Status RegistryKey::set_unexpanded(const wchar_t* name, const std::string& value) {
    const auto wide = to_wide(value);
    return set(name, REG_EXPAND_SZ, wide.c_str(), (wide.size() + 1) * sizeof(wchar_t));
}

base::Status RegistryKey::set_number(const wchar_t* name, std::uint32_t value) {
    const DWORD number = value;
    return set(name, REG_DWORD, &number, sizeof(number));
}

base::Status RegistryKey::forget(const wchar_t* name) {
    const auto failed = ::RegDeleteValueW(get(), name);
    if (failed != ERROR_SUCCESS && failed != ERROR_FILE_NOT_FOUND) {
        return error_from_windows(static_cast<DWORD>(failed),
                                  "\"" + to_utf8(name) + "\" cannot be removed in the registry: " + m_place.text());
    }
    return {};
}

} // namespace framehand::platform
