// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/gop_statistics.h"

namespace framehand::media {

GopStatistics::~GopStatistics() {
    // What cannot be removed goes with the folder.
    static_cast<void>(m_file_system.remove(m_file));
    static_cast<void>(m_file_system.remove(m_file.string() + ".mbtree"));
}

} // namespace framehand::media
