// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sources/contract/source_world.h"

#include <gtest/gtest.h>

#include <memory>

namespace framehand::test {

/// The suite that every source passes; source_world.h says how one is added.
class SourceContract : public testing::TestWithParam<WorldMaker> {
protected:
    std::unique_ptr<SourceWorld> world = GetParam().make();
};

} // namespace framehand::test
