// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/copy_scan.h"

#include "core/media/avc_configuration.h"
#include "core/media/color_rules.h"
#include "core/media/copy_choice.h"
#include "core/media/frame_timing.h"
#include "core/media/h264_level.h"
#include "core/media/input_file.h"
#include "core/media/parameter_sets.h"
#include "core/media/picture.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace framehand::media {

namespace {

constexpr int kHighestLevel = 42; // Apple 1.3, 1.4
constexpr int kUnsaid = 2;        // ITU-T H.273, as 0

constexpr std::array<std::pair<int, const char*>, 3> kProfiles = {{{66, "baseline"}, {77, "main"}, {100, "high"}}};

/// Looks at one packet after another, and says what is in the way.
class PacketJudge {
public:
    struct Limits {
        std::int64_t longest_gop = 0; ///< ticks
        std::int64_t most_bytes = 0;
    };

    PacketJudge(Limits limits, AvcConfiguration configuration, std::string_view extradata, CopyFacts& facts)
        : m_limits(limits), m_configuration(std::move(configuration)), m_extradata(extradata), m_facts(facts) {}

    /// An obstacle, or "".
    [[nodiscard]] std::string take(const AVPacket& packet) {
        for (const std::string& obstacle : {container_obstacle(packet), bitstream_obstacle(packet)}) {
            if (!obstacle.empty()) {
                return obstacle;
            }
        }
        return m_is_idr ? begin_gop(packet) : go_on(packet);
    }

    [[nodiscard]] std::string finish() {
        if (m_facts.gops.empty()) {
            return "it has no pictures";
        }
        end_gop();
        return "";
    }

    [[nodiscard]] const std::vector<std::int64_t>& times() const { return m_times; }

private:
    [[nodiscard]] std::string container_obstacle(const AVPacket& packet) {
        if ((packet.flags & AV_PKT_FLAG_CORRUPT) != 0) {
            return "some of it is damaged";
        }
        if ((packet.flags & AV_PKT_FLAG_DISCARD) != 0) {
            return "an edit list hides some of its pictures";
        }
        std::size_t size = 0;
        const std::uint8_t* extradata = av_packet_get_side_data(&packet, AV_PKT_DATA_NEW_EXTRADATA, &size);
        if (extradata != nullptr && std::string_view(reinterpret_cast<const char*>(extradata), size) != m_extradata) {
            return "its parameter sets change in mid-stream";
        }
        if (packet.pts == AV_NOPTS_VALUE) {
            return "not every picture says when it is shown";
        }
        if (packet.dts != AV_NOPTS_VALUE && std::exchange(m_last_dts, packet.dts) >= packet.dts) {
            return "its decode times do not rise";
        }
        m_bytes += packet.size;
        return m_bytes > m_limits.most_bytes ? "its bit rate is more than 1.5 times the rung's" : "";
    }

    [[nodiscard]] std::string bitstream_obstacle(const AVPacket& packet) {
        const std::string_view bytes(reinterpret_cast<const char*>(packet.data), static_cast<std::size_t>(packet.size));
        const auto units = split_nal_units(bytes, m_configuration.nal_length_size);
        if (!units) {
            return "some of it is damaged";
        }
        int pictures = 0;
        int slices = 0;
        int idr_slices = 0;
        for (const std::string_view unit : *units) {
            switch (avc_nal_type(unit)) {
            case kIdrSlice:
                ++idr_slices;
                [[fallthrough]];
            case kSlice:
                ++slices;
                pictures += begins_picture(unit) ? 1 : 0;
                break;
            case kEnhancement:
                if (unit.find(kCaptions) != std::string_view::npos) {
                    return "it carries closed captions, of which the playlists know nothing";
                }
                break;
            case kDelimiter:
            case kFiller:
                break;
            case kSequenceSet:
            case kPictureSet:
                return "its parameter sets are also between its pictures";
            default:
                return "it has parts that not every player knows";
            }
        }
        if (pictures != 1 || (idr_slices != 0 && idr_slices != slices)) {
            return "its packets do not hold one picture each";
        }
        m_is_idr = idr_slices > 0;
        return "";
    }

    [[nodiscard]] std::string begin_gop(const AVPacket& packet) {
        if (!m_facts.gops.empty()) {
            if (packet.pts <= m_facts.last_pts) {
                return "some of its pictures are shown after an IDR picture that follows them";
            }
            end_gop();
            if (is_too_far(m_facts.gops.back().pts, packet.pts)) {
                return too_far_apart();
            }
        }
        m_facts.gops.push_back({packet.pts, packet.size});
        m_facts.last_pts = packet.pts;
        m_gop = {packet.pts};
        m_times.push_back(packet.pts);
        return "";
    }

    [[nodiscard]] std::string go_on(const AVPacket& packet) {
        if (m_facts.gops.empty()) {
            return "it does not begin with an IDR picture";
        }
        CopyFacts::Gop& gop = m_facts.gops.back();
        if (packet.pts <= gop.pts) {
            return "some of its pictures are shown before the IDR picture that they follow";
        }
        if (is_too_far(gop.pts, packet.pts)) {
            return too_far_apart();
        }
        gop.bytes += packet.size;
        m_facts.last_pts = std::max(m_facts.last_pts, packet.pts);
        m_gop.push_back(packet.pts);
        m_times.push_back(packet.pts);
        return "";
    }

