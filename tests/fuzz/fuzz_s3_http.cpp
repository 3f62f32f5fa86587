// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of a server to ranged reads, each "name=value" lines: a line "status=206" begins the next one.
#include "core/s3/http_range_reader.h"
#include "tests/fuzz/check.h"
#include "tests/support/fake_waiter.h"

#include <charconv>
#include <cstdint>

namespace {

using namespace framehand;
using namespace framehand::s3;
using fuzz::check;

class ScriptTransport final : public HttpTransport {
public:
    explicit ScriptTransport(std::string_view script) {
        for (const auto& [name, value] : fuzz::fields_of(script)) {
            if (name == "status") {
                HttpAnswer answer;
                std::from_chars(value.data(), value.data() + value.size(), answer.status);
                m_answers.push_back(std::move(answer));
            } else if (!m_answers.empty() && name == "body") {
                m_answers.back().body += value;
            } else if (!m_answers.empty()) {
                m_answers.back().headers[name] = value;
            }
        }
    }

    base::Result<HttpAnswer> send(const HttpRequest& request, const std::string& what,
                                  const base::CancelToken& /*cancel*/) override {
        check(request.method == "GET" && request.headers.front().first == "Range");
        if (m_next == m_answers.size()) {
            return base::fail(base::ErrorCode::Unavailable, what, "the connection broke");
        }
        if (m_answers[m_next].body.size() > request.most_bytes) {
            return base::fail(base::ErrorCode::CorruptData, what, "the answer is larger than it may be");
        }
        return m_answers[m_next++];
    }

private:
    std::vector<HttpAnswer> m_answers;
    std::size_t m_next = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ScriptTransport transport(fuzz::text_of(data, size));
    test::FakeWaiter waiter;
    constexpr auto kUrl = "https://me:word@host/film.mkv?X-Amz-Signature=secret";
    auto reader = HttpRangeReader::open(transport, waiter, kUrl, {});
    const auto tell = [](const base::Error& error) {
        fuzz::check_error(error);
        check(error.message.find("https://host/film.mkv") != std::string::npos);
        check(error.text().find("X-Amz-Signature") == std::string::npos);
    };
    if (!reader) {
        tell(reader.error());
        return 0;
    }
    check((*reader)->size() > 0 && (*reader)->name() == "https://host/film.mkv");
    check(!(*reader)->identity().starts_with("W/"));
    std::string into(64, ' ');
    for (const std::uint64_t offset : {std::uint64_t{0}, std::uint64_t{10}, (*reader)->size() - 1, UINT64_MAX}) {
        const auto got = (*reader)->read_at(offset, into, {});
        if (!got) {
            tell(got.error());
        } else {
            check(offset >= (*reader)->size()
                      ? *got == 0
                      : *got == std::min<std::uint64_t>(into.size(), (*reader)->size() - offset));
        }
    }
    return 0;
}
