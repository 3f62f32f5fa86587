// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/local_stream.h"
#include "core/ports/range_reader.h"
#include "core/ranges/range_messages.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

namespace framehand::ranges {

/// The transcoder's end of a RangeServer. Any thread: reads of several threads wait for each other. A read that is
/// cancelled ends at once; a server that is gone is Unavailable, for this and every later read.
class RangeClient final : public ports::RangeReader {
public:
    /// Connects and hears what the source is: before the process walls itself off. Unavailable, CorruptData.
    [[nodiscard]] static base::Result<std::unique_ptr<RangeClient>>
    connect(ports::LocalStreams& streams, const std::string& address, const base::CancelToken& cancel);

    [[nodiscard]] std::string name() const override { return m_hello.name; }

    [[nodiscard]] std::uint64_t size() const override { return m_hello.size; }

    [[nodiscard]] std::string identity() const override { return m_hello.identity; }

    [[nodiscard]] base::Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into,
                                                    const base::CancelToken& cancel) override;

private:
    RangeClient(std::unique_ptr<ports::LocalStream> stream, Hello hello);
    [[nodiscard]] base::Result<std::size_t> ask(std::uint64_t offset, std::span<char> into,
                                                const base::CancelToken& cancel);
    [[nodiscard]] base::Status read_head(const base::CancelToken& cancel);
    [[nodiscard]] base::Status read_body(std::span<char> into, const base::CancelToken& cancel);
    [[nodiscard]] base::Status skip_answer(const base::CancelToken& cancel);
    [[nodiscard]] base::Error lost(const base::Error& error);

    const Hello m_hello;
    std::mutex m_mutex; ///< guards all below
    std::unique_ptr<ports::LocalStream> m_stream;
    bool m_lost = false;  ///< the stream is of no more use
    int m_unanswered = 0; ///< requests whose answers have not been read to their end
    std::array<char, kAnswerHead> m_head{};
    std::size_t m_head_bytes = 0; ///< read of the answer's head
    std::uint32_t m_body_left = 0;
};

} // namespace framehand::ranges
