// SPDX-License-Identifier: GPL-3.0-or-later
// publish_package PACKAGE_DIR MANIFEST JOURNAL BUCKET PREFIX [FLAT_NAME]: publishes what framehand-transcoder made, for
// tests/e2e/test_s3.py. Prints where it is. The environment says who asks S3 (core/s3/access.h).
#include "core/base/json.h"
#include "core/s3/cancellable_waiter.h"
#include "core/s3/curl_transport.h"
#include "core/storage/s3_committer.h"
#include "tests/platform/this_system.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

using namespace framehand;

namespace {

base::Result<std::string> publish(const std::vector<std::string>& arguments) {
    s3::Environment environment;
    for (const char* name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_S3_ENDPOINT_URL"}) {
        const char* value = std::getenv(name);
        environment[name] = value == nullptr ? "" : value;
    }
    FH_ASSIGN(s3::Access access, s3::access_from_environment(environment));
    std::ifstream file(arguments[1]);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    FH_ASSIGN(const base::Json json, base::parse_json(text, arguments[1]));
    storage::S3PackageRequest request;
    FH_ASSIGN(request.manifest, jobs::manifest_from_json(json));
    request.job_id = "job-1";
    request.package_dir = arguments[0];
    request.journal = arguments[2];
    request.bucket = arguments[3];
    request.prefix = arguments[4];
    request.flat_name = arguments.size() > 5 ? arguments[5] : "";
    s3::CurlTransport transport;
    s3::CancellableWaiter waiter;
    base::SystemClock clock;
    const test::Disk disk;
    s3::S3Client client(std::move(access), transport, waiter, clock);
    FH_ASSIGN(const storage::S3Receipt receipt, storage::S3Committer(client, disk).publish(request, {}, {}));
    if (receipt.cleanup_error) {
        return *receipt.cleanup_error;
    }
    return receipt.manifest_url;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() < 5) {
        return 2;
    }
    const auto published = publish(arguments);
    std::cout << (published ? *published : published.error().text()) << std::endl;
    return published ? 0 : 1;
}
