// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/log_setup.h"

#include <utility>
#include <vector>

namespace framehand::settings {

namespace {

constexpr std::uintmax_t kLogFileBytes = 10 * 1'048'576;
constexpr int kKeptLogFiles = 5;

std::shared_ptr<base::LogSink> stream_sink(OutputKind kind, std::ostream& stream) {
    switch (kind) {
    case OutputKind::Service:
        return std::make_shared<base::JsonLineSink>(stream);
    case OutputKind::Terminal:
        return std::make_shared<base::TextSink>(stream, base::TextStyle::Coloured);
    case OutputKind::Pipe:
        break;
    }
    return std::make_shared<base::TextSink>(stream, base::TextStyle::Plain);
}

} // namespace

base::Result<std::shared_ptr<base::LogSink>> make_log_sink(const Settings& settings, OutputKind kind,
                                                           std::ostream& stream) {
    std::shared_ptr<base::LogSink> sink = stream_sink(kind, stream);
    if (settings.log_file.empty()) {
        return sink;
    }
    auto file = base::RotatingFileSink::open(settings.log_file, kLogFileBytes, kKeptLogFiles);
    if (!file) {
        return file.error().wrapped("log_file: cannot be used; correct the setting or the folder's permissions");
    }
    std::vector<std::shared_ptr<base::LogSink>> both{std::move(sink), std::move(*file)};
    return std::shared_ptr<base::LogSink>(std::make_shared<base::TeeSink>(std::move(both)));
}

} // namespace framehand::settings
