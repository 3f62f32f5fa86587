// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/encoded_packet.h"
#include "core/media/gop_statistics.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>

namespace framehand::media {

/// Takes the statistics that the largest rung's x264 writes in a first pass, while it writes them, and cuts them into
/// GOPs. x264 itself hands its files over only when it is closed, at the end of the film.
///
/// The format is that of x264's ratecontrol.c (core 155 to 164): a line "#options: ..." and one
/// "in:N out:N type:C ...;" per frame in decode order; beside it, for each frame that others refer to, a byte and one
/// 16-bit number per macroblock. Where the files are anything else, a GOP is handed out without statistics.
/// Used by the thread of the largest rung's encoder.
class LeadStatistics {
public:
    using Taker = std::function<void(std::shared_ptr<const GopStatistics>)>;

    /// What is encoded.
    struct Lead {
        int width = 0;
        int height = 0;
        std::int64_t bitrate = 0;
        std::int64_t timescale = 0;
    };

    /// `folder` exists and is ours. `take` gets one item per GOP, in order; null: that GOP has none.
    LeadStatistics(ports::FileSystem& file_system, std::filesystem::path folder, Lead lead, Taker take);
    ~LeadStatistics();
    LeadStatistics(const LeadStatistics&) = delete;
    LeadStatistics& operator=(const LeadStatistics&) = delete;

    /// A new encoder begins; the file that it is to write.
    [[nodiscard]] std::filesystem::path begin();
    /// Its next packet, in decode order.
    void take(const EncodedPacket& packet);
    /// It has given its last packet, but is still open.
    void end();

    /// True once its files are so large that another encoder should begin at the next segment.
    [[nodiscard]] bool is_full() const { return m_file_bytes > kFullBytes; }

private:
    static constexpr std::uint64_t kFullBytes = 64 * 1024 * 1024;

    void hand_out();
    [[nodiscard]] base::Result<std::shared_ptr<const GopStatistics>> cut();
    [[nodiscard]] base::Result<std::string> cut_frames(std::size_t& referred);
    void remove_files();

    ports::FileSystem& m_file_system;
    const std::filesystem::path m_folder;
    const Lead m_lead;
    const Taker m_take;
    int m_files = 0; ///< names given out
    std::filesystem::path m_file;
    std::ifstream m_frames; ///< opened once x264 has made it
    std::ifstream m_trees;
    std::string m_head; ///< the line of options
    std::uint64_t m_file_bytes = 0;
    std::int64_t m_cut = 0;     ///< frames of this encoder in earlier GOPs
    std::int64_t m_packets = 0; ///< of the open GOP
    std::int64_t m_bytes = 0;
    std::int64_t m_ticks = 0;
    double m_film_bits = 0;
    double m_film_sec = 0;
};

} // namespace framehand::media
