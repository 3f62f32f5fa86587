// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/server_error.h"

#include "core/base/result.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace framehand::redis {

using base::ErrorCode;

namespace {

constexpr std::string_view kRefused = "the Redis server refused ";
constexpr std::size_t kLongestWords = 500;

struct Meaning {
    std::string_view word;
    ErrorCode code;
};

constexpr std::array kMeanings{
    Meaning{"LOADING", ErrorCode::Unavailable},     Meaning{"BUSY", ErrorCode::Unavailable},
    Meaning{"MASTERDOWN", ErrorCode::Unavailable},  Meaning{"CLUSTERDOWN", ErrorCode::Unavailable},
    Meaning{"TRYAGAIN", ErrorCode::Unavailable},    Meaning{"NOREPLICAS", ErrorCode::Unavailable},
    Meaning{"UNKILLABLE", ErrorCode::Unavailable},  Meaning{"READONLY", ErrorCode::Unavailable},
    Meaning{"MISCONF", ErrorCode::Unavailable},     Meaning{"OOM", ErrorCode::Unavailable},
    Meaning{"NOAUTH", ErrorCode::PermissionDenied}, Meaning{"WRONGPASS", ErrorCode::PermissionDenied},
    Meaning{"NOPERM", ErrorCode::PermissionDenied}, Meaning{"DENIED", ErrorCode::PermissionDenied},
    Meaning{"NOSCRIPT", ErrorCode::NotFound},       Meaning{"NOGROUP", ErrorCode::NotFound},
    Meaning{"BUSYGROUP", ErrorCode::AlreadyExists}, Meaning{"BUSYKEY", ErrorCode::AlreadyExists},
};

/// Refusals that have no code of their own, by how they begin.
constexpr std::array kPlainMeanings{
    Meaning{"ERR max number of clients", ErrorCode::Unavailable},
    Meaning{"ERR invalid password", ErrorCode::PermissionDenied},
    Meaning{"ERR AUTH ", ErrorCode::PermissionDenied},
    Meaning{"ERR unknown command", ErrorCode::Unsupported},
    Meaning{"ERR unknown subcommand", ErrorCode::Unsupported},
};

ErrorCode code_of(std::string_view words) {
    const std::string_view word = error_word(words);
    for (const Meaning& meaning : kMeanings) {
        if (word == meaning.word) {
            return meaning.code;
        }
    }
    if (words.starts_with("ERR Error running script")) {
        // Before version 7 the code of what a script called stands somewhere behind.
        for (const Meaning& meaning : kMeanings) {
            if (words.find(" " + std::string(meaning.word) + " ") != std::string_view::npos ||
                words.find("-" + std::string(meaning.word) + " ") != std::string_view::npos) {
                return meaning.code;
            }
        }
    }
    for (const Meaning& meaning : kPlainMeanings) {
        if (words.starts_with(meaning.word)) {
            return meaning.code;
        }
    }
    return ErrorCode::InvalidArgument;
}

} // namespace

std::string_view error_word(std::string_view words) {
    const std::string_view word = words.substr(0, words.find(' '));
    const bool is_code =
        !word.empty() && std::ranges::all_of(word, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    return is_code ? word : std::string_view{};
}

base::Error server_error(std::string_view words, std::string_view subject) {
    return base::fail(code_of(words), std::string(kRefused) + std::string(subject),
                      base::shortened(words, kLongestWords));
}

bool is_server_error(const base::Error& error) {
    return error.message.starts_with(kRefused);
}

bool has_error_word(const base::Error& error, std::string_view word) {
    return error_word(error.cause) == word;
}

} // namespace framehand::redis
