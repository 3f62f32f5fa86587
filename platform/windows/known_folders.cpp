// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/known_folders.h"

#include "platform/windows/windows_api.h"

#include <knownfolders.h>
#include <memory>
#include <objbase.h>
#include <shlobj.h>

namespace framehand::platform {

namespace {

std::filesystem::path folder(const GUID& id) {
    wchar_t* raw = nullptr;
    const auto told = ::SHGetKnownFolderPath(id, KF_FLAG_DONT_VERIFY, nullptr, &raw);
    const std::unique_ptr<wchar_t, decltype(&::CoTaskMemFree)> text(raw, &::CoTaskMemFree);
    return SUCCEEDED(told) && text ? std::filesystem::path(text.get()) : std::filesystem::path();
}

} // namespace

KnownFolders known_folders() {
    return {folder(FOLDERID_Profile), folder(FOLDERID_RoamingAppData), folder(FOLDERID_LocalAppData)};
}

} // namespace framehand::platform
