// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_network_folders.h"

#include "platform/windows/windows_api.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>
#include <winnetwk.h>

namespace framehand::platform {

namespace {

constexpr std::size_t kBuffer = 16 * 1024;

struct EnumCloser {
    void operator()(HANDLE list) const noexcept { ::WNetCloseEnum(list); }
};

/// "\\nas\videos\" for "Z:", "" for a letter that is no share's.
std::wstring share_of(wchar_t letter) {
    const wchar_t drive[]{letter, L':', L'\0'};
    std::wstring name(MAX_PATH, L'\0');
    auto size = static_cast<DWORD>(name.size());
    auto failed = ::WNetGetConnectionW(drive, name.data(), &size);
    if (failed == ERROR_MORE_DATA) {
        name.resize(size);
        failed = ::WNetGetConnectionW(drive, name.data(), &size);
    }
    // A share that cannot be reached now is known all the same.
    if (failed != NO_ERROR && failed != ERROR_CONNECTION_UNAVAIL) {
        return {};
    }
    name.resize(name.find(L'\0') == std::wstring::npos ? name.size() : name.find(L'\0'));
    return name;
}

/// `scope` is RESOURCE_CONNECTED or RESOURCE_REMEMBERED: both are lists of this machine's own.
void add_shares(DWORD scope, std::vector<std::filesystem::path>& shares) {
    HANDLE opened = nullptr;
    if (::WNetOpenEnumW(scope, RESOURCETYPE_DISK, 0, nullptr, &opened) != NO_ERROR) {
        return;
    }
    const std::unique_ptr<void, EnumCloser> list(opened);
    std::vector<std::max_align_t> buffer(kBuffer / sizeof(std::max_align_t));
    for (;;) {
        auto count = static_cast<DWORD>(-1);
        auto size = static_cast<DWORD>(buffer.size() * sizeof(std::max_align_t));
        if (::WNetEnumResourceW(list.get(), &count, buffer.data(), &size) != NO_ERROR) {
            return;
        }
        for (const auto& share : std::span(reinterpret_cast<const NETRESOURCEW*>(buffer.data()), count)) {
            if (share.lpRemoteName != nullptr) {
                shares.emplace_back(share.lpRemoteName);
            }
        }
    }
}

} // namespace

std::vector<std::filesystem::path> WindowsNetworkFolders::mounted() const {
    std::vector<std::filesystem::path> shares;
    for (wchar_t letter = L'A'; letter <= L'Z'; ++letter) {
        if (auto share = share_of(letter); !share.empty()) {
            shares.emplace_back(std::move(share));
        }
    }
    add_shares(RESOURCE_CONNECTED, shares);
    add_shares(RESOURCE_REMEMBERED, shares);
    std::ranges::sort(shares);
    const auto [first, last] = std::ranges::unique(shares);
    shares.erase(first, last);
    return shares;
}

} // namespace framehand::platform
