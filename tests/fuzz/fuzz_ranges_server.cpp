// SPDX-License-Identifier: GPL-3.0-or-later
// What a transcoder asks for, over a connection that the server has taken.
#include "core/ranges/range_messages.h"
#include "core/ranges/range_server.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/script_stream.h"
#include "tests/support/memory_ranges.h"

#include <cstdint>
#include <future>

namespace {

using namespace framehand;
using fuzz::check;
using namespace framehand::ranges;

constexpr std::size_t kMostRequests = 16; ///< one may ask for a MiB

/// One connection, and none after it.
class OneConnection final : public ports::LocalStreams, public ports::LocalListener {
public:
    OneConnection(std::string_view script, std::string& heard, std::promise<void>& ended)
        : m_script(script), m_heard(heard), m_ended(ended) {}

    base::Result<std::unique_ptr<ports::LocalListener>> listen() override {
        return std::make_unique<OneConnection>(m_script, m_heard, m_ended);
    }

    base::Result<std::unique_ptr<ports::LocalStream>> connect(const std::string& /*address*/) override {
        return base::fail(base::ErrorCode::Unsupported, "this end only listens");
    }

    [[nodiscard]] const std::string& address() const override { return m_address; }

    base::Result<std::unique_ptr<ports::LocalStream>> accept(const base::CancelToken& /*cancel*/) override {
        if (std::exchange(m_taken, true)) {
            m_ended.set_value();
            return base::fail(base::ErrorCode::Unavailable, "no further connection comes");
        }
        constexpr std::size_t kPiece = 5;
        return std::make_unique<fuzz::ScriptStream>(m_script, kPiece, m_heard);
    }

private:
    const std::string m_address = "here";
    std::string_view m_script;
    std::string& m_heard;
    std::promise<void>& m_ended;
    bool m_taken = false;
};

std::string bytes_of_source() {
    std::string bytes;
    for (int i = 0; i < 1000; ++i) {
        bytes += static_cast<char>(i * 7);
    }
    return bytes;
}

std::string expected_answers(std::string_view script, const std::string& source) {
    std::string answers;
    while (script.size() >= kRequestBytes) {
        const auto request = request_from(std::span<const char, kRequestBytes>(script.data(), kRequestBytes));
        script.remove_prefix(kRequestBytes);
        if (!request) {
            fuzz::check_error(request.error());
            break;
        }
        check(request->length > 0 && request->length <= kMostBytes);
        const auto part =
            request->offset < source.size() ? source.substr(request->offset, request->length) : std::string();
        answers += answer_head(static_cast<std::uint32_t>(part.size())) + part;
    }
    return answers;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto script = fuzz::text_of(data, std::min(size, kMostRequests * kRequestBytes));
    static const std::string kSource = bytes_of_source();
    std::string heard;
    std::promise<void> ended;
    OneConnection streams(script, heard, ended);
    {
        auto source = std::make_unique<test::MemoryRanges>(kSource);
        const std::string hello = to_bytes(Hello{source->size(), source->name(), source->identity()});
        const auto server = RangeServer::start(streams, std::move(source), {});
        check(server.has_value());
        ended.get_future().wait();
        check(heard == hello + expected_answers(script, kSource));
    }
    return 0;
}
