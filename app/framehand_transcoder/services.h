// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/event_writer.h"
#include "app/framehand_transcoder/libav_log_bridge.h"
#include "app/framehand_transcoder/lifeline.h"
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/ports/file_system.h"
#include "core/ports/local_stream.h"
#include "core/ports/sandbox.h"

#include <iosfwd>

namespace framehand::transcoder {

/// What main() lends to the verbs.
struct Services {
    const base::Clock& clock;
    ports::FileSystem& file_system;
    ports::Sandbox& sandbox;
    ports::LocalStreams& streams;
    base::Logger logger;
    const LibavLogBridge& libav;
    Lifeline& input;
    EventWriter& events;  ///< on `output`
    std::ostream& output; ///< answers of the verbs that have no events; one line of JSON or text for people
    int cores = 1;
};

} // namespace framehand::transcoder
