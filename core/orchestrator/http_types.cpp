// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/http_types.h"

#include "core/base/text.h"

#include <algorithm>
#include <cctype>

namespace framehand::orchestrator {

using base::ErrorCode;
using base::fail;

namespace {

int status_of(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return 400;
    case ErrorCode::PermissionDenied:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::AlreadyExists:
    case ErrorCode::Cancelled:
        return 409;
    case ErrorCode::Unsupported:
    case ErrorCode::CorruptData:
        return 422;
    case ErrorCode::Unavailable:
        return 503;
    case ErrorCode::Timeout:
        return 504;
    case ErrorCode::NoSpace:
        return 507;
    case ErrorCode::IoError:
    case ErrorCode::Internal:
        return 500;
    }
    return 500;
}

/// "outputs[0].bitrate" of "outputs[0].bitrate: must be ...", or "".
std::string field_of(std::string_view message) {
    const auto colon = message.find(": ");
    if (colon == std::string_view::npos || colon == 0) {
        return {};
    }
    const auto name = message.substr(0, colon);
    const bool plain = std::ranges::all_of(name, [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '[' || c == ']' ||
               c == '-';
    });
    return plain ? std::string(name) : std::string();
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

bool is_clean_utf8(const std::string& text) {
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; })) {
        return false;
    }
    const std::string json = base::dump_json(text);
    const auto back = base::parse_json(json, "text");
    return back && back->is_string() && back->get_ref<const std::string&>() == text;
}

} // namespace

std::string HttpRequest::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

HttpResponse error_response(const base::Error& error) {
    HttpResponse response = error_response(status_of(error.code), base::to_string(error.code), error.text());
    if (const auto field = field_of(error.message); !field.empty() && response.status < 500) {
        response.body["error"]["field"] = field;
    }
    if (error.code == ErrorCode::Cancelled) {
        response.body["cancelled"] = true;
    }
    return response;
}

HttpResponse error_response(int status, std::string_view code, std::string_view message) {
    HttpResponse response;
    response.status = status;
    response.body = {{"error", {{"code", code}, {"message", message}}}};
    return response;
}

base::Result<std::string> percent_decode(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
        if (high < 0 || low < 0) {
            return fail(ErrorCode::InvalidArgument, "the address has a malformed percent escape");
        }
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (!is_clean_utf8(decoded)) {
        return fail(ErrorCode::InvalidArgument, "the address holds control characters or is not UTF-8");
    }
    return decoded;
}

base::Result<std::map<std::string, std::string>> parse_query(std::string_view query) {
    std::map<std::string, std::string> members;
    if (query.empty()) {
        return members;
    }
    for (const auto& pair : base::split(query, '&')) {
        const auto equals = pair.find('=');
        FH_ASSIGN(auto name, percent_decode(std::string_view(pair).substr(0, equals)));
        std::string value;
        if (equals != std::string::npos) {
            FH_ASSIGN(value, percent_decode(std::string_view(pair).substr(equals + 1)));
        }
        if (!name.empty()) {
            members.insert_or_assign(std::move(name), std::move(value));
        }
    }
    return members;
}

} // namespace framehand::orchestrator
