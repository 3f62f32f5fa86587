// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <amqp.h>
#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <type_traits>

namespace framehand::amqp {

/// Takes the broker's bytes as they come, in pieces of any size, and gives the frames in them. Nothing of it touches a
/// socket. One thread.
class FrameReader {
public:
    /// Seen only while it is called. An error ends the reading.
    using Seen = std::function<base::Status(const amqp_frame_t&)>;

    FrameReader();

    /// CorruptData if the bytes are no AMQP, or Unsupported if the server speaks another version of it.
    [[nodiscard]] base::Status feed(std::string_view bytes, const Seen& seen);

    /// The largest frame that the broker and this client agreed upon, in bytes. NoSpace without memory.
    [[nodiscard]] base::Status set_frame_max(std::size_t bytes);

private:
    struct Release {
        void operator()(amqp_connection_state_t state) const { amqp_destroy_connection(state); }
    };

    std::unique_ptr<std::remove_pointer_t<amqp_connection_state_t>, Release> m_state;
};

} // namespace framehand::amqp
