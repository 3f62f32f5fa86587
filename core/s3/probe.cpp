// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/probe.h"

#include "core/s3/file_transfer.h"

namespace framehand::s3 {

namespace {

constexpr const char* kName = "framehand-test-of-access.json";
constexpr std::string_view kContent = "{}\n";

std::optional<base::Error> error_of(const base::Status& status) {
    return status ? std::nullopt : std::optional(status.error());
}

bool is_final(const base::Error& error) {
    return can_help(error) || error.code == base::ErrorCode::Cancelled || error.code == base::ErrorCode::NotFound ||
           error.code == base::ErrorCode::InvalidArgument;
}

} // namespace

base::Result<ProbeReport> probe(S3Client& client, const std::string& bucket, const std::string& prefix,
                                const base::CancelToken& cancel) {
    ProbeReport report;
    report.bucket = bucket;
    if (const auto listed = client.list(bucket, prefix, "", cancel); !listed) {
        if (is_final(listed.error())) {
            return listed.error();
        }
        report.list = listed.error();
    }
    const ObjectName object{bucket, prefix + kName};
    const base::Status written = client.put(object, kContent, "application/json", cancel);
    if (!written && is_final(written.error())) {
        return written.error();
    }
    report.write = error_of(written);
    const auto read = client.get(object, kContent.size(), cancel);
    if (!read && (written || read.error().code != base::ErrorCode::NotFound)) {
        report.read = read.error();
    }
    report.remove = error_of(client.remove(object, cancel));
    return report;
}

} // namespace framehand::s3
