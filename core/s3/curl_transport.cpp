// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/curl_transport.h"

#include "core/base/text.h"
#include "core/s3/trusted_certificates.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <curl/curl.h>
#include <filesystem>
#include <optional>

namespace framehand::s3 {

namespace {

using base::ErrorCode;

struct FreeEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

struct FreeMulti {
    void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

using UniqueEasy = std::unique_ptr<CURL, FreeEasy>;
using UniqueMulti = std::unique_ptr<CURLM, FreeMulti>;
using UniqueList = std::unique_ptr<curl_slist, FreeList>;

constexpr long kMostRedirects = 5;
constexpr std::size_t kMostHeaders = 256;

std::string certificates_here() {
    return trusted_certificates(curl_version_info(CURLVERSION_NOW)->cainfo, [](const std::string& path) {
        std::error_code ignored;
        return std::filesystem::is_regular_file(path, ignored);
    });
}

/// What libcurl's callbacks work on during one transfer.
struct Exchange {
    HttpAnswer answer;
    std::string_view body;
    std::size_t sent = 0;
    std::size_t most_bytes = 0;
    bool too_large = false;

    static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self) {
        auto* exchange = static_cast<Exchange*>(self);
        const std::size_t bytes = size * count;
        if (exchange->answer.body.size() + bytes > exchange->most_bytes) {
            exchange->too_large = true;
            return 0;
        }
        exchange->answer.body.append(data, bytes);
        return bytes;
    }

    static std::size_t on_header(char* data, std::size_t size, std::size_t count, void* self) {
        auto* exchange = static_cast<Exchange*>(self);
        const std::string_view line(data, size * count);
        auto& headers = exchange->answer.headers;
        if (line.starts_with("HTTP/")) {
            headers.clear(); // of an interim answer or a redirect
            return line.size();
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || headers.size() >= kMostHeaders) {
            return line.size();
        }
        std::string name = base::trim(line.substr(0, colon));
        std::ranges::transform(name, name.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        headers[name] = base::trim(line.substr(colon + 1));
        return line.size();
    }

    static std::size_t on_read(char* into, std::size_t size, std::size_t count, void* self) {
        auto* exchange = static_cast<Exchange*>(self);
        const std::size_t bytes = std::min(size * count, exchange->body.size() - exchange->sent);
        std::memcpy(into, exchange->body.data() + exchange->sent, bytes);
        exchange->sent += bytes;
        return bytes;
    }

    static int on_seek(void* self, curl_off_t offset, int origin) {
        auto* exchange = static_cast<Exchange*>(self);
        if (origin != SEEK_SET || offset < 0 || static_cast<std::size_t>(offset) > exchange->body.size()) {
            return CURL_SEEKFUNC_CANTSEEK;
        }
        exchange->sent = static_cast<std::size_t>(offset);
        return CURL_SEEKFUNC_OK;
    }
};

base::Error failure(CURLcode code, const Exchange& exchange, const std::string& what, const char* detail) {
    if (exchange.too_large) {
        return base::fail(ErrorCode::CorruptData, what, "the answer is larger than it may be");
    }
    // libcurl's own words may name the URL: of those that can hold a query only the general text is used.
    const std::string cause = code == CURLE_URL_MALFORMAT || *detail == '\0' ? curl_easy_strerror(code) : detail;
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return base::fail(ErrorCode::Timeout, what, cause);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
        return base::fail(ErrorCode::PermissionDenied, what, "the server's certificate is not trusted: " + cause);
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return base::fail(ErrorCode::InvalidArgument, what, cause);
    case CURLE_TOO_MANY_REDIRECTS:
        return base::fail(ErrorCode::Unsupported, what, "it redirects too often");
    case CURLE_OUT_OF_MEMORY:
        return base::fail(ErrorCode::NoSpace, what, cause);
    default:
        return base::fail(ErrorCode::Unavailable, what, cause);
    }
}

} // namespace

std::string HttpAnswer::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

struct CurlTransport::Impl {
    TransferLimits limits;
    std::string certificates = certificates_here(); ///< "": libcurl's own
    UniqueMulti multi{curl_multi_init()};           ///< outlives `easy`
    UniqueEasy easy{curl_easy_init()};
    std::array<char, CURL_ERROR_SIZE> detail{};

    template <typename Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(easy.get(), option, value);
    }

