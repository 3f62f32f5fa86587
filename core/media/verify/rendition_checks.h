// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_package.h"
#include "core/media/verify/verify_options.h"
#include "core/media/verify/verify_report.h"

namespace framehand::media::verify {

/// Renditions: what EXT-X-MEDIA declares (RFC 8216 4.3.4.1). Each group that a variant names exists and each group is
/// named; names are there once in a group; an audio group has one default, a subtitle group at most one, and a default
/// is chosen automatically too; LANGUAGE is there (Apple 8.10), well formed, and the container's where that says one;
/// CHANNELS is what the bitstream says; there is stereo AAC (2.3). Where the
/// source's languages are known, audio is declared in no others.
void check_renditions(const MeasuredPackage& package, const SourceExpectation& source, VerifyReport& report);

} // namespace framehand::media::verify
