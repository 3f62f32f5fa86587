// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/package_publisher.h"

#include "core/media/bandwidth.h"
#include "core/media/dash_writer.h"
#include "core/media/playlist_writer.h"

#include <algorithm>
#include <utility>

namespace framehand::media {

namespace {

constexpr const char* kPlaylist = "/playlist.m3u8";
constexpr const char* kIFrames = "/iframes.m3u8";
constexpr int kStereo = 2;

/// Writes files of one package and remembers their names.
class Publisher {
public:
    Publisher(ports::FileSystem& file_system, const std::filesystem::path& package_dir,
              const jobs::PackageLayout& layout)
        : m_file_system(file_system), m_package_dir(package_dir), m_layout(layout) {}

    [[nodiscard]] base::Status write(const std::string& path, const std::string& text) {
        FH_TRY(m_file_system.write_file_atomic(m_package_dir / path, text));
        m_files.push_back(path);
        return {};
    }

    /// The media playlist beside its segments.
    [[nodiscard]] base::Status media_playlist_in(const std::string& folder, const RenditionRecord& record,
                                                 std::int64_t target) {
        if (!record.init_file.empty()) {
            m_files.push_back(folder + "/" + record.init_file);
        }
        for (const SegmentRecord& segment : record.segments) {
            m_files.push_back(folder + "/" + segment.file);
        }
        return write(folder + kPlaylist, media_playlist(record, target, ""));
    }

    /// The stable playlist of a layout's folder, which points into its version folder.
    [[nodiscard]] base::Status alias_playlist_of(const std::string& dir, const RenditionRecord& record,
                                                 std::int64_t target) {
        const std::string stable = m_layout.alias_playlist(dir);
        return stable.empty() ? base::Status()
                              : write(stable, media_playlist(record, target, m_layout.version_name() + "/"));
    }

    [[nodiscard]] std::vector<std::string> take_files() { return std::move(m_files); }

private:
    ports::FileSystem& m_file_system;
    const std::filesystem::path& m_package_dir;
    const jobs::PackageLayout& m_layout;
    std::vector<std::string> m_files;
};

VariantEntry variant_entry(const std::string& folder, const RenditionRecord& record, const VideoPlan& video,
                           const RungPlan& rung, std::int64_t target) {
    const IFrameRates iframes = iframe_rates(record);
    VariantEntry entry;
    entry.uri = folder + kPlaylist;
    entry.iframe_uri = folder + kIFrames;
    entry.codecs = record.codecs;
    entry.width = rung.width;
    entry.height = rung.height;
    entry.source = rung.source;
    entry.frame_rate = video.frame_rate;
    if (video.timing == FrameTiming::Variable && record.duration() > 0) {
        entry.frame_rate = {record.packets() * record.timescale, record.duration()}; // measured over the whole film
    }
    entry.peak = peak_bandwidth(record, target);
    entry.average = average_bandwidth(record);
    entry.iframe_peak = iframes.peak;
    entry.iframe_average = iframes.average;
    return entry;
}

AudioEntry audio_entry(const std::string& folder, const RenditionRecord& record, const AudioPlan& plan,
                       std::int64_t target) {
    AudioEntry entry;
    entry.uri = folder + kPlaylist;
    entry.codecs = record.codecs;
    entry.name = plan.name;
    entry.language = plan.language;
    entry.channels = plan.channels;
    entry.describes_video = plan.describes_video;
    entry.peak = peak_bandwidth(record, target);
    entry.average = average_bandwidth(record);
    return entry;
}

TextEntry text_entry(const std::string& folder, const RenditionRecord& record, const TextPlan& plan,
                     std::int64_t target) {
    TextEntry entry;
    entry.uri = folder + kPlaylist;
    entry.name = plan.name;
    entry.language = plan.language;
    entry.is_default = plan.is_default;
    entry.forced = plan.forced;
    entry.hearing_impaired = plan.hearing_impaired;
    entry.peak = peak_bandwidth(record, target);
    entry.average = average_bandwidth(record);
    return entry;
}

/// The stereo group and, where there is surround, a group of the same tracks with it: a track that has only stereo is
/// its own match there.
std::vector<AudioGroup> audio_groups(const std::vector<AudioPlan>& plans, const std::vector<AudioEntry>& entries) {
    AudioGroup stereo{"audio", {}};
    AudioGroup surround{"surround", {}};
    bool has_surround = false;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (plans[i].channels > kStereo) {
            surround.members.back() = entries[i]; // it stands behind its track's stereo
            has_surround = true;
        } else {
            stereo.members.push_back(entries[i]);
            surround.members.push_back(entries[i]);
        }
    }
    std::vector<AudioGroup> groups;
    if (!stereo.members.empty()) {
        groups.push_back(std::move(stereo));
    }
    if (has_surround) {
        groups.push_back(std::move(surround));
    }
    return groups;
}

/// EXT-X-TARGETDURATION, one for all renditions (Apple 8.2).
std::int64_t common_target(const FinishedRenditions& renditions) {
    std::int64_t target = 1;
    for (const auto* records : {&renditions.rungs, &renditions.audio}) {
        for (const RenditionRecord* record : *records) {
            target = std::max(target, target_duration(*record));
        }
    }
    for (const FinishedText& text : renditions.text) {
        target = std::max(target, target_duration(*text.record));
    }
    return target;
}

DashPresentation dash_of(const jobs::PackageLayout& layout, const Plan& plan, const FinishedRenditions& renditions,
                         const std::vector<VariantEntry>& variants, std::int64_t target) {
    DashPresentation dash;
    dash.target_duration_sec = target;
    for (std::size_t i = 0; i < variants.size(); ++i) {
        const VariantEntry& variant = variants[i];
        dash.video.push_back({layout.version_dir(layout.rung_dirs[i]), renditions.rungs[i], variant.peak, variant.width,
                              variant.height, variant.frame_rate});
    }
    for (std::size_t i = 0; i < renditions.audio.size(); ++i) {
        const AudioPlan& audio = plan.audio[i];
        const RenditionRecord& record = *renditions.audio[i];
        dash.audio.push_back({audio_folder(layout, audio), &record, peak_bandwidth(record, target), audio.channels,
                              audio.sample_rate, audio.language, audio.name, audio.describes_video});
    }
    return dash;
}

std::string inside(const std::string& folder, const std::string& name) {
    return name.empty() ? folder : folder + "/" + name;
}

} // namespace

