// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/transcoder_locator.h"

#include "core/base/program_file.h"

#include <array>

namespace framehand::worker {

base::Result<std::filesystem::path> find_transcoder(const std::filesystem::path& program_dir,
                                                    const ports::FileSystem& files) {
    const std::string name = base::program_file("framehand-transcoder");
    const std::array places{program_dir / name,
                            (program_dir / ".." / "libexec" / "framehand" / name).lexically_normal()};
    for (const std::filesystem::path& place : places) {
        // A link is fine: packagers use them.
        const auto target = files.canonical(place);
        if (!target) {
            continue;
        }
        if (const auto kind = files.kind(*target); kind && *kind == ports::FileSystem::Kind::File) {
            return place;
        }
    }
    return base::fail(base::ErrorCode::NotFound, "framehand-transcoder is missing: it is neither " +
                                                     places[0].string() + " nor " + places[1].string() +
                                                     "; install Framehand again");
}

} // namespace framehand::worker
