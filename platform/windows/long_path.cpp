// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/long_path.h"

#include "platform/windows/wide_text.h"
#include "platform/windows/windows_api.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace framehand::platform {

namespace {

constexpr std::wstring_view kLong = L"\\\\?\\";
constexpr std::wstring_view kDevice = L"\\\\.\\";
constexpr std::wstring_view kLongShare = L"\\\\?\\UNC\\";
constexpr std::wstring_view kShare = L"\\\\";

/// Parts between backslashes, without ".", with ".." undone, but never the first `kept` ones.
std::vector<std::wstring> normal_parts(std::wstring_view text, std::size_t kept) {
    std::vector<std::wstring> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(L'\\'), text.size());
        const auto part = text.substr(0, end);
        if (part == L"..") {
            if (parts.size() > kept) {
                parts.pop_back();
            }
        } else if (!part.empty() && part != L".") {
            parts.emplace_back(part);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::wstring joined(std::wstring_view root, const std::vector<std::wstring>& parts, std::size_t whole_root) {
    std::wstring text(root);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text.append(i == 0 ? L"" : L"\\").append(parts[i]);
    }
    // "C:" and "\\server\share" are devices, "C:\" and "\\server\share\" their folders.
    return parts.size() <= whole_root ? text + L"\\" : text;
}

bool has_drive(const std::wstring& text) {
    return text.size() >= 3 && text[1] == L':' && text[2] == L'\\';
}

std::wstring made_absolute(const std::wstring& text) {
    const DWORD size = ::GetFullPathNameW(text.c_str(), 0, nullptr, nullptr);
    std::wstring full(size, L'\0');
    full.resize(size == 0 ? 0 : ::GetFullPathNameW(text.c_str(), size, full.data(), nullptr));
    return full;
}

} // namespace

std::wstring long_path(const std::filesystem::path& path) {
    std::wstring text = path.native();
    std::ranges::replace(text, L'/', L'\\');
    if (text.starts_with(kLong) || text.starts_with(kDevice)) {
        return text;
    }
    if (!text.starts_with(kShare) && !has_drive(text)) {
        text = made_absolute(text);
    }
    constexpr std::size_t kServerAndShare = 2;
    constexpr std::size_t kDrive = 1;
    if (text.starts_with(kShare)) {
        return joined(kLongShare, normal_parts(std::wstring_view(text).substr(kShare.size()), kServerAndShare),
                      kServerAndShare);
    }
    return has_drive(text) ? joined(kLong, normal_parts(text, kDrive), kDrive) : text;
}

std::filesystem::path without_prefix(std::wstring path) {
    if (path.starts_with(kLongShare)) {
        path.replace(0, kLongShare.size(), kShare);
    } else if (path.starts_with(kLong) && path.size() > kLong.size() + 1 && path[kLong.size() + 1] == L':') {
        path.erase(0, kLong.size()); // others, as \\?\Volume{...}, have no shorter name
    }
    return {std::move(path)};
}

std::string shown(const std::filesystem::path& path) {
    return to_utf8(path.native());
}

} // namespace framehand::platform
