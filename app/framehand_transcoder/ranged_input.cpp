// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/ranged_input.h"

#include "core/ranges/range_client.h"

namespace framehand::transcoder {

base::Result<std::unique_ptr<ports::RangeReader>> connect_ranges(const Services& services,
                                                                 const jobs::TranscodeSpec& spec) {
    if (spec.input_ranges.empty()) {
        return std::unique_ptr<ports::RangeReader>();
    }
    const base::CancelToken never; // the parent ends the process
    auto client = ranges::RangeClient::connect(services.streams, spec.input_ranges, never);
    if (!client) {
        return client.error().wrapped("the source cannot be read: " + spec.input_path);
    }
    return std::unique_ptr<ports::RangeReader>(std::move(*client));
}

} // namespace framehand::transcoder
