// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "platform/windows/windows_api.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace framehand::platform {

/// One open key of the registry. Errors name the key: NotFound where there is none, PermissionDenied.
class RegistryKey {
public:
    enum class Access { Read, Write };
    enum class Lasts { Always, UntilReboot };

    /// Where a key is: "HKEY_CURRENT_USER\Software\..." for people.
    struct Place {
        HKEY root = nullptr; ///< HKEY_CURRENT_USER or HKEY_LOCAL_MACHINE
        std::wstring path;

        [[nodiscard]] std::string text() const;
    };

    [[nodiscard]] static base::Result<RegistryKey> open(const Place& place, Access access);
    /// Opens it for writing, and makes it first where there is none.
    [[nodiscard]] static base::Result<RegistryKey> create(const Place& place, Lasts lasts = Lasts::Always);
    /// With all below it. Fine where there is none.
    [[nodiscard]] static base::Status remove(const Place& place);

    /// None where there is no such value, or it is of another type.
    [[nodiscard]] std::optional<std::string> text(const wchar_t* name) const;
    [[nodiscard]] std::optional<std::uint32_t> number(const wchar_t* name) const;
    /// As it lies there, of any type.
    [[nodiscard]] std::optional<std::string> bytes(const wchar_t* name) const;

    [[nodiscard]] base::Status set_text(const wchar_t* name, const std::string& value);
    /// With names of the environment in it ("%SystemRoot%\\..."), which its readers resolve.
    [[nodiscard]] base::Status set_unexpanded(const wchar_t* name, const std::string& value);
    [[nodiscard]] base::Status set_number(const wchar_t* name, std::uint32_t value);
    /// Fine where there is no such value.
    [[nodiscard]] base::Status forget(const wchar_t* name);

    [[nodiscard]] HKEY get() const { return m_key.get(); }

private:
    struct Closer {
        void operator()(HKEY key) const noexcept { ::RegCloseKey(key); }
    };

    RegistryKey(HKEY key, Place place) : m_key(key), m_place(std::move(place)) {}

    [[nodiscard]] base::Status set(const wchar_t* name, DWORD type, const void* data, std::size_t size);

    std::unique_ptr<HKEY__, Closer> m_key;
    Place m_place;
};

} // namespace framehand::platform
