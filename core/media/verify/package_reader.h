// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/media/verify/measured_package.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/verify_report.h"

#include <functional>
#include <optional>
#include <string>

namespace framehand::media::verify {

/// Reads a multivariant playlist and all that it leads to. What cannot be read goes into the report.
class PackageReader {
public:
    using Progress = std::function<void(double fraction)>;

    PackageReader(const PackageFiles& files, VerifyReport& report, base::CancelToken cancel)
        : m_files(files), m_report(report), m_cancel(std::move(cancel)) {}

    /// Nothing if the multivariant playlist itself cannot be read.
    [[nodiscard]] std::optional<MeasuredPackage> read(const std::string& multivariant, const Progress& progress);

private:
    [[nodiscard]] std::string follow(MeasuredPackage& package, const std::string& from, const std::string& uri);
    void note_copies(MeasuredPackage& package);
    void read_subtitles(MeasuredPackage& package, const std::string& playlist);
    void read_iframe_playlist(MeasuredPackage& package, const std::string& playlist);

    const PackageFiles& m_files;
    VerifyReport& m_report;
    base::CancelToken m_cancel;
};

} // namespace framehand::media::verify
