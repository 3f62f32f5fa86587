// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/lead_statistics.h"

#include <cstdio>
#include <utility>

namespace framehand::media {

namespace {

// x264 gives its files their names at the end.
constexpr const char* kUnfinished = ".temp";
constexpr const char* kTrees = ".mbtree";
constexpr std::size_t kMaxLine = 64 * 1024;

std::size_t macroblocks(int width, int height) {
    return static_cast<std::size_t>((width + 15) / 16) * static_cast<std::size_t>((height + 15) / 16);
}

base::Error unreadable(const std::string& what) {
    return base::fail(base::ErrorCode::Unsupported, "the encoder's statistics cannot be read: " + what);
}

/// Makes "<name>:<number>" at `at` count from the GOP's first frame.
bool renumber(std::string& line, std::string_view name, std::size_t at, std::int64_t before) {
    if (line.compare(at, name.size(), name) != 0) {
        return false;
    }
    const std::size_t begin = at + name.size();
    const std::size_t end = line.find(' ', begin);
    if (end == std::string::npos || end == begin || end - begin > 9 ||
        line.find_first_not_of("0123456789", begin) != end) {
        return false;
    }
    const std::int64_t number = std::stoll(line.substr(begin, end - begin)) - before;
    if (number < 0) {
        return false;
    }
    line.replace(begin, end - begin, std::to_string(number));
    return true;
}

/// Not synced: they outlive no run.
base::Status write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    return file ? base::Status() : base::fail(base::ErrorCode::IoError, "cannot write " + path.string());
}

} // namespace

LeadStatistics::LeadStatistics(ports::FileSystem& file_system, std::filesystem::path folder, Lead lead, Taker take)
    : m_file_system(file_system), m_folder(std::move(folder)), m_lead(lead), m_take(std::move(take)) {
}

LeadStatistics::~LeadStatistics() {
    remove_files();
}

std::filesystem::path LeadStatistics::begin() {
    remove_files();
    m_file = m_folder / ("lead-" + std::to_string(m_files++));
    m_head.clear();
    m_file_bytes = 0;
    m_cut = 0;
    return m_file;
}

void LeadStatistics::take(const EncodedPacket& packet) {
    if (packet.place.mark != Mark::None) {
        hand_out();
    }
    ++m_packets;
    m_bytes += packet.packet->size;
    m_ticks += packet.packet->duration;
}

void LeadStatistics::end() {
    hand_out();
    m_frames.close();
    m_trees.close();
}

void LeadStatistics::hand_out() {
    if (m_packets == 0) {
        return;
    }
    auto statistics = cut();
    m_take(statistics ? *statistics : nullptr);
    m_cut += m_packets;
    m_packets = 0;
    m_bytes = 0;
    m_ticks = 0;
}

base::Result<std::shared_ptr<const GopStatistics>> LeadStatistics::cut() {
    const auto bits = static_cast<double>(m_bytes * 8);
    const double seconds = static_cast<double>(m_ticks) / static_cast<double>(m_lead.timescale);
    m_film_bits += bits;
    m_film_sec += seconds;
    if (seconds <= 0) {
        return unreadable("a GOP without a duration");
    }
    // x264 keeps the last lines in a stream of the C library that nobody else can reach.
    std::fflush(nullptr);
    std::size_t referred = 0;
    FH_ASSIGN(const std::string frames, cut_frames(referred));
    if (!m_trees.is_open()) {
        m_trees.open(m_file.string() + kTrees + kUnfinished, std::ios::binary);
    }
    std::string trees(referred * (1 + 2 * macroblocks(m_lead.width, m_lead.height)), '\0');
    m_trees.clear();
    if (!m_trees.read(trees.data(), static_cast<std::streamsize>(trees.size()))) {
        return unreadable("they end early");
    }
    m_file_bytes += frames.size() + trees.size();
    const std::filesystem::path file = m_folder / ("gop-" + std::to_string(m_files++));
    const auto rate = static_cast<double>(m_lead.bitrate);
    auto made = std::make_shared<const GopStatistics>(
        m_file_system, file, GopStatistics::Cost{seconds, bits / (rate * seconds), m_film_bits / (rate * m_film_sec)});
    FH_TRY(write(file, frames));
    FH_TRY(write(file.string() + kTrees, trees));
    return made;
}

base::Result<std::string> LeadStatistics::cut_frames(std::size_t& referred) {
    if (!m_frames.is_open()) {
        m_frames.open(m_file.string() + kUnfinished, std::ios::binary);
        if (!std::getline(m_frames, m_head) || !m_head.starts_with("#options:")) {
            return unreadable("they do not begin with the options");
        }
    }
    std::string frames = m_head + "\n";
    m_frames.clear();
    for (std::int64_t i = 0; i < m_packets; ++i) {
        std::string line;
        if (!std::getline(m_frames, line) || line.size() > kMaxLine || !line.ends_with(';')) {
            return unreadable("a line is missing");
        }
        if (!renumber(line, "in:", 0, m_cut) || !renumber(line, "out:", line.find(' ') + 1, m_cut)) {
            return unreadable(line.substr(0, 40));
        }
        const std::size_t type = line.find(" type:");
        if (type == std::string::npos || type + 6 >= line.size()) {
            return unreadable(line.substr(0, 40));
        }
        referred += line[type + 6] == 'b' ? 0 : 1;
        frames += line + "\n";
    }
    return frames;
}

void LeadStatistics::remove_files() {
    m_frames.close();
    m_trees.close();
    if (m_file.empty()) {
        return;
    }
    for (const char* tail : {"", ".mbtree", ".temp", ".mbtree.temp"}) {
        static_cast<void>(m_file_system.remove(m_file.string() + tail));
    }
}

} // namespace framehand::media
