// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/command_bytes.h"

#include <hiredis/hiredis.h>
#include <memory>
#include <vector>

namespace framehand::redis {

namespace {

struct CommandDeleter {
    void operator()(char* command) const { redisFreeCommand(command); }
};

} // namespace

std::string command_bytes(const Command& command) {
    std::vector<const char*> arguments;
    std::vector<std::size_t> lengths;
    for (const std::string& argument : command) {
        arguments.push_back(argument.data());
        lengths.push_back(argument.size());
    }
    char* formatted = nullptr;
    const int length =
        redisFormatCommandArgv(&formatted, static_cast<int>(arguments.size()), arguments.data(), lengths.data());
    const std::unique_ptr<char, CommandDeleter> owner(formatted);
    return length > 0 ? std::string(formatted, static_cast<std::size_t>(length)) : std::string();
}

} // namespace framehand::redis