std::string audio_folder(const jobs::PackageLayout& layout, const AudioPlan& plan) {
    return inside(layout.version_dir(layout.audio_dir), plan.folder);
}

std::string text_folder(const jobs::PackageLayout& layout, const TextPlan& plan) {
    return inside(layout.version_dir(layout.text_dir), plan.folder);
}

base::Result<std::vector<std::string>> publish_playlists(ports::FileSystem& file_system,
                                                         const std::filesystem::path& package_dir,
                                                         const jobs::PackageLayout& layout, const Plan& plan,
                                                         const FinishedRenditions& renditions) {
    const std::int64_t target = common_target(renditions);
    Publisher publisher(file_system, package_dir, layout);
    std::vector<VariantEntry> variants;
    for (std::size_t i = 0; i < renditions.rungs.size(); ++i) {
        const RenditionRecord& record = *renditions.rungs[i];
        const std::string folder = layout.version_dir(layout.rung_dirs[i]);
        FH_TRY(publisher.media_playlist_in(folder, record, target));
        FH_TRY(publisher.alias_playlist_of(layout.rung_dirs[i], record, target));
        variants.push_back(variant_entry(folder, record, *plan.video, plan.video->rungs[i], target));
        FH_TRY(publisher.write(variants.back().iframe_uri, iframe_playlist(record)));
    }
    std::vector<AudioEntry> audio;
    for (std::size_t i = 0; i < renditions.audio.size(); ++i) {
        const RenditionRecord& record = *renditions.audio[i];
        const std::string folder = audio_folder(layout, plan.audio[i]);
        FH_TRY(publisher.media_playlist_in(folder, record, target));
        if (i == 0) {
            FH_TRY(publisher.alias_playlist_of(layout.audio_dir, record, target));
        }
        audio.push_back(audio_entry(folder, record, plan.audio[i], target));
    }
    std::vector<TextEntry> text;
    for (const FinishedText& finished : renditions.text) {
        const std::string folder = text_folder(layout, *finished.plan);
        FH_TRY(publisher.media_playlist_in(folder, *finished.record, target));
        text.push_back(text_entry(folder, *finished.record, *finished.plan, target));
    }
    if (!layout.dash.empty()) {
        FH_TRY(publisher.write(layout.dash, dash_manifest(dash_of(layout, plan, renditions, variants, target))));
    }
    FH_TRY(publisher.write(layout.multivariant,
                           multivariant_playlist(std::move(variants), audio_groups(plan.audio, audio), text)));
    return publisher.take_files();
}

} // namespace framehand::media
