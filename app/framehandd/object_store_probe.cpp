// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/object_store_probe.h"

#include "core/base/text.h"
#include "core/s3/cancellable_waiter.h"
#include "core/s3/curl_transport.h"
#include "core/s3/probe.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace framehand::daemon {

using base::ErrorCode;
using sources::SourceFinding;
using Health = SourceFinding::Health;

namespace {

constexpr s3::TransferLimits kLimits{base::Duration{6'000}, base::Duration{8'000}};
/// Nobody's, most likely: what is said of it tells whether the server takes the keys.
constexpr const char* kNoBucket = "framehand-test-of-access";

const std::string kSetKeys = "set them: framehandctl secret set s3-access-key, and the same with s3-secret-key";

std::string place_of(const s3::Access& access) {
    return access.endpoint.empty() ? "Amazon S3 (" + access.region + ")" : access.endpoint;
}

/// The server's own words for keys that it does not take.
bool refuses_keys(const base::Error& error) {
    constexpr std::array kCodes{"InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken"};
    return std::ranges::any_of(kCodes, [&](const char* code) { return error.cause.find(code) != std::string::npos; });
}

SourceFinding keys_refused(const s3::Access& access, const base::Error& error) {
    return {"server", Health::Problem, place_of(access) + " refuses the keys: " + error.cause, kSetKeys, ""};
}

SourceFinding reached(const s3::Access& access) {
    return {"server", Health::Ok, "object storage answers at " + place_of(access), "", ""};
}

SourceFinding not_reached(const s3::Access& access, const base::Error& error) {
    return {"server", Health::Problem, "no object storage answers at " + place_of(access) + ": " + error.text(),
            "see whether it runs there, or correct the address: framehandctl config set s3_endpoint "
            "http://server:9000",
            "s3_endpoint"};
}

/// Null where what was tried works.
const base::Error* first_error(const s3::ProbeReport& report) {
    for (const auto* error : {&report.list, &report.write, &report.read, &report.remove}) {
        if (*error) {
            return &**error;
        }
    }
    return nullptr;
}

SourceFinding judged(const ProbedBucket& bucket, const s3::ProbeReport& report) {
    const std::string what = "bucket " + bucket.name;
    std::string denied;
    const auto say = [&denied](const std::optional<base::Error>& error, const std::string& verb) {
        if (error) {
            denied += (denied.empty() ? "" : ", ") + verb + " (" + error->cause + ")";
        }
    };
    if (bucket.use == ProbedBucket::Use::Inputs) {
        say(report.read, "read");
        return denied.empty() ? SourceFinding{what, Health::Ok, "may be read", "", ""}
                              : SourceFinding{what, Health::Problem, "these keys may not " + denied,
                                              "give them the right to read the objects of this bucket", ""};
    }
    say(report.write, "write");
    say(report.read, "read");
    say(report.remove, "remove");
    if (!denied.empty()) {
        return {what, Health::Problem, "these keys may not " + denied,
                "give them the right to read, write and remove the objects of this bucket", ""};
    }
    if (report.list) {
        return {what, Health::Warning, "may be read and written, but not listed",
                "give these keys the right to list this bucket, by which unfinished uploads are found", ""};
    }
    return {what, Health::Ok, "may be read, written and listed", "", ""};
}

std::vector<SourceFinding> look(const s3::Access& access, const std::vector<ProbedBucket>& buckets,
                                const base::Clock& clock, const base::CancelToken& cancel) {
    s3::CurlTransport transport(kLimits);
    s3::CancellableWaiter waiter;
    s3::S3Client client(access, transport, waiter, clock, s3::RetryPolicy{.tries = 1});
    if (buckets.empty()) {
        const auto listed = client.list(kNoBucket, "", "", cancel);
        if (listed || listed.error().code == ErrorCode::NotFound) {
            return {reached(access),
                    {"buckets", Health::Ok, "the keys are taken; which buckets are used only the jobs say", "", ""}};
        }
        if (listed.error().code == ErrorCode::PermissionDenied && !refuses_keys(listed.error())) {
            return {reached(access),
                    {"buckets", Health::Warning,
                     "the server does not say whether it takes the keys: " + listed.error().cause,
                     "nothing to do if jobs go well", ""}};
        }
        return {refuses_keys(listed.error()) ? keys_refused(access, listed.error())
                                             : not_reached(access, listed.error())};
    }
    std::vector<SourceFinding> found{reached(access)};
    for (const auto& bucket : buckets) {
        const auto report = s3::probe(client, bucket.name, "", cancel);
        if (report) {
            const auto* error = first_error(*report);
            if (error != nullptr && refuses_keys(*error)) {
                return {keys_refused(access, *error)};
            }
            found.push_back(judged(bucket, *report));
        } else if (report.error().code == ErrorCode::NotFound) {
            found.push_back({"bucket " + bucket.name, Health::Problem, "there is no such bucket",
                             bucket.setting.empty() ? "make it, or correct its name in the environment"
                                                    : "make it, or correct " + bucket.setting,
                             bucket.setting});
        } else if (refuses_keys(report.error())) {
            return {keys_refused(access, report.error())};
        } else if (report.error().code == ErrorCode::InvalidArgument) {
            found.push_back({"bucket " + bucket.name, Health::Problem, report.error().text(),
                             "correct " + bucket.setting, bucket.setting});
        } else {
            return {not_reached(access, report.error())};
        }
    }
    return found;
}

} // namespace

struct ObjectStoreProbe::Work {
    s3::Access access;
    std::vector<ProbedBucket> buckets;
    std::vector<SourceFinding> found;
};

ObjectStoreProbe::ObjectStoreProbe(s3::Access access, std::vector<ProbedBucket> buckets, DiskTasks& tasks,
                                   const base::Clock& clock, ports::Timers& timers)
    : SourceProbe(timers), m_tasks(tasks), m_clock(clock),
      m_work(std::make_shared<Work>(Work{std::move(access), std::move(buckets), {}})) {
}

ObjectStoreProbe::~ObjectStoreProbe() {
    m_cancel.cancel();
}

void ObjectStoreProbe::begin() {
    const auto& access = m_work->access;
    if (access.endpoint.empty() && access.access_key.empty()) {
        add({"server", Health::Problem, "no object storage is set",
             "framehandctl config set s3_endpoint http://server:9000, and its keys with framehandctl secret set",
             "s3_endpoint"});
        finish();
        return;
    }
    if (const auto checked = s3::check_access(access); !checked) {
        add({"server", Health::Problem, checked.error().text(),
             access.access_key.empty() || access.secret_key.reveal().empty() ? kSetKeys : "correct that",
             "s3_endpoint"});
        finish();
        return;
    }
    m_tasks.run([work = m_work, &clock = m_clock,
                 cancel = m_cancel.token()] { work->found = look(work->access, work->buckets, clock, cancel); },
                m_guard.wrap([this] {
                    for (auto& finding : m_work->found) {
                        add(std::move(finding));
                    }
                    finish();
                }));
}

SourceFinding ObjectStoreProbe::silence() const {
    return {"server", Health::Problem,
            "the object storage at " + place_of(m_work->access) + " has not answered for " +
                base::humanize_duration(kPatience),
            "see whether it hangs, or correct s3_endpoint", "s3_endpoint"};
}

} // namespace framehand::daemon
