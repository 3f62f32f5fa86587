// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/media_source.h"
#include "core/media/plan.h"
#include "core/media/presentation_timeline.h"

namespace framehand::media {

/// The source's time of the first picture that can be decoded: what is 0 in the package. CorruptData if there is none.
[[nodiscard]] base::Result<PresentationTimeline::Zero> find_first_picture(const MediaSource& file, const Plan& plan,
                                                                          const base::CancelToken& cancel);

} // namespace framehand::media
