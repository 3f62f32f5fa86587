// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/package_publisher.h"

#include "core/media/bandwidth.h"
#include "core/media/playlist_writer.h"

#include <algorithm>
#include <utility>

namespace framehand::media {

namespace {

constexpr const char* kPlaylist = "/playlist.m3u8";
constexpr const char* kIFrames = "/iframes.m3u8";

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

    [[nodiscard]] base::Status media_playlists(const PublishedRendition& rendition, std::int64_t target) {
        const std::string folder = m_layout.version_dir(rendition.dir);
        const RenditionRecord& record = *rendition.record;
        if (!record.init_file.empty()) {
            m_files.push_back(folder + "/" + record.init_file);
        }
        for (const SegmentRecord& segment : record.segments) {
            m_files.push_back(folder + "/" + segment.file);
        }
        FH_TRY(write(folder + kPlaylist, media_playlist(record, target, "")));
        const std::string stable = m_layout.alias_playlist(rendition.dir);
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

VariantEntry variant_entry(const PublishedRendition& rendition, const jobs::PackageLayout& layout,
                           const VideoPlan& video, const RungPlan& rung, std::int64_t target) {
    const RenditionRecord& record = *rendition.record;
    const std::string folder = layout.version_dir(rendition.dir);
    const IFrameRates iframes = iframe_rates(record);
    VariantEntry entry;
    entry.uri = folder + kPlaylist;
    entry.iframe_uri = folder + kIFrames;
    entry.codecs = record.codecs;
    entry.width = rung.width;
    entry.height = rung.height;
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

AudioEntry audio_entry(const PublishedRendition& rendition, const jobs::PackageLayout& layout, const AudioPlan& plan,
                       std::int64_t target) {
    const RenditionRecord& record = *rendition.record;
    return {layout.version_dir(rendition.dir) + kPlaylist,
            record.codecs,
            plan.name,
            plan.language,
            plan.channels,
            peak_bandwidth(record, target),
            average_bandwidth(record)};
}

} // namespace

base::Result<std::vector<std::string>> publish_playlists(ports::FileSystem& file_system,
                                                         const std::filesystem::path& package_dir,
                                                         const jobs::PackageLayout& layout, const Plan& plan,
                                                         const std::vector<PublishedRendition>& rungs,
                                                         const std::optional<PublishedRendition>& audio) {
    std::int64_t target = audio ? target_duration(*audio->record) : 1; // one for all: Apple 8.2
    for (const PublishedRendition& rung : rungs) {
        target = std::max(target, target_duration(*rung.record));
    }
    Publisher publisher(file_system, package_dir, layout);
    std::vector<VariantEntry> variants;
    for (std::size_t i = 0; i < rungs.size(); ++i) {
        FH_TRY(publisher.media_playlists(rungs[i], target));
        variants.push_back(variant_entry(rungs[i], layout, *plan.video, plan.video->rungs[i], target));
        FH_TRY(publisher.write(variants.back().iframe_uri, iframe_playlist(*rungs[i].record)));
    }
    std::optional<AudioEntry> audio_group;
    if (audio) {
        FH_TRY(publisher.media_playlists(*audio, target));
        audio_group = audio_entry(*audio, layout, *plan.audio, target);
    }
    FH_TRY(publisher.write(layout.multivariant, multivariant_playlist(std::move(variants), audio_group)));
    return publisher.take_files();
}

} // namespace framehand::media
