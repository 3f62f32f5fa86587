// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/secret_input.h"

namespace framehand::platform {

/// Standard input of this process; in a console nothing of what is typed is shown.
class WindowsSecretInput final : public ports::SecretInput {
public:
    [[nodiscard]] std::unique_ptr<Question> ask(const std::string& prompt, Done done) override;
};

} // namespace framehand::platform
