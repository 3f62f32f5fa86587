// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace framehand::base {

/// A value or an Error; cannot be ignored. A thin nodiscard shell over tl::expected, with its interface (what is given
/// to and_then() must return a `Result<T>::Base`).
template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using Base = tl::expected<T, Error>;
    using Base::Base;

    Result(Base other) : Base(std::move(other)) {} // NOLINT(google-explicit-constructor): map() returns the base

    Result(Error error) : Base(tl::unexpect, std::move(error)) {} // NOLINT: `return Error{...};` is the house style
};

using Status = Result<void>;

/// Shorthand for `return fail(ErrorCode::NotFound, "...")`.
[[nodiscard]] inline Error fail(ErrorCode code, std::string message, std::string cause = {}) {
    return Error{code, std::move(message), std::move(cause)};
}

} // namespace framehand::base

/// Leaves the enclosing function with the error of `expression`, if it has one.
#define FH_TRY(expression)                                                                                             \
    if (auto fh_status = (expression); !fh_status) {                                                                   \
        return ::framehand::base::Error(std::move(fh_status.error()));                                                 \
    }                                                                                                                  \
    static_assert(true)

#define FH_CONCAT_IMPL(a, b) a##b
#define FH_CONCAT(a, b) FH_CONCAT_IMPL(a, b)

/// `FH_ASSIGN(auto x, f());` declares x with the value of f(), or leaves the enclosing function with f()'s error.
#define FH_ASSIGN(declaration, expression)                                                                             \
    auto FH_CONCAT(fh_result_, __LINE__) = (expression);                                                               \
    if (!FH_CONCAT(fh_result_, __LINE__)) {                                                                            \
        return ::framehand::base::Error(std::move(FH_CONCAT(fh_result_, __LINE__).error()));                           \
    }                                                                                                                  \
    declaration = std::move(*FH_CONCAT(fh_result_, __LINE__))
