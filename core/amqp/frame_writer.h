// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amqp/messages.h"
#include "core/base/result.h"

#include <amqp.h>
#include <amqp_framing.h>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace framehand::amqp {

// Frames as they go over the wire (AMQP 0-9-1, section 4.2).

/// What a client sends first.
inline constexpr std::string_view kProtocolHeader{"AMQP\0\0\x09\x01", 8};

/// The bytes of a text, which must outlive them.
[[nodiscard]] amqp_bytes_t bytes_of(std::string_view text);
[[nodiscard]] std::string text_of(amqp_bytes_t bytes);

/// The payload of a method frame. `method` is the struct that belongs to `id`. InvalidArgument if a name is too long.
[[nodiscard]] base::Result<std::string> method_payload(std::uint32_t id, void* method);
[[nodiscard]] std::string method_frame(Channel channel, std::string_view payload);
[[nodiscard]] std::string heartbeat_frame();
/// basic.publish, the header and the body, in pieces that fit into frames of `frame_max` bytes.
[[nodiscard]] base::Result<std::string> publication_frames(Channel channel, const Publication& publication,
                                                           std::size_t frame_max);

} // namespace framehand::amqp
