// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/ladder_builder.h"

namespace CLI {
class App;
}

namespace framehand::cli {

/// The flags that say what a package is to be: --rungs, --quality, --segment-time, --segment-format, --audio-bitrate,
/// --surround, --video-copy, --deliver. The same for each verb that makes or plans one.
class LadderOptions {
public:
    /// `app` must not be parsed after this object is gone.
    void add_to(CLI::App& app);

    /// A job of these flags. `source` and `output_dir` as in LadderRequest.
    [[nodiscard]] base::Result<jobs::Job> job(std::string source, std::string output_dir) const;
    /// Whether the flags make sense, before anything is done.
    [[nodiscard]] base::Status check() const;

private:
    LadderRequest m_request;
    std::string m_segment_time = "6";
    std::string m_audio_bitrate;
};

} // namespace framehand::cli
