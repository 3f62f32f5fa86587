// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/verify/measured_rendition.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/verify_report.h"

#include <optional>
#include <string>

namespace framehand::media::verify {

/// Reads a media playlist, its init segment and every segment once, and measures them. What is wrong in the bytes
/// themselves goes into the report (Playlists, References, Structure, Keyframes, Timeline). At most one segment is in
/// memory at a time.
class RenditionReader {
public:
    RenditionReader(const PackageFiles& files, VerifyReport& report, base::CancelToken cancel)
        : m_files(files), m_report(report), m_cancel(std::move(cancel)) {}

    /// Nothing if it cannot be measured to its end; the report says why then.
    [[nodiscard]] std::optional<MeasuredRendition> read(const std::string& playlist);

private:
    [[nodiscard]] bool read_playlist(MeasuredRendition& rendition);
    void check_joint(const MeasuredRendition& rendition, const MeasuredSegment& next);

    const PackageFiles& m_files;
    VerifyReport& m_report;
    base::CancelToken m_cancel;
};

} // namespace framehand::media::verify
