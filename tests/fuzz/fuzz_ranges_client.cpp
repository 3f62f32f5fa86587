// SPDX-License-Identifier: GPL-3.0-or-later
// The input is what a server says; then it is the order of reads, and of their cancellations, of a server that is one.
#include "core/ranges/range_client.h"
#include "core/ranges/range_messages.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/script_stream.h"

#include <cstdint>
#include <functional>

namespace {

using namespace framehand;
using fuzz::check;
using namespace framehand::ranges;

class Streams final : public ports::LocalStreams {
public:
    explicit Streams(std::function<std::unique_ptr<ports::LocalStream>()> make) : m_make(std::move(make)) {}

    base::Result<std::unique_ptr<ports::LocalListener>> listen() override {
        return base::fail(base::ErrorCode::Unsupported, "this end only connects");
    }

    base::Result<std::unique_ptr<ports::LocalStream>> connect(const std::string& /*address*/) override {
        return m_make();
    }

private:
    std::function<std::unique_ptr<ports::LocalStream>()> m_make;
};

void check_requests(std::string_view heard, std::uint64_t size) {
    check(heard.size() % kRequestBytes == 0);
    while (!heard.empty()) {
        const auto request = request_from(std::span<const char, kRequestBytes>(heard.data(), kRequestBytes));
        check(request && request->offset < size && request->length <= size - request->offset);
        heard.remove_prefix(kRequestBytes);
    }
}

void read_what_is_said(std::string_view script) {
    std::string heard;
    Streams streams([&] { return std::make_unique<fuzz::ScriptStream>(script, 9, heard); });
    const auto client = RangeClient::connect(streams, "there", {});
    if (!client) {
        fuzz::check_error(client.error());
        return;
    }
    const Hello hello{(*client)->size(), (*client)->name(), (*client)->identity()};
    const std::string written = to_bytes(hello);
    Hello again;
    const auto json = hello_head(std::span<const char, kHelloHead>(written.data(), kHelloHead), again);
    check(!json || (hello_json(std::string_view(written).substr(kHelloHead), again) && again.size == hello.size &&
                    again.name == hello.name && again.identity == hello.identity));

    std::string into(70'000, ' ');
    for (const std::uint64_t offset : {std::uint64_t{0}, std::uint64_t{100}, hello.size - 1, hello.size, UINT64_MAX}) {
        const auto got = (*client)->read_at(offset, into, {});
        if (got) {
            check(*got <= into.size() && (offset >= hello.size ? *got == 0 : *got <= hello.size - offset));
        } else {
            check(!got.error().message.empty());
        }
    }
    check_requests(heard, hello.size);
}

/// A server that keeps to the rules. Reads of the client's are cancelled after `patience` bytes.
class HonestStream final : public ports::LocalStream {
public:
    HonestStream(const std::string& source, const std::size_t& patience)
        : m_source(source), m_patience(patience), m_said(to_bytes(Hello{source.size(), "film", ""})) {}

    base::Result<std::size_t> read(std::span<char> into, const base::CancelToken& /*cancel*/) override {
        if (m_given >= m_patience) {
            m_given = 0;
            return base::fail(base::ErrorCode::Cancelled, "cancelled");
        }
        const auto bytes = std::min({into.size(), m_said.size(), m_patience - m_given, std::size_t{7}});
        check(bytes > 0); // else the client waits for what never comes
        std::copy_n(m_said.begin(), bytes, into.begin());
        m_said.erase(0, bytes);
        m_given += bytes;
        return bytes;
    }

    base::Status write(std::string_view bytes, const base::CancelToken& /*cancel*/) override {
        m_given = 0;
        check(bytes.size() == kRequestBytes);
        const auto request = request_from(std::span<const char, kRequestBytes>(bytes.data(), kRequestBytes));
        check(request.has_value());
        if (request->length % 5 == 0) {
            m_said += answer_of(base::fail(base::ErrorCode::Unavailable, "no network"));
        } else { // it may give less than it was asked for
            const auto part = m_source.substr(request->offset, request->length % 3 == 0 ? 1 : request->length);
            m_said += answer_head(static_cast<std::uint32_t>(part.size())) + part;
        }
        return {};
    }

private:
    const std::string& m_source;
    const std::size_t& m_patience;
    std::string m_said;
    std::size_t m_given = 0; ///< since the last request or cancellation
};

void read_from_an_honest_server(std::string_view order) {
    std::string source;
    for (int i = 0; i < 300; ++i) {
        source += static_cast<char>(i * 11);
    }
    std::size_t patience = SIZE_MAX;
    Streams streams([&] { return std::make_unique<HonestStream>(source, patience); });
    const auto client = RangeClient::connect(streams, "there", {});
    check(client.has_value());
    constexpr std::size_t kStep = 3;
    for (; order.size() >= kStep; order.remove_prefix(kStep)) {
        const auto number = [&](std::size_t at) {
            return static_cast<std::size_t>(static_cast<unsigned char>(order[at]));
        };
        const std::size_t offset = number(0) * 5 / 4;
        std::string into(number(1), ' ');
        patience = number(2) < 64 ? number(2) + 1 : SIZE_MAX;
        const auto got = (*client)->read_at(offset, into, {});
        const auto wanted = offset < source.size() ? source.substr(offset, into.size()) : std::string();
        if (got) {
            check(into.substr(0, *got) == wanted && *got == wanted.size());
        } else {
            check(got.error().code == base::ErrorCode::Cancelled ? patience != SIZE_MAX
                                                                 : got.error().message == "no network");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = fuzz::text_of(data, size);
    read_what_is_said(bytes);
    constexpr std::size_t kMostOrder = 1024;
    read_from_an_honest_server(bytes.substr(0, kMostOrder));
    return 0;
}
