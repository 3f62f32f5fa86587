// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/origin_guard.h"

#include <gtest/gtest.h>

namespace framehand::orchestrator {
namespace {

using base::ErrorCode;
using Reach = OriginGuard::Reach;

struct Case {
    Reach reach;
    const char* host;
    const char* origin;
    bool allowed;
};

TEST(OriginGuard, KeepsStrangersPagesOut) {
    const std::vector<Case> cases{
        {Reach::Loopback, "127.0.0.1:8787", "", true},
        {Reach::Loopback, "localhost:8787", "", true},
        {Reach::Loopback, "LOCALHOST", "", true},
        {Reach::Loopback, "[::1]:8787", "", true},
        {Reach::Loopback, "media.example.org", "", true},
        {Reach::Loopback, "evil.example:8787", "", false}, // a name that was pointed at 127.0.0.1
        {Reach::Loopback, "127.0.0.1:8787", "http://127.0.0.1:8787", true},
        {Reach::Loopback, "localhost:8787", "http://LocalHost:8787", true},
        {Reach::Loopback, "127.0.0.1:8787", "http://127.0.0.1:9999", false},
        {Reach::Loopback, "127.0.0.1:8787", "http://evil.example", false},
        {Reach::Loopback, "127.0.0.1:8787", "null", false},
        {Reach::Loopback, "127.0.0.1:8787", "file://", false},
        {Reach::Loopback, "127.0.0.1:8787", "http://127.0.0.1:8787.evil.example", false},
        {Reach::Loopback, "media.example.org", "https://media.example.org", true}, // behind a TLS proxy
        {Reach::Network, "nas.fritz.box:8787", "", true},                          // a worker that knows it by name
        {Reach::Network, "192.168.1.5:8787", "http://192.168.1.5:8787", true},
        {Reach::Network, "evil.example:8787", "http://evil.example:8787", false},
        {Reach::Network, "192.168.1.5:8787", "http://evil.example", false},
    };
    for (const auto& item : cases) {
        const OriginGuard guard(item.reach, {"Media.Example.org"});
        HttpRequest request;
        request.headers["host"] = item.host;
        if (*item.origin != '\0') {
            request.headers["origin"] = item.origin;
        }
        const auto status = guard.check(request);
        EXPECT_EQ(status.has_value(), item.allowed) << item.host << " " << item.origin;
        if (!status) {
            EXPECT_EQ(status.error().code, ErrorCode::PermissionDenied);
        }
    }
}

TEST(OriginGuard, RefusesAMissingOrMalformedHost) {
    const OriginGuard guard(Reach::Network, {});
    for (const auto* host : {"", "a b", "[::1", "host:port", "a, b", "user@host", "host/path"}) {
        HttpRequest request;
        request.headers["host"] = host;
        const auto status = guard.check(request);
        ASSERT_FALSE(status) << host;
        EXPECT_EQ(status.error().code, ErrorCode::InvalidArgument) << host;
    }
}

TEST(OriginGuard, KnowsLoopbackAddresses) {
    for (const auto* address : {"127.0.0.1", "127.1.2.3", "localhost", "::1"}) {
        EXPECT_EQ(OriginGuard::reach_of(address), Reach::Loopback) << address;
    }
    for (const auto* address : {"0.0.0.0", "::", "192.168.1.5", "1.127.0.1"}) {
        EXPECT_EQ(OriginGuard::reach_of(address), Reach::Network) << address;
    }
}

} // namespace
} // namespace framehand::orchestrator
