// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/libav_log.h"

#include "core/media/av.h"

#include <array>
#include <cstdarg>
#include <mutex>
#include <string>
#include <string_view>

namespace framehand::media {

/// libav's callback carries no pointer of ours, so the newest object must be found from here.
struct LibavLog::Registry {
    std::mutex mutex;
    LibavLog* newest = nullptr;

    static Registry& of_process() {
        static Registry registry;
        return registry;
    }

    static void on_line(void* context, int level, const char* format, va_list arguments) {
        const bool tells_concealment = level > AV_LOG_WARNING && std::string_view(format).starts_with("concealing ");
        if (level > AV_LOG_WARNING && !tells_concealment) {
            return;
        }
        std::array<char, 1024> text{};
        int print_prefix = 1;
        av_log_format_line2(context, level, format, arguments, text.data(), static_cast<int>(text.size()),
                            &print_prefix);
        std::string_view line(text.data());
        while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
            line.remove_suffix(1);
        }
        Registry& registry = of_process();
        const std::scoped_lock lock(registry.mutex);
        if (registry.newest != nullptr && !line.empty()) {
            registry.newest->m_sink(tells_concealment       ? LibavSeverity::Concealment
                                    : level <= AV_LOG_ERROR ? LibavSeverity::Error
                                                            : LibavSeverity::Warning,
                                    line);
        }
    }
};

LibavLog::LibavLog(Sink sink) : m_sink(std::move(sink)) {
    Registry& registry = Registry::of_process();
    const std::scoped_lock lock(registry.mutex);
    m_previous = registry.newest;
    registry.newest = this;
    av_log_set_callback(&Registry::on_line);
}

LibavLog::~LibavLog() {
    Registry& registry = Registry::of_process();
    const std::scoped_lock lock(registry.mutex);
    registry.newest = m_previous;
    if (m_previous == nullptr) {
        av_log_set_callback(&av_log_default_callback);
    }
}

std::string_view libav_version() {
    static const std::string text =
        std::string(av_version_info()) + ", libavcodec " + std::to_string(AV_VERSION_MAJOR(avcodec_version())) + "." +
        std::to_string(AV_VERSION_MINOR(avcodec_version())) + "." + std::to_string(AV_VERSION_MICRO(avcodec_version()));
    return text;
}

} // namespace framehand::media
