// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_error.h"

#include <cerrno>
#include <utility>

namespace framehand::base {

Error error_from_code(const std::error_code& code, std::string message) {
    const auto meaning = code.default_error_condition();
    const int number = meaning.category() == std::generic_category() ? meaning.value() : EIO;
    Error error = error_from_errno(number, std::move(message));
    error.cause = code.message();
    return error;
}

} // namespace framehand::base
