// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_kind.h"

#include "core/sources/bull_dialect.h"

#include <charconv>
#include <memory>
#include <utility>

namespace framehand::sources {

namespace {

using base::ErrorCode;

constexpr int kFirstMajor = 3;
constexpr int kLastMajor = 6;

} // namespace

base::Result<std::optional<BullKind>> bull_kind(const std::string& queue, BullExpected expected,
                                                const std::optional<std::string>& version, bool its_stream,
                                                bool has_ids) {
    std::optional<BullKind> kind;
    constexpr std::string_view kName = "bullmq:";
    if (version && version->starts_with(kName)) {
        int major = 0;
        std::from_chars(version->data() + kName.size(), version->data() + version->size(), major);
        if (major < kFirstMajor || major > kLastMajor) {
            return base::fail(ErrorCode::Unsupported, "the queue " + queue + " is kept by BullMQ " +
                                                          version->substr(kName.size()) +
                                                          "; versions 3 to 6 are known here");
        }
        kind = BullKind::BullMq;
    } else if (version) {
        return base::fail(ErrorCode::Unsupported,
                          "the queue " + queue + " is kept by " + *version + ", which is neither BullMQ nor Bull");
    } else if (its_stream) {
        kind = BullKind::BullMq;
    } else if (has_ids) {
        kind = BullKind::Bull;
    }
    if (kind && ((expected == BullExpected::BullMq && *kind != BullKind::BullMq) ||
                 (expected == BullExpected::Bull && *kind != BullKind::Bull))) {
        return base::fail(ErrorCode::Unsupported, "the queue " + queue + " is kept by " + std::string(title_of(*kind)) +
                                                      ", and the settings say otherwise");
    }
    return kind;
}

void find_bull_kind(redis::Connection& connection, const std::string& prefix, const std::string& queue,
                    BullExpected expected, std::function<void(base::Result<std::optional<BullKind>>)> done) {
    const BullKeys keys(prefix, queue);
    // One after the other at the server: the last answer says that all are there.
    auto fields = std::make_shared<base::Result<redis::Reply>>(redis::Reply{});
    auto stream = std::make_shared<bool>(false);
    connection.call({"HMGET", keys("meta"), "version", "opts.maxLenEvents"},
                    [fields](base::Result<redis::Reply> reply) { *fields = std::move(reply); });
    // A producer of BullMQ may write of itself only after its first job, and then this stream is there.
    connection.call({"EXISTS", keys("events")}, [stream](const base::Result<redis::Reply>& reply) {
        *stream = reply && reply->as_integer().value_or(0) > 0;
    });
    connection.call({"EXISTS", keys("id")}, [fields, stream, keys, queue, expected,
                                             done = std::move(done)](const base::Result<redis::Reply>& exists) {
        if (!*fields || !exists) {
            const auto& error = *fields ? exists.error() : fields->error();
            done(error.code == ErrorCode::InvalidArgument
                     ? base::fail(ErrorCode::Unsupported,
                                  "the keys of " + keys.base() + " are no queue of BullMQ or Bull", error.text())
                     : error);
            return;
        }
        std::optional<std::string> version;
        const auto& elements = (*fields)->elements;
        if (!elements.empty() && elements[0].as_text() != nullptr) {
            version = *elements[0].as_text();
        }
        done(bull_kind(queue, expected, version, *stream || (elements.size() > 1 && !elements[1].is_nil()),
                       exists->as_integer().value_or(0) > 0));
    });
}

} // namespace framehand::sources
