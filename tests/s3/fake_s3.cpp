// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/s3/fake_s3.h"

#include "core/base/text.h"
#include "core/s3/uri.h"

#include <charconv>

namespace framehand::test {

namespace {

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out.push_back(text[i]);
            continue;
        }
        int value = 0;
        std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16);
        out.push_back(static_cast<char>(value));
        i += 2;
    }
    return out;
}

s3::HttpAnswer failed(int status, const std::string& code) {
    return {status, {}, "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no</Message></Error>"};
}

std::string etag_of(const FakeS3::Object& object) {
    return "\"" + std::to_string(object.version) + "\"";
}

std::string header_of(const s3::Headers& headers, const std::string& name) {
    for (const auto& [key, value] : headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

} // namespace

std::string FakeS3::Sent::header(const std::string& name) const {
    return header_of(headers, name);
}

void FakeS3::put(const std::string& key, std::string bytes) {
    objects[key] = {std::move(bytes), "", ++m_version};
}

std::optional<std::string> FakeS3::content(const std::string& key) const {
    const auto found = objects.find(key);
    return found == objects.end() ? std::nullopt : std::optional(found->second.bytes);
}

std::vector<std::string> FakeS3::keys() const {
    std::vector<std::string> names;
    for (const auto& [key, object] : objects) {
        names.push_back(key);
    }
    return names;
}

base::Result<s3::HttpAnswer> FakeS3::send(const s3::HttpRequest& request, const std::string& what,
                                          const base::CancelToken& cancel) {
    sent.push_back({request.method, request.url, request.headers, request.body.size()});
    if (on_send) {
        on_send(sent.back());
    }
    if (cancel.cancelled()) {
        return base::fail(base::ErrorCode::Cancelled, what, "cancelled");
    }
    if (dies_at && sent.size() > *dies_at) {
        return base::fail(base::ErrorCode::Unavailable, what, "nobody answers");
    }
    if (!instead.empty()) {
        auto answer = std::move(instead.front());
        instead.pop_front();
        return answer;
    }
    const auto url = s3::parse_http_url(request.url);
    std::map<std::string, std::string> query;
    if (const auto mark = request.url.find('?'); mark != std::string::npos) {
        for (const std::string& pair : base::split(std::string_view(request.url).substr(mark + 1), '&')) {
            const auto equals = pair.find('=');
            query[decoded(pair.substr(0, equals))] = decoded(pair.substr(equals + 1));
        }
    }
    const std::string path = decoded(url->path);
    constexpr std::string_view kBucket = "/films";
    if (!path.starts_with(kBucket)) {
        return failed(404, "NoSuchBucket");
    }
    return answer(request, path.substr(std::min(kBucket.size() + 1, path.size())), query);
}

s3::HttpAnswer FakeS3::answer(const s3::HttpRequest& request, const std::string& key,
                              const std::map<std::string, std::string>& query) {
    if (key.empty()) {
        return list(query);
    }
    if (query.contains("uploads") || query.contains("uploadId")) {
        return upload(request, key, query);
    }
    if (request.method == "PUT") {
        objects[key] = {std::string(request.body), header_of(request.headers, "Content-Type"), ++m_version};
        return {200, {{"etag", etag_of(objects[key])}}, ""};
    }
    if (request.method == "DELETE") {
        objects.erase(key);
        return {204, {}, ""};
    }
    return get(request, key);
}

s3::HttpAnswer FakeS3::get(const s3::HttpRequest& request, const std::string& key) {
    const auto found = objects.find(key);
    if (found == objects.end()) {
        return failed(404, "NoSuchKey");
    }
    const Object& object = found->second;
    const std::string wanted = header_of(request.headers, "If-Match");
    if (!wanted.empty() && wanted != etag_of(object)) {
        return failed(412, "PreconditionFailed");
    }
    s3::HttpAnswer answer{200, {{"etag", etag_of(object)}, {"content-type", object.type}}, ""};
    answer.headers["content-length"] = std::to_string(object.bytes.size());
    if (request.method == "HEAD") {
        return answer;
    }
    const std::string range = header_of(request.headers, "Range");
    if (range.empty()) {
        answer.body = object.bytes;
        return answer;
    }
    const auto parts = base::split(std::string_view(range).substr(6), '-');
    const std::size_t first = std::stoull(parts[0]);
    const std::size_t last = std::min<std::size_t>(std::stoull(parts[1]), object.bytes.size() - 1);
    answer.status = 206;
    answer.body = object.bytes.substr(first, last - first + 1);
    return answer;
}

s3::HttpAnswer FakeS3::list(const std::map<std::string, std::string>& query) const {
    const std::string prefix = query.contains("prefix") ? query.at("prefix") : "";
    const std::string after = query.contains("continuation-token") ? query.at("continuation-token") : "";
    std::string xml = "<ListBucketResult>";
    std::size_t count = 0;
    std::string last;
    bool truncated = false;
    for (const auto& [key, object] : objects) {
        if (!key.starts_with(prefix) || key <= after) {
            continue;
        }
        truncated = count == page;
        if (truncated) {
            break;
        }
        xml += "<Contents><Key>" + key + "</Key><Size>" + std::to_string(object.bytes.size()) + "</Size></Contents>";
        last = key;
        ++count;
    }
    xml += truncated ? "<IsTruncated>true</IsTruncated><NextContinuationToken>" + last + "</NextContinuationToken>"
                     : "<IsTruncated>false</IsTruncated>";
    return {200, {}, xml + "</ListBucketResult>"};
}

s3::HttpAnswer FakeS3::upload(const s3::HttpRequest& request, const std::string& key,
                              const std::map<std::string, std::string>& query) {
    if (query.contains("uploads")) {
        const std::string id = "id" + std::to_string(++m_version);
        uploads[id + " " + key];
        return {
            200, {}, "<InitiateMultipartUploadResult><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>"};
    }
    const auto found = uploads.find(query.at("uploadId") + " " + key);
    if (found == uploads.end()) {
        return failed(404, "NoSuchUpload");
    }
    if (request.method == "PUT") {
        found->second[std::stoi(query.at("partNumber"))] = request.body;
        return {200, {{"etag", "\"part" + query.at("partNumber") + "\""}}, ""};
    }
    if (request.method == "POST") {
        Object object{"", "", ++m_version};
        for (const auto& [number, bytes] : found->second) {
            object.bytes += bytes;
        }
        objects[key] = std::move(object);
    }
    uploads.erase(found);
    return {request.method == "POST" ? 200 : 204, {}, "<CompleteMultipartUploadResult/>"};
}

} // namespace framehand::test
