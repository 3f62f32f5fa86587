// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/program_arguments.h"

#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"

#include <shellapi.h>

namespace framehand::platform {

std::vector<std::string> program_arguments() {
    int count = 0;
    const LocalMemory<wchar_t*> list(::CommandLineToArgvW(::GetCommandLineW(), &count));
    std::vector<std::string> arguments;
    for (int i = 0; list && i < count; ++i) {
        arguments.push_back(to_utf8(list.get()[i]));
    }
    return arguments;
}

} // namespace framehand::platform
