// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "platform/windows/handle.h"

#include <string>
#include <string_view>

namespace framehand::platform {

constexpr std::string_view kSystemSid = "S-1-5-18";
constexpr std::string_view kAdministratorsSid = "S-1-5-32-544";

/// Who a token stands for: "S-1-5-21-...".
[[nodiscard]] base::Result<std::string> user_of(HANDLE token);
/// True if the token is a member now; an administrator's token without his powers is no member.
[[nodiscard]] bool is_member(HANDLE token, std::string_view group_sid);
/// Of this process.
[[nodiscard]] base::Result<std::string> own_user();
/// "DESKTOP\\anna", or the SID itself where nobody knows a name.
[[nodiscard]] std::string account_name(const std::string& sid);

/// Whose an object of the kernel is; the handle must have READ_CONTROL, as one for reading has.
[[nodiscard]] base::Result<std::string> owner_of(HANDLE object);

/// What a text in Windows' own language for it says ("D:P(A;;FA;;;SY)"), for calls that make an object.
[[nodiscard]] base::Result<LocalMemory<void>> security_descriptor(const std::string& text);

/// A security descriptor that lets the own user and SYSTEM do all, and nobody else anything. It inherits nothing.
class PrivateSecurity {
public:
    [[nodiscard]] static base::Result<PrivateSecurity> create();

    /// For calls that make a kernel object; valid as long as this. The handle is not inherited.
    [[nodiscard]] SECURITY_ATTRIBUTES attributes() const;

private:
    explicit PrivateSecurity(LocalMemory<void> descriptor) : m_descriptor(std::move(descriptor)) {}

    LocalMemory<void> m_descriptor;
};

} // namespace framehand::platform
