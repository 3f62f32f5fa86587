// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/reply.h"

#include <charconv>

namespace framehand::redis {

std::optional<std::int64_t> Reply::as_integer() const {
    if (kind == Kind::Integer) {
        return integer;
    }
    const std::string* digits = as_text();
    if (digits == nullptr) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    const char* end = digits->data() + digits->size();
    const auto [stop, error] = std::from_chars(digits->data(), end, value);
    if (error != std::errc{} || stop != end) {
        return std::nullopt;
    }
    return value;
}

std::vector<std::pair<std::string, std::string>> Reply::as_pairs() const {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (std::size_t i = 0; i + 1 < elements.size(); i += 2) {
        const std::string* name = elements[i].as_text();
        const std::string* value = elements[i + 1].as_text();
        pairs.emplace_back(name != nullptr ? *name : "", value != nullptr ? *value : "");
    }
    return pairs;
}

std::vector<std::string> Reply::as_texts() const {
    std::vector<std::string> texts;
    for (const Reply& element : elements) {
        if (const std::string* found = element.as_text()) {
            texts.push_back(*found);
        }
    }
    return texts;
}

} // namespace framehand::redis
