// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framehand::platform {

/// This process gets no huge pages, although libraries ask for them. x264 wants them for each of its pictures, which
/// rounds every picture up to 2 MB: measured, 20 MB of a 1080p job for no time that could be seen.
/// Where the kernel refuses, nothing changes.
void prefer_small_pages();

} // namespace framehand::platform
