// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/windows/registry_key.h"

#include <random>
#include <string>

namespace framehand::test {

/// A place in the registry of this user that no other test has; removed with all below it at the end.
class TestKey {
public:
    TestKey() : m_place{HKEY_CURRENT_USER, L"Software\\FramehandTest" + std::to_wstring(std::random_device()())} {}

    ~TestKey() { (void)platform::RegistryKey::remove(m_place); }

    TestKey(const TestKey&) = delete;
    TestKey& operator=(const TestKey&) = delete;

    [[nodiscard]] const platform::RegistryKey::Place& place() const { return m_place; }

    [[nodiscard]] platform::RegistryKey::Place below(const std::wstring& path) const {
        return {m_place.root, m_place.path + L"\\" + path};
    }

private:
    platform::RegistryKey::Place m_place;
};

} // namespace framehand::test
