// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/base/log_format.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <memory>
#include <mutex>
#include <vector>

namespace framehand::base {

// All sinks: write() from any thread, never throws; what cannot be written is dropped.

/// One JSON object a line, for services.
class JsonLineSink final : public LogSink {
public:
    /// `stream` must outlive the sink, and nothing else may write to it meanwhile.
    explicit JsonLineSink(std::ostream& stream) : m_stream(stream) {}

    void write(const LogRecord& record) override;

private:
    std::mutex m_mutex;
    std::ostream& m_stream; ///< guarded by m_mutex
};

/// One readable line each, for people.
class TextSink final : public LogSink {
public:
    TextSink(std::ostream& stream, TextStyle style) : m_stream(stream), m_style(style) {}

    void write(const LogRecord& record) override;

private:
    std::mutex m_mutex;
    std::ostream& m_stream; ///< guarded by m_mutex
    TextStyle m_style;
};

/// JSON lines in a file that is renamed to "<path>.1" once it is full; "<path>.1" becomes "<path>.2", and so on. A file
/// that somebody deletes or moves away is made anew. Readable by its owner only.
///
/// On its way to "<path>.1" it is "<path>.0", and is kept there while the kept ones cannot be renamed. A full file that
/// cannot be renamed itself, as another program holds it open on Windows, grows on: none of the kept ones is given up
/// for it, and it is tried again after each further tenth of the limit.
class RotatingFileSink final : public LogSink {
public:
    /// Missing folders are made. `kept_files` is how many full files stay besides the current one.
    [[nodiscard]] static Result<std::shared_ptr<RotatingFileSink>> open(std::filesystem::path path,
                                                                        std::uintmax_t max_bytes, int kept_files);

    void write(const LogRecord& record) override;

private:
    RotatingFileSink(std::filesystem::path path, std::uintmax_t max_bytes, int kept_files);
    Status reopen();
    [[nodiscard]] bool rotate() const;
    [[nodiscard]] bool number_aside() const;

    std::mutex m_mutex;
    const std::filesystem::path m_path;
    const std::uintmax_t m_max_bytes;
    const int m_kept_files;
    std::ofstream m_file;       ///< guarded by m_mutex
    std::uintmax_t m_bytes = 0; ///< in m_file; guarded by m_mutex
    std::uintmax_t m_limit = 0; ///< of m_bytes: above it the file is full; guarded by m_mutex
};

/// Each record to every sink, in order.
class TeeSink final : public LogSink {
public:
    explicit TeeSink(std::vector<std::shared_ptr<LogSink>> sinks) : m_sinks(std::move(sinks)) {}

    void write(const LogRecord& record) override;

private:
    const std::vector<std::shared_ptr<LogSink>> m_sinks;
};

} // namespace framehand::base
