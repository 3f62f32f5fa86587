// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/track_planner.h"

#include "core/media/language_name.h"
#include "core/media/language_tag.h"
#include "core/media/utf8.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace framehand::media {

namespace {

// Each audio track costs a thread and an encoder. A film has a handful, and a file with hundreds wants to do harm.
constexpr std::size_t kMaxAudioTracks = 16;
constexpr std::size_t kMaxTextTracks = 64;
constexpr std::size_t kMaxNameBytes = 120;
constexpr int kSurroundChannels = 6;
constexpr int kLeastSurroundChannels = 5;
constexpr std::int64_t kLeastSurroundBitrate = 192'000;
constexpr std::int64_t kMostSurroundBitrate = 512'000;

/// Gives each track of a group a name of its own (RFC 8216 4.3.4.1.1).
class Names {
public:
    [[nodiscard]] std::string pick(const std::string& title, const std::string& language, const std::string& fallback) {
        std::string wanted = shortened(valid_utf8(title));
        if (wanted.empty()) {
            wanted = language_name(language);
        }
        if (wanted.empty()) {
            wanted = fallback;
        }
        std::string name = wanted;
        for (int i = 2; !m_taken.insert(name).second; ++i) {
            name = wanted + " (" + std::to_string(i) + ")";
        }
        return name;
    }

private:
    static std::string shortened(std::string text) {
        if (text.size() > kMaxNameBytes) {
            std::size_t end = kMaxNameBytes;
            while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
                --end; // not inside a character
            }
            text.resize(end);
        }
        return text;
    }

    std::set<std::string> m_taken;
};

std::string folder_name(std::size_t number, const std::string& language) {
    return std::to_string(number) + "-" + language;
}

/// Notes streams of one kind that cannot be made.
void note_ignored(const MediaInfo& info, std::string_view kind, std::vector<std::string>& notes) {
    for (const IgnoredStream& stream : info.ignored) {
        if (stream.kind == kind) {
            notes.push_back("stream " + std::to_string(stream.index) + " (" + stream.kind + ", " + stream.codec +
                            ") is left out: " + stream.reason);
        }
    }
}

std::vector<AudioStreamInfo> default_first(std::vector<AudioStreamInfo> streams) {
    const auto chosen = std::ranges::find(streams, true, &AudioStreamInfo::is_default);
    if (chosen != streams.end()) {
        std::rotate(streams.begin(), chosen, chosen + 1);
    }
    return streams;
}

} // namespace

base::Result<std::vector<AudioPlan>> plan_audio(const MediaInfo& info, const jobs::Job& job,
                                                std::vector<std::string>& notes) {
    const jobs::AudioRequest request = job.effective_audio();
    if (!info.audio.empty() && request.codec != "aac") {
        return base::fail(base::ErrorCode::Unsupported,
                          "audio_config.codec: \"" + request.codec + "\" cannot be made; use \"aac\"");
    }
    std::vector<AudioStreamInfo> streams = default_first(info.audio);
    if (streams.size() > kMaxAudioTracks) {
        notes.push_back("the source has " + std::to_string(streams.size()) + " audio tracks; the first " +
                        std::to_string(kMaxAudioTracks) + " are used");
        streams.resize(kMaxAudioTracks);
    }
    const bool keep = request.surround == jobs::SurroundAudio::Keep;
    std::vector<AudioPlan> plans;
    Names names;
    for (std::size_t i = 0; i < streams.size(); ++i) {
        const AudioStreamInfo& stream = streams[i];
        AudioPlan audio;
        audio.stream_index = stream.index;
        audio.sample_rate = stream.sample_rate == 44100 ? 44100 : 48000;
        audio.bitrate = request.bitrate;
        audio.language = language_tag(stream.language);
        audio.name = names.pick(stream.title, audio.language, "Audio");
        audio.describes_video = stream.describes_video;
        audio.folder = i == 0 ? "" : folder_name(i + 1, audio.language);
        plans.push_back(audio);
        if (keep && stream.channels >= kLeastSurroundChannels) {
            audio.channels = kSurroundChannels;
            audio.bitrate = std::clamp(3 * request.bitrate, kLeastSurroundBitrate, kMostSurroundBitrate);
            audio.folder = folder_name(i + 1, audio.language) + "-51";
            plans.push_back(audio);
        }
    }
    if (keep && plans.size() == streams.size() && !plans.empty()) {
        notes.emplace_back("surround was asked for; no audio track of the source has five channels or more");
    }
    note_ignored(info, "audio", notes);
    return plans;
}

std::vector<TextPlan> plan_text(const MediaInfo& info, std::vector<std::string>& notes) {
    note_ignored(info, "subtitle", notes);
    if (!info.video) {
        if (!info.text.empty()) {
            notes.emplace_back("the source has no video; its subtitles are left out");
        }
        return {};
    }
    std::vector<TextPlan> plans;
    Names names;
    bool has_default = false;
    for (const TextStreamInfo& stream : info.text) {
        if (plans.size() == kMaxTextTracks) {
            notes.push_back("the source has " + std::to_string(info.text.size()) + " subtitles; the first " +
                            std::to_string(kMaxTextTracks) + " are used");
            break;
        }
        TextPlan text;
        text.stream_index = stream.index;
        text.language = language_tag(stream.language);
        text.name = names.pick(stream.title, text.language, "Subtitles");
        text.is_default = stream.is_default && !has_default;
        text.forced = stream.forced;
        text.hearing_impaired = stream.hearing_impaired;
        text.folder = folder_name(plans.size() + 1, text.language);
        has_default = has_default || text.is_default;
        plans.push_back(std::move(text));
    }
    return plans;
}

} // namespace framehand::media
