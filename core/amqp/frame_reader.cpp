// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/frame_reader.h"

#include "core/amqp/frame_writer.h"

namespace framehand::amqp {

namespace {

constexpr int kProtocolHeaderFrame = 'A'; // what librabbitmq calls a server's header, which is no frame

}

FrameReader::FrameReader() : m_state(amqp_new_connection()) {
}

base::Status FrameReader::feed(std::string_view bytes, const Seen& seen) {
    while (!bytes.empty()) {
        amqp_frame_t frame{};
        const int used = m_state ? amqp_handle_input(m_state.get(), bytes_of(bytes), &frame) : AMQP_STATUS_NO_MEMORY;
        if (used < 0 || (used == 0 && frame.frame_type == 0)) {
            return base::fail(base::ErrorCode::CorruptData, "the broker's answer is no AMQP 0-9-1",
                              amqp_error_string2(used));
        }
        bytes.remove_prefix(static_cast<std::size_t>(used));
        if (frame.frame_type == 0) {
            continue;
        }
        if (frame.frame_type == kProtocolHeaderFrame) {
            return base::fail(base::ErrorCode::Unsupported, "the broker does not speak AMQP 0-9-1");
        }
        FH_TRY(seen(frame));
        amqp_maybe_release_buffers_on_channel(m_state.get(), frame.channel);
    }
    return {};
}

base::Status FrameReader::set_frame_max(std::size_t bytes) {
    if (!m_state || amqp_tune_connection(m_state.get(), 0, static_cast<int>(bytes), 0) != AMQP_STATUS_OK) {
        return base::fail(base::ErrorCode::NoSpace, "there is no memory for the frames of the broker");
    }
    return {};
}

} // namespace framehand::amqp
