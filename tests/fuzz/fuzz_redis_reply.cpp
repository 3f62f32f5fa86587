// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/reply_reader.h"
#include "core/redis/server_error.h"
#include "core/redis/version.h"
#include "tests/fuzz/check.h"

#include <algorithm>
#include <cstdint>

namespace {

using namespace framehand;
using fuzz::check;
using redis::Reply;
using redis::ReplyReader;

constexpr std::size_t kMostElements = 4096;

struct Read {
    std::vector<Reply> replies;
    bool failed = false;

    bool operator==(const Read&) const = default;
};

Read read(std::string_view bytes, std::size_t piece, ReplyReader::Limits limits) {
    ReplyReader reader(limits);
    Read all;
    while (!bytes.empty()) {
        reader.feed(bytes.substr(0, piece));
        bytes.remove_prefix(std::min(piece, bytes.size()));
        for (;;) {
            auto reply = reader.next();
            if (!reply) {
                fuzz::check_error(reply.error());
                all.failed = true;
                return all;
            }
            if (!*reply) {
                break;
            }
            all.replies.push_back(std::move(**reply));
        }
    }
    return all;
}

/// As a server writes it.
void write(const Reply& reply, std::string& out) {
    switch (reply.kind) {
    case Reply::Kind::Nil:
        out += "$-1\r\n";
        return;
    case Reply::Kind::Text:
        out += "$" + std::to_string(reply.text.size()) + "\r\n" + reply.text + "\r\n";
        return;
    case Reply::Kind::Status:
        out += "+" + reply.text + "\r\n";
        return;
    case Reply::Kind::Error:
        out += "-" + reply.text + "\r\n";
        return;
    case Reply::Kind::Integer:
        out += ":" + std::to_string(reply.integer) + "\r\n";
        return;
    case Reply::Kind::Array:
        out += "*" + std::to_string(reply.elements.size()) + "\r\n";
        for (const Reply& element : reply.elements) {
            write(element, out);
        }
    }
}

struct Size {
    std::size_t elements = 0;
    std::size_t bytes = 0;
};

void measure(const Reply& reply, Size& size) {
    size.elements += reply.elements.size();
    size.bytes += reply.text.size();
    for (const Reply& element : reply.elements) {
        measure(element, size);
    }
}

/// What the callers ask of a reply.
void use(const Reply& reply) {
    check(reply.as_pairs().size() == reply.elements.size() / 2);
    check(reply.as_texts().size() <= reply.elements.size());
    if (const auto number = reply.as_integer(); number && reply.kind != Reply::Kind::Integer) {
        check(reply.as_text() != nullptr);
    }
    if (reply.kind == Reply::Kind::Error) {
        fuzz::check_error(redis::server_error(reply.text, "GET"));
        check(reply.text.starts_with(redis::error_word(reply.text)));
    }
    if (const auto version = redis::version_from_info(reply.text)) {
        check(redis::parse_version(redis::to_string(*version)) == version);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = fuzz::text_of(data, size);
    constexpr ReplyReader::Limits kLimits{std::size_t{1} << 20U, kMostElements};
    const Read whole = read(bytes, bytes.size(), kLimits);
    check(read(bytes, 7, kLimits) == whole);
    std::string written;
    for (const Reply& reply : whole.replies) {
        Size found;
        measure(reply, found);
        check(found.elements <= kMostElements && found.bytes <= size);
        use(reply);
        write(reply, written);
    }
    check(read(written, std::max<std::size_t>(written.size(), 1), kLimits) == Read{whole.replies, false});

    constexpr std::size_t kFewBytes = 256;
    constexpr std::size_t kPiece = 64;
    for (const Reply& reply : read(bytes, kPiece, {kFewBytes, 16}).replies) {
        Size found;
        measure(reply, found);
        check(found.elements <= 16 && found.bytes <= kFewBytes + kPiece);
    }
    return 0;
}
