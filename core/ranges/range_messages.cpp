// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ranges/range_messages.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <concepts>

namespace framehand::ranges {

namespace {

using base::ErrorCode;

constexpr std::string_view kMagic = "FHR1";
constexpr unsigned kByteBits = 8;

template <std::unsigned_integral Number>
void put(std::string& out, Number number) {
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
        out.push_back(static_cast<char>(static_cast<unsigned char>(number >> (kByteBits * i))));
    }
}

template <std::unsigned_integral Number>
Number take(std::span<const char> bytes) {
    Number number = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
        number |= static_cast<Number>(static_cast<Number>(static_cast<unsigned char>(bytes[i])) << (kByteBits * i));
    }
    return number;
}

base::Error broken() {
    return base::fail(ErrorCode::CorruptData, "the other end of the ranged input does not keep to its protocol");
}

} // namespace

std::string to_bytes(const Hello& hello) {
    const std::string json = base::dump_json({{"name", hello.name}, {"identity", hello.identity}});
    std::string out(kMagic);
    put(out, hello.size);
    put(out, static_cast<std::uint32_t>(json.size()));
    return out + json;
}

base::Result<std::uint32_t> hello_head(std::span<const char, kHelloHead> head, Hello& hello) {
    if (!std::ranges::equal(head.first(kMagic.size()), kMagic)) {
        return broken();
    }
    hello.size = take<std::uint64_t>(head.subspan(kMagic.size()));
    const auto json = take<std::uint32_t>(head.subspan(kMagic.size() + sizeof(std::uint64_t)));
    return json <= kMostJson ? base::Result<std::uint32_t>(json) : broken();
}

base::Status hello_json(std::string_view json, Hello& hello) {
    FH_ASSIGN(const base::Json parsed, base::parse_json(json, "ranged input"));
    base::JsonReader reader(parsed, "");
    hello.name = reader.required_string("name");
    hello.identity = reader.string_or("identity", "");
    return reader.status() ? base::Status() : broken();
}

std::string to_bytes(const RangeRequest& request) {
    std::string out;
    put(out, request.offset);
    put(out, request.length);
    return out;
}

base::Result<RangeRequest> request_from(std::span<const char, kRequestBytes> bytes) {
    RangeRequest request;
    request.offset = take<std::uint64_t>(bytes);
    request.length = take<std::uint32_t>(bytes.subspan(sizeof(std::uint64_t)));
    if (request.length == 0 || request.length > kMostBytes) {
        return broken();
    }
    return request;
}

std::string answer_head(std::uint32_t length) {
    std::string out;
    put(out, length);
    return out;
}

std::string answer_of(const base::Error& error) {
    std::string json = base::dump_json(base::to_json(error));
    if (json.size() > kMostJson) {
        json = base::dump_json(base::to_json(base::fail(error.code, "the source cannot be read")));
    }
    return answer_head(kFailed + static_cast<std::uint32_t>(json.size())) + json;
}

std::uint32_t answer_from(std::span<const char, kAnswerHead> head) {
    return take<std::uint32_t>(head);
}

} // namespace framehand::ranges
