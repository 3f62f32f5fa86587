// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/media/verify/measured_subtitles.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/verify_report.h"

#include <optional>
#include <string>

namespace framehand::media::verify {

/// Reads a subtitle playlist and every WebVTT segment of it. What is wrong in the bytes themselves goes into the report
/// (Playlists, References, Subtitles).
class SubtitleReader {
public:
    SubtitleReader(const PackageFiles& files, VerifyReport& report, base::CancelToken cancel)
        : m_files(files), m_report(report), m_cancel(std::move(cancel)) {}

    /// Nothing if it cannot be read to its end; the report says why then.
    [[nodiscard]] std::optional<MeasuredSubtitles> read(const std::string& playlist);

private:
    const PackageFiles& m_files;
    VerifyReport& m_report;
    base::CancelToken m_cancel;
};

} // namespace framehand::media::verify