    /// `later` is not before `earlier`. Times are whatever the file says: their distance may be beyond 63 bits.
    [[nodiscard]] bool is_too_far(std::int64_t earlier, std::int64_t later) const {
        return static_cast<std::uint64_t>(later) - static_cast<std::uint64_t>(earlier) >
               static_cast<std::uint64_t>(m_limits.longest_gop);
    }

    /// How far the GOP's pictures are from their turns.
    void end_gop() {
        std::vector<std::int64_t> shown = m_gop;
        std::ranges::sort(shown);
        for (std::size_t i = 0; i < m_gop.size(); ++i) {
            const auto turn = std::ranges::lower_bound(shown, m_gop[i]) - shown.begin();
            m_facts.reordering = std::max(m_facts.reordering, static_cast<int>(i) - static_cast<int>(turn));
        }
    }

    static std::string too_far_apart() { return "its IDR pictures are further apart than a segment may last"; }

    /// first_mb_in_slice, the first number behind the header, is 0: one bit that is set.
    static bool begins_picture(std::string_view slice) {
        return slice.size() > 1 && (static_cast<unsigned char>(slice[1]) & 0x80U) != 0;
    }

    static constexpr int kSlice = 1;
    static constexpr int kIdrSlice = 5;
    static constexpr int kEnhancement = 6;
    static constexpr int kSequenceSet = 7;
    static constexpr int kPictureSet = 8;
    static constexpr int kDelimiter = 9;
    static constexpr int kFiller = 12;
    /// CEA-708 captions in a registered user data message (ATSC A/53 part 4).
    static constexpr std::string_view kCaptions{"\xb5\0\x31GA94\x03", 8};

    const Limits m_limits;
    const AvcConfiguration m_configuration;
    const std::string_view m_extradata;
    CopyFacts& m_facts;
    bool m_is_idr = false; ///< the packet that is looked at
    std::int64_t m_last_dts = INT64_MIN;
    std::int64_t m_bytes = 0;
    std::vector<std::int64_t> m_gop;   ///< presentation times of the open GOP, in decode order
    std::vector<std::int64_t> m_times; ///< of all pictures
};

bool differs(int said, int expected) {
    return said != 0 && said != kUnsaid && said != expected;
}

/// What the parameter sets say against it.
std::string sequence_obstacle(const AvcSequence& sequence, const VideoStreamInfo& video, CopyFacts& facts) {
    const auto* const profile = std::ranges::find(kProfiles, sequence.profile, &std::pair<int, const char*>::first);
    if (profile == kProfiles.end()) {
        return "its profile is none of Baseline, Main and High";
    }
    if (sequence.level > kHighestLevel) {
        return "its level is higher than 4.2";
    }
    if (!sequence.progressive) {
        return "its pictures may be interlaced";
    }
    if (sequence.chroma_format != 1 || sequence.bit_depth != 8 || sequence.full_range) {
        return "its pictures are not 8-bit 4:2:0 of limited range";
    }
    if (sequence.aspect_width != sequence.aspect_height || sequence.width != video.width ||
        sequence.height != video.height) {
        return "its container shows it in another shape than it says itself";
    }
    const int needed = lowest_h264_level({.width = sequence.width,
                                          .height = sequence.height,
                                          .frame_rate = video.frame_rate.value(),
                                          .frames_kept = sequence.frames_kept});
    if (needed > sequence.level) {
        return "it needs a higher level than it says";
    }
    const ColorTags color = complete_source_color(video);
    if (differs(sequence.primaries, av_color_primaries_from_name(color.primaries.c_str())) ||
        differs(sequence.transfer, av_color_transfer_from_name(color.transfer.c_str())) ||
        differs(sequence.matrix, av_color_space_from_name(color.matrix.c_str()))) {
        return "its container says another colour than it says itself";
    }
    facts.profile = profile->second;
    facts.level = sequence.level;
    return "";
}

class CopyScan {
public:
    CopyScan(InputFile file, const VideoStreamInfo& video, PacketJudge::Limits limits, base::CancelToken cancel,
             const ScanProgress& progress)
        : m_file(std::move(file)), m_video(video), m_limits(limits), m_cancel(std::move(cancel)), m_progress(progress) {
    }

