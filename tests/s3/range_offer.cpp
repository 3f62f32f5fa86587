// SPDX-License-Identifier: GPL-3.0-or-later
// range_offer FOLDER SOURCE: offers an http(s) URL or an "s3://bucket/key" in ranges, at a socket in FOLDER whose path
// it prints, until its standard input ends. The environment says who asks S3 (core/s3/access.h).
#include "core/base/log_sinks.h"
#include "core/ranges/range_server.h"
#include "core/s3/cancellable_waiter.h"
#include "core/s3/curl_transport.h"
#include "core/s3/http_range_reader.h"
#include "core/s3/s3_range_reader.h"
#include "tests/platform/this_system.h"

#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

using namespace framehand;

namespace {

s3::Environment environment() {
    s3::Environment found;
    for (const char* name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_S3_ENDPOINT_URL"}) {
        if (const char* value = std::getenv(name)) {
            found[name] = value;
        }
    }
    return found;
}

struct Offer {
    base::SystemClock clock;
    s3::CancellableWaiter waiter;
    s3::CurlTransport transport{{base::Duration{2000}, base::Duration{5000}}};
    s3::RetryPolicy retries{4, base::Duration{100}, base::Duration{400}};
    std::optional<s3::S3Client> client;

    base::Result<std::unique_ptr<ports::RangeReader>> open(const std::string& source) {
        if (!source.starts_with("s3://")) {
            FH_ASSIGN(auto reader, s3::HttpRangeReader::open(transport, waiter, source, {}, retries));
            return std::unique_ptr<ports::RangeReader>(std::move(reader));
        }
        FH_ASSIGN(s3::Access access, s3::access_from_environment(environment()));
        FH_ASSIGN(s3::ObjectName object, s3::parse_s3_url(source));
        client.emplace(std::move(access), transport, waiter, clock, retries);
        FH_ASSIGN(auto reader, s3::S3RangeReader::open(*client, std::move(object), {}));
        return std::unique_ptr<ports::RangeReader>(std::move(reader));
    }
};

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        return 2;
    }
    Offer offer;
    const auto streams = test::make_local_streams(argv[1]);
    const base::Logger logger(std::make_shared<base::JsonLineSink>(std::cerr), offer.clock, base::LogLevel::Info);
    auto source = offer.open(argv[2]);
    if (!source) {
        std::cout << "error " << source.error().text() << std::endl;
        return 1;
    }
    auto server = ranges::RangeServer::start(*streams, std::move(*source), logger);
    if (!server) {
        std::cout << "error " << server.error().text() << std::endl;
        return 1;
    }
    std::cout << (*server)->address() << std::endl;
    while (std::cin.get() != std::char_traits<char>::eof()) {
    }
    return 0;
}
