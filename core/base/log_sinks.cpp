// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_sinks.h"

#include "core/base/folders.h"

#include <cerrno>
#include <ostream>
#include <system_error>
#include <utility>

namespace framehand::base {

namespace {

void write_line(std::ostream& stream, std::string line) {
    line += '\n';
    stream.clear(); // a reader that went away once must not silence the log for good
    stream.write(line.data(), static_cast<std::streamsize>(line.size()));
    stream.flush();
}

std::filesystem::path numbered(const std::filesystem::path& path, int number) {
    std::filesystem::path result = path;
    result += "." + std::to_string(number);
    return result;
}

} // namespace

void JsonLineSink::write(const LogRecord& record) {
    std::string line = format_json_line(record);
    const std::lock_guard lock(m_mutex);
    write_line(m_stream, std::move(line));
}

void TextSink::write(const LogRecord& record) {
    std::string line = format_text_line(record, m_style);
    const std::lock_guard lock(m_mutex);
    write_line(m_stream, std::move(line));
}

RotatingFileSink::RotatingFileSink(std::filesystem::path path, std::uintmax_t max_bytes, int kept_files)
    : m_path(std::move(path)), m_max_bytes(max_bytes), m_kept_files(kept_files), m_limit(max_bytes) {
}

Result<std::shared_ptr<RotatingFileSink>> RotatingFileSink::open(std::filesystem::path path, std::uintmax_t max_bytes,
                                                                 int kept_files) {
    std::shared_ptr<RotatingFileSink> sink(new RotatingFileSink(std::move(path), max_bytes, kept_files));
    FH_TRY(sink->reopen());
    return sink;
}

Status RotatingFileSink::reopen() {
    std::error_code error;
    make_folders(m_path.parent_path(), error);
    m_file.close();
    m_file.clear();
    errno = 0;
    m_file.open(m_path, std::ios::binary | std::ios::app);
    if (!m_file) {
        return error_from_errno(errno != 0 ? errno : EIO, "cannot open the log file: " + m_path.string());
    }
    std::filesystem::permissions(m_path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                                 error);
    const auto size = std::filesystem::file_size(m_path, error);
    m_bytes = error ? 0 : size;
    if (m_bytes == 0) {
        m_limit = m_max_bytes;
    }
    return {};
}

/// False if the full file is still in its place.
bool RotatingFileSink::rotate() const {
    std::error_code error;
    if (m_kept_files <= 0) {
        std::filesystem::remove(m_path, error);
        return !error;
    }
    if (!number_aside()) {
        return false;
    }
    // Before any kept one: the oldest must not be given up for a file that cannot be moved.
    std::filesystem::rename(m_path, numbered(m_path, 0), error);
    if (error) {
        return false;
    }
    static_cast<void>(number_aside()); // or before the next one comes
    return true;
}

/// Gives "<path>.0" its number, if it is there; those that are in the way move on by one. False if it had to stay.
bool RotatingFileSink::number_aside() const {
    std::error_code error;
    const auto aside = std::filesystem::symlink_status(numbered(m_path, 0), error);
    if (aside.type() == std::filesystem::file_type::not_found) {
        return true;
    }
    if (aside.type() != std::filesystem::file_type::regular) {
        return false; // somebody else's
    }
    int place = 1;
    while (place < m_kept_files && std::filesystem::exists(numbered(m_path, place), error)) {
        ++place; // up to a gap, so that tries which fail half-way never cost more than the oldest
    }
    for (; place > 0; --place) {
        std::filesystem::rename(numbered(m_path, place - 1), numbered(m_path, place), error);
        if (error) {
            return false;
        }
    }
    return true;
}

void RotatingFileSink::write(const LogRecord& record) {
    std::string line = format_json_line(record);
    const std::lock_guard lock(m_mutex);
    if (m_bytes > 0 && m_bytes + line.size() + 1 > m_limit) {
        m_file.close();
        if (!rotate()) {
            m_limit = m_bytes + m_max_bytes / 10;
        }
    }
    std::error_code error;
    if (!m_file.is_open() || !std::filesystem::exists(m_path, error)) {
        if (!reopen()) {
            return;
        }
    }
    m_bytes += line.size() + 1;
    write_line(m_file, std::move(line));
}

void TeeSink::write(const LogRecord& record) {
    for (const auto& sink : m_sinks) {
        sink->write(record);
    }
}

} // namespace framehand::base