    void prepare(const HttpRequest& request, Exchange& exchange, curl_slist* headers) {
        curl_easy_reset(easy.get()); // connections stay
        detail.fill('\0');
        set(CURLOPT_URL, request.url.c_str());
        set(CURLOPT_PATH_AS_IS, 1L); // "a/../b" is a key, and signed as it is
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, request.redirects == Redirects::FollowHttp ? 1L : 0L);
        set(CURLOPT_MAXREDIRS, kMostRedirects);
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        if (!certificates.empty()) {
            set(CURLOPT_CAINFO, certificates.c_str());
        }
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_ERRORBUFFER, detail.data());
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, std::max(1L, static_cast<long>(limits.stall.count() / 1000)));
        set(CURLOPT_HTTPHEADER, headers);
        set(CURLOPT_WRITEFUNCTION, &Exchange::on_body);
        set(CURLOPT_WRITEDATA, &exchange);
        set(CURLOPT_HEADERFUNCTION, &Exchange::on_header);
        set(CURLOPT_HEADERDATA, &exchange);
        set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
        if (request.method == "HEAD") {
            set(CURLOPT_NOBODY, 1L);
        } else if (request.method == "PUT" || request.method == "POST") {
            set(CURLOPT_UPLOAD, 1L);
            set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
            set(CURLOPT_READFUNCTION, &Exchange::on_read);
            set(CURLOPT_READDATA, &exchange);
            set(CURLOPT_SEEKFUNCTION, &Exchange::on_seek);
            set(CURLOPT_SEEKDATA, &exchange);
        }
    }

    /// Runs the transfer to its end; nothing if `cancel` fired.
    std::optional<CURLcode> perform(const base::CancelToken& cancel) {
        constexpr int kLookMs = 1000;
        if (curl_multi_add_handle(multi.get(), easy.get()) != CURLM_OK) {
            return CURLE_OUT_OF_MEMORY;
        }
        std::optional<CURLcode> result;
        {
            const auto wake = cancel.on_cancel([this] { curl_multi_wakeup(multi.get()); });
            for (int running = 1; !result && !cancel.cancelled();) {
                if (curl_multi_perform(multi.get(), &running) != CURLM_OK) {
                    result = CURLE_OUT_OF_MEMORY;
                    break;
                }
                int left = 0;
                while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
                    if (message->msg == CURLMSG_DONE) {
                        result = message->data.result;
                    }
                }
                if (!result) {
                    curl_multi_poll(multi.get(), nullptr, 0, kLookMs, nullptr);
                }
            }
        }
        curl_multi_remove_handle(multi.get(), easy.get());
        return cancel.cancelled() ? std::nullopt : result;
    }
};

CurlTransport::CurlTransport(TransferLimits limits) : m_impl(std::make_unique<Impl>()) {
    m_impl->limits = limits;
}

CurlTransport::~CurlTransport() = default;

base::Result<HttpAnswer> CurlTransport::send(const HttpRequest& request, const std::string& what,
                                             const base::CancelToken& cancel) {
    if (!m_impl->multi || !m_impl->easy) {
        return base::fail(ErrorCode::NoSpace, what, "out of memory");
    }
    Exchange exchange;
    exchange.body = request.body;
    exchange.most_bytes = request.most_bytes;
    UniqueList headers;
    for (const auto& [name, value] : request.headers) {
        // "Name;" is libcurl's way to send a header without a value.
        const std::string line = value.empty() ? name + ";" : name + ": " + value;
        curl_slist* longer = curl_slist_append(headers.get(), line.c_str());
        if (longer == nullptr) {
            return base::fail(ErrorCode::NoSpace, what, "out of memory");
        }
        static_cast<void>(headers.release());
        headers.reset(longer);
    }
    m_impl->prepare(request, exchange, headers.get());
    const std::optional<CURLcode> code = m_impl->perform(cancel);
    if (!code) {
        return base::fail(ErrorCode::Cancelled, what, "cancelled");
    }
    if (*code != CURLE_OK) {
        return failure(*code, exchange, what, m_impl->detail.data());
    }
    long status = 0;
    curl_easy_getinfo(m_impl->easy.get(), CURLINFO_RESPONSE_CODE, &status);
    exchange.answer.status = static_cast<int>(status);
    return std::move(exchange.answer);
}

} // namespace framehand::s3
