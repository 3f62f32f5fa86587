// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/ladder_options.h"

#include "core/base/text.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

void LadderOptions::add_to(CLI::App& app) {
    app.add_option("--rungs", m_request.rungs,
                   "Resolutions to make, each with a codec (h264, hevc, av1), a bit rate and a quality if wanted: "
                   "1080p,1080p:hevc:q26,720p:2500k (default: " +
                       m_request.rungs + ")")
        ->type_name("LIST");
    app.add_option("--quality", m_request.quality,
                   "Hold this quality (the encoder's CRF, 1 is best) instead of the bit rates, which become caps")
        ->type_name("CRF");
    app.add_option("--segment-time", m_segment_time, "Length of a segment in seconds, 1 to 60 (default: 6)")
        ->type_name("TIME");
    app.add_option("--segment-format", m_request.segment_format, "fmp4, or ts for old players (default: fmp4)")
        ->type_name("FORMAT");
    app.add_option("--audio-bitrate", m_audio_bitrate, "Bit rate of the audio, 16k to 512k (default: 128k)")
        ->type_name("RATE");
    app.add_option("--surround", m_request.surround,
                   "keep makes 5.1 beside the stereo where the source has it (default: stereo)")
        ->type_name("stereo|keep");
    app.add_option("--video-copy", m_request.video_copy,
                   "auto copies the video's own pictures where they are what a rung asks for; never encodes all "
                   "(default: auto)")
        ->type_name("auto|never");
    app.add_option("--deliver", m_request.deliver,
                   "What to make beside the HLS playlists: dash, mp4, mkv, or several (default: hls alone)")
        ->type_name("LIST");
}

base::Result<jobs::Job> LadderOptions::job(std::string source, std::string output_dir) const {
    LadderRequest request = m_request;
    request.source = std::move(source);
    request.output_dir = std::move(output_dir);
    const auto time = base::parse_duration(m_segment_time);
    if (!time) {
        return time.error().wrapped("--segment-time: cannot use \"" + m_segment_time + "\"");
    }
    request.segment_time = static_cast<double>(time->count()) / 1000;
    if (!m_audio_bitrate.empty()) {
        request.audio_bitrate = m_audio_bitrate;
    }
    return build_ladder(request);
}

base::Status LadderOptions::check() const {
    FH_TRY(job("video", "package"));
    return {};
}

} // namespace framehand::cli
