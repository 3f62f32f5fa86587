// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/reading.h"

#include <string>
#include <vector>

namespace framehand::ports {

/// Which programs run on this machine. Owner's thread; reads for some milliseconds.
class RunningPrograms {
public:
    virtual ~RunningPrograms() = default;
    /// Those of `names` that run now, in their order. A name is a program's file name, as people know it.
    [[nodiscard]] virtual Reading<std::vector<std::string>> running(const std::vector<std::string>& names) const = 0;
    /// Those of this user that run now, each once, in the order of the alphabet: names that running() knows.
    [[nodiscard]] virtual Reading<std::vector<std::string>> own() const = 0;
};

} // namespace framehand::ports
