// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/encoder_devices.h"

#include "platform/linux/descriptor.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <string>
#include <string_view>
#include <sys/ioctl.h>
#include <system_error>

namespace framehand::platform {

namespace {

/// Beginnings of names in /dev.
constexpr std::array<std::string_view, 10> kDrivers = {"dri",  "nvidia", "kfd", "dma_heap",    "media",
                                                       "mali", "vchiq",  "rga", "mpp_service", "vcsm-cma"};
constexpr std::string_view kVideo = "video";

bool turns_memory_into_memory(const std::filesystem::path& node) {
    const Descriptor device(::open(node.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    v4l2_capability capability{};
    if (!device || ::ioctl(device.get(), VIDIOC_QUERYCAP, &capability) != 0) {
        return false;
    }
    const unsigned can =
        (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? capability.device_caps : capability.capabilities;
    return (can & (V4L2_CAP_VIDEO_M2M | V4L2_CAP_VIDEO_M2M_MPLANE)) != 0;
}

} // namespace

std::vector<std::filesystem::path> encoder_devices() {
    std::vector<std::filesystem::path> found;
    std::error_code error;
    for (std::filesystem::directory_iterator entry("/dev", error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const auto begins = [&](std::string_view driver) { return name.starts_with(driver); };
        if (std::ranges::any_of(kDrivers, begins) || (begins(kVideo) && turns_memory_into_memory(entry->path()))) {
            found.push_back(entry->path());
        }
    }
    return found;
}

} // namespace framehand::platform
