// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/ports/range_reader.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <type_traits>

namespace framehand::media {

/// Where a source's bytes come from: a file, or a reader of ranges, which must outlive whoever has this.
class MediaSource {
public:
    template <typename Path>

    requires std::is_convertible_v<const Path&, std::filesystem::path> MediaSource(const Path& file)
        : m_file(file) {} // implicit: a path is a source

    MediaSource(ports::RangeReader& ranges) : m_ranges(&ranges) {}

    /// The one of a spec: `ranges` where it is not null.
    [[nodiscard]] static MediaSource of(const jobs::TranscodeSpec& spec, ports::RangeReader* ranges) {
        return ranges != nullptr ? MediaSource(*ranges) : MediaSource(spec.input_path);
    }

    /// For messages.
    [[nodiscard]] std::string name() const { return m_ranges != nullptr ? m_ranges->name() : m_file.string(); }

    /// Null for a file.
    [[nodiscard]] ports::RangeReader* ranges() const { return m_ranges; }

    /// Of a file.
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

    /// 0 if nobody knows.
    [[nodiscard]] std::uint64_t size() const;

private:
    std::filesystem::path m_file;
    ports::RangeReader* m_ranges = nullptr;
};

} // namespace framehand::media
