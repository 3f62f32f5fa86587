// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/local_stream.h"

#include <memory>
#include <string>

namespace framehand::test {

/// For jobs that do not read their source in ranges.
class NoStreams final : public ports::LocalStreams {
public:
    [[nodiscard]] base::Result<std::unique_ptr<ports::LocalListener>> listen() override {
        return base::fail(base::ErrorCode::Unsupported, "there are no streams here");
    }

    [[nodiscard]] base::Result<std::unique_ptr<ports::LocalStream>> connect(const std::string& /*address*/) override {
        return base::fail(base::ErrorCode::Unsupported, "there are no streams here");
    }
};

} // namespace framehand::test
