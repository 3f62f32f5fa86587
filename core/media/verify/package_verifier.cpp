// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/package_verifier.h"

#include "core/media/verify/dash_check.h"
#include "core/media/verify/declaration_checks.h"
#include "core/media/verify/decode_check.h"
#include "core/media/verify/film_check.h"
#include "core/media/verify/gop_checks.h"
#include "core/media/verify/iframe_check.h"
#include "core/media/verify/leftover_check.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/package_reader.h"
#include "core/media/verify/picture_checks.h"
#include "core/media/verify/playlist_checks.h"
#include "core/media/verify/rendition_checks.h"
#include "core/media/verify/subtitle_checks.h"
#include "core/media/verify/timing_checks.h"

#include <algorithm>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<VerifyReport> verify_package(const std::filesystem::path& root, const std::string& multivariant,
                                    const VerifyOptions& options, const base::CancelToken& cancel,
                                    const std::function<void(double)>& progress) {
    constexpr double kReadShare = 0.2; // of the time, about
    const double films_end = options.decoded == DecodedParts::SingleFiles ? 1 : 0.4;
    FH_ASSIGN(const PackageFiles files, PackageFiles::open(root));
    VerifyReport report;
    report.set_level(options.level == VerifyLevel::Full ? "full" : "fast");
    const auto forward = [&](double fraction) {
        if (progress) {
            progress(fraction);
        }
    };

    auto package = PackageReader(files, report, cancel).read(multivariant, [&](double fraction) {
        forward(fraction * kReadShare);
    });
    if (package) {
        check_iframes(*package, files, cancel, report);
        check_tags(*package, report);
        check_stable_playlists(*package, files, report);
        double decoded = kReadShare;
        check_films(
            *package, files, options, cancel,
            [&](double fraction) {
                decoded = std::max(decoded, kReadShare + fraction * (films_end - kReadShare));
                forward(decoded);
            },
            report);
        check_leftovers(*package, files, report);
        check_segment_durations(*package, report);
        check_alignment(*package, report);
        check_gops(*package, report);
        check_totals(*package, options.source, report);
        check_declarations(*package, report);
        check_renditions(*package, options.source, report);
        check_pictures(*package, report);
        check_variants(*package, report);
        check_subtitles(*package, report);
        check_dash(*package, files, report);
        if (options.decoded == DecodedParts::All) {
            check_decode(
                *package, files, options, cancel, [&](double fraction) { forward(decoded + fraction * (1 - decoded)); },
                report);
        }
    }
    if (cancel.cancelled()) {
        return fail(ErrorCode::Cancelled, "the verification was cancelled");
    }
    return report;
}

} // namespace framehand::media::verify