    base::Result<CopyFacts> run() {
        CopyFacts facts;
        FH_ASSIGN(std::string obstacle, look(facts));
        if (!obstacle.empty()) {
            facts = {};
            facts.obstacle = std::move(obstacle);
        }
        return facts;
    }

private:
    /// An obstacle, or "" once all is read.
    base::Result<std::string> look(CopyFacts& facts) {
        AVFormatContext& context = m_file.context();
        if (m_video.index < 0 || static_cast<unsigned>(m_video.index) >= context.nb_streams) {
            return std::string("the file changes while it is read");
        }
        for (AVStream* other : std::span(context.streams, context.nb_streams)) {
            other->discard = other->index == m_video.index ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
        }
        if ((context.iformat->flags & AVFMT_TS_DISCONT) != 0) {
            return std::string("the clock of its container may jump");
        }
        const std::string_view extradata = bytes_of(*context.streams[m_video.index]->codecpar);
        auto configuration = read_avc_configuration(extradata);
        if (!configuration || configuration->sequence_sets.size() != 1 || configuration->picture_sets.empty()) {
            return std::string("its container does not hold one set of parameters for all of it");
        }
        const auto sequence = read_avc_sequence(configuration->sequence_sets.front());
        if (!sequence) {
            return std::string("its parameter sets are damaged");
        }
        if (std::string obstacle = sequence_obstacle(*sequence, m_video, facts); !obstacle.empty()) {
            return obstacle;
        }
        PacketJudge judge(m_limits, std::move(*configuration), extradata, facts);
        FH_ASSIGN(std::string obstacle, read_all(judge));
        if (obstacle.empty()) {
            obstacle = judge.finish();
        }
        if (!obstacle.empty()) {
            return obstacle;
        }
        if (facts.reordering > static_cast<int>(kHistoryPictures)) {
            return "its pictures are decoded more than " + std::to_string(kHistoryPictures) + " before their turn";
        }
        const TimingFacts timing = judge_timing(judge.times(), m_video.time_base, m_video.frame_rate);
        const bool is_constant = timing.timing == FrameTiming::Constant && timing.frame_rate == m_video.frame_rate;
        return std::string(is_constant || judge.times().size() < 2 ? "" : "its frame rate varies");
    }

    base::Result<std::string> read_all(PacketJudge& judge) {
        const UniquePacket packet(av_packet_alloc());
        if (!packet) {
            return base::fail(base::ErrorCode::Internal, "out of memory while reading the source");
        }
        for (;;) {
            auto more = m_file.read(*packet);
            if (m_cancel.cancelled()) {
                return base::fail(base::ErrorCode::Cancelled,
                                  "cancelled while looking whether the video can be copied");
            }
            if (!more && m_file.lost_its_source()) {
                return more.error(); // of the network, not of the film
            }
            if (!more) {
                return std::string("the file cannot be read to its end");
            }
            if (!*more) {
                return std::string();
            }
            std::string obstacle = packet->stream_index == m_video.index ? judge.take(*packet) : "";
            if (m_progress && packet->pos >= 0) {
                m_progress(static_cast<double>(packet->pos));
            }
            av_packet_unref(packet.get());
            if (!obstacle.empty()) {
                return obstacle;
            }
        }
    }

    InputFile m_file;
    const VideoStreamInfo& m_video;
    const PacketJudge::Limits m_limits;
    const base::CancelToken m_cancel;
    const ScanProgress& m_progress; ///< told bytes
};

PacketJudge::Limits limits_of(const MediaInfo& info, const jobs::Job& job, const jobs::OutputRequest& output) {
    const VideoStreamInfo& video = *info.video;
    constexpr double kFrames = 1.5; // the grid is of whole frames, and a picture belongs to it half a frame early
    const double longest = job.hls.segment_time + kLongerThanTargetSec + kFrames / video.frame_rate.value();
    PacketJudge::Limits limits;
    limits.longest_gop = static_cast<std::int64_t>(longest / video.time_base.value());
    // Roughly: a false or unknown duration is no reason yet.
    const double seconds = std::max(info.duration_sec, video.duration_sec);
    limits.most_bytes = INT64_MAX;
    if (seconds > 0 && !info.duration_is_estimate) {
        constexpr double kBeyondAnyFile = 1e18;
        const double most = (seconds + 1) * kMostOfRungsRate * static_cast<double>(output.bitrate) / 8;
        limits.most_bytes = static_cast<std::int64_t>(std::min(most, kBeyondAnyFile));
    }
    return limits;
}

} // namespace

base::Status look_for_copy(MediaInfo& info, const MediaSource& file, const jobs::Job& job,
                           const base::CancelToken& cancel, const ScanProgress& progress) {
    if (!info.video) {
        return {};
    }
    const auto candidate = copy_candidate(*info.video, job);
    if (!candidate || !header_obstacle(*info.video, job, job.outputs[*candidate]).empty()) {
        return {};
    }
    auto input = InputFile::open(file, cancel);
    if (!input) {
        const bool says_nothing_of_it = input.error().code == base::ErrorCode::Cancelled || file.ranges() != nullptr;
        return says_nothing_of_it ? base::Status(input.error()) : base::Status();
    }
    const auto of_file = [&](double bytes) {
        if (progress && info.bytes > 0) {
            progress(std::min(1.0, bytes / static_cast<double>(info.bytes)));
        }
    };
    FH_ASSIGN(
        info.video->copy,
        CopyScan(std::move(*input), *info.video, limits_of(info, job, job.outputs[*candidate]), cancel, of_file).run());
    return {};
}

} // namespace framehand::media
