// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/signer.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <map>

namespace framehand::s3 {

namespace {

QByteArrayView view_of(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Values with their inner runs of spaces made one, as the specification's Trim().
std::string trimmed(std::string_view value) {
    std::string out;
    for (const char c : base::trim(value)) {
        if (c != ' ' || !out.ends_with(' ')) {
            out.push_back(c);
        }
    }
    return out;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

} // namespace

std::string hmac_sha256(std::string_view key, std::string_view text) {
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, view_of(key).toByteArray());
    code.addData(text.data(), static_cast<qsizetype>(text.size()));
    return code.result().toStdString();
}

std::string amz_date(base::WallTime time) {
    std::string out;
    for (const char c : base::to_rfc3339(time)) { // 2013-05-24T00:00:00.000Z
        if (c == '.') {
            break;
        }
        if (c != '-' && c != ':') {
            out.push_back(c);
        }
    }
    return out + "Z";
}

std::string authorization(const SignedRequest& request, std::string_view date, const std::string& access_key,
                          const base::Secret& secret_key, const std::string& region) {
    std::map<std::string, std::string> headers;
    for (const auto& [name, value] : request.headers) {
        headers[lower(name)] = trimmed(value);
    }
    std::string lines;
    std::string names;
    for (const auto& [name, value] : headers) {
        lines.append(name).append(":").append(value).append("\n");
        names.append(names.empty() ? "" : ";").append(name);
    }
    const std::string canonical = request.method + "\n" + request.path + "\n" + request.query + "\n" + lines + "\n" +
                                  names + "\n" + request.payload_sha256;
    const std::string day(date.substr(0, 8));
    const std::string scope = day + "/" + region + "/s3/aws4_request";
    const std::string text =
        "AWS4-HMAC-SHA256\n" + std::string(date) + "\n" + scope + "\n" + base::sha256_hex(canonical);
    std::string key = "AWS4" + secret_key.reveal();
    for (const std::string& part : {day, region, std::string("s3"), std::string("aws4_request")}) {
        key = hmac_sha256(key, part);
    }
    return "AWS4-HMAC-SHA256 Credential=" + access_key + "/" + scope + ",SignedHeaders=" + names +
           ",Signature=" + base::to_hex(hmac_sha256(key, text));
}

} // namespace framehand::s3
