// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a ladder can cost while each rung is encoded for itself: one libx264 per rung, each in a thread of its
// own, fed with frames that were decoded and scaled before. Packets are counted and dropped. Every setting is an
// argument, so that nothing here follows the engine by accident; the driver compares what x264 says it used.
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/media/av.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

using namespace framehand;
using base::ErrorCode;
using base::fail;
using media::AvDictionary;
using media::UniqueCodecContext;
using media::UniqueFrame;
using media::UniquePacket;

constexpr int kProfileHigh = 100;

/// "name=720p,file=720p.yuv,width=1280,height=720,bitrate=2800000,maxrate=3080000,bufsize=4200000,level=31"
struct Rung {
    std::string name;
    std::string file;
    int width = 0;
    int height = 0;
    std::int64_t bitrate = 0;
    std::int64_t maxrate = 0;
    int bufsize = 0;
    int level = 0;

    [[nodiscard]] std::size_t frame_bytes() const { return static_cast<std::size_t>(width) * height * 3 / 2; }
};

struct Settings {
    std::string preset = "veryfast";
    std::string x264_params;
    std::string write_dir; ///< "" = packets are dropped
    int threads = 0;       ///< x264's, of each rung; 0 = its own choice
    int gop_frames = 50;
    int rate_num = 25;
    int rate_den = 1;
};

struct Outcome {
    std::int64_t frames = 0;
    std::uint64_t bytes = 0;
    std::string x264_options;
};

class Descriptor {
public:
    explicit Descriptor(const std::string& path) : m_fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    ~Descriptor() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }

    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

/// A file's bytes in memory. Pages that were used are given back, so that memory figures show the encoders' share.
class MappedFile {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<MappedFile>> open(const std::string& path) {
        const Descriptor file(path);

        struct stat facts {};

        if (file.get() < 0 || ::fstat(file.get(), &facts) != 0) {
            return fail(ErrorCode::NotFound, path + ": cannot be read", std::strerror(errno));
        }
        const auto size = static_cast<std::size_t>(facts.st_size);
        void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
        if (data == MAP_FAILED) {
            return fail(ErrorCode::Internal, path + ": cannot be mapped", std::strerror(errno));
        }
        return std::unique_ptr<MappedFile>(new MappedFile(static_cast<std::uint8_t*>(data), size));
    }

    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    ~MappedFile() { ::munmap(m_data, m_size); }

    [[nodiscard]] std::size_t size() const { return m_size; }

    [[nodiscard]] std::uint8_t* at(std::size_t offset) const { return m_data + offset; }

    void give_back_until(std::size_t offset) {
        const std::size_t end = offset / kBlock * kBlock;
        if (end > m_given_back) {
            ::madvise(m_data + m_given_back, end - m_given_back, MADV_DONTNEED);
            m_given_back = end;
        }
    }

private:
    static constexpr std::size_t kBlock = std::size_t{8} << 20;

    MappedFile(std::uint8_t* data, std::size_t size) : m_data(data), m_size(size) {}

    std::uint8_t* m_data;
    std::size_t m_size;
    std::size_t m_given_back = 0;
};

/// The text that x264 puts into its first packet: "x264 - core 164 ... options: cabac=1 ref=1 ...".
std::string x264_options(std::span<const std::uint8_t> packet) {
    const std::string_view bytes(reinterpret_cast<const char*>(packet.data()), packet.size());
    constexpr std::string_view kMark = "options: ";
    const auto begin = bytes.find(kMark);
    if (begin == std::string_view::npos) {
        return "";
    }
    const auto end = bytes.find('\0', begin);
    return std::string(bytes.substr(begin + kMark.size(), end - begin - kMark.size()));
}

class RungEncoder {
public:
    RungEncoder(Rung rung, const Settings& settings) : m_rung(std::move(rung)), m_settings(settings) {}

    [[nodiscard]] base::Status open() {
        const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
        if (codec == nullptr) {
            return fail(ErrorCode::Unsupported, "this libav has no libx264");
        }
        m_context.reset(avcodec_alloc_context3(codec));
        m_packet.reset(av_packet_alloc());
        AVCodecContext& context = *m_context;
        context.width = m_rung.width;
        context.height = m_rung.height;
        context.pix_fmt = AV_PIX_FMT_YUV420P;
        context.sample_aspect_ratio = {1, 1};
        context.framerate = {m_settings.rate_num, m_settings.rate_den};
        context.time_base = {m_settings.rate_den, m_settings.rate_num};
        context.bit_rate = m_rung.bitrate;
        context.rc_max_rate = m_rung.maxrate;
        context.rc_buffer_size = m_rung.bufsize;
        context.profile = kProfileHigh;
        context.level = m_rung.level;
        context.gop_size = m_settings.gop_frames;
        context.thread_count = m_settings.threads;
        context.flags |= AV_CODEC_FLAG_CLOSED_GOP;
        AvDictionary options;
        options.set("preset", m_settings.preset);
        options.set("forced-idr", "1");
        options.set("x264-params", m_settings.x264_params);
        if (const int rc = avcodec_open2(&context, codec, options.address()); rc < 0) {
            return media::av_failure(rc, m_rung.name + ": libx264 does not open");
        }
        FH_ASSIGN(m_input, MappedFile::open(m_rung.file));
        if (m_input->size() == 0 || m_input->size() % m_rung.frame_bytes() != 0) {
            return fail(ErrorCode::InvalidArgument,
                        m_rung.file + ": is not a whole number of yuv420p frames of this size");
        }
        if (!m_settings.write_dir.empty()) {
            m_written.open(std::filesystem::path(m_settings.write_dir) / (m_rung.name + ".h264"), std::ios::binary);
        }
        return {};
    }

    /// On a thread of its own.
    [[nodiscard]] base::Status run() {
        const std::size_t frames = m_input->size() / m_rung.frame_bytes();
        for (std::size_t i = 0; i < frames; ++i) {
            FH_TRY(send(picture(i).get()));
            m_input->give_back_until((i + 1) * m_rung.frame_bytes());
        }
        return send(nullptr);
    }

    [[nodiscard]] const Rung& rung() const { return m_rung; }

    [[nodiscard]] const Outcome& outcome() const { return m_outcome; }

private:
    [[nodiscard]] UniqueFrame picture(std::size_t number) {
        const auto leave = [](void*, std::uint8_t*) {}; // the file's mapping owns the bytes
        const std::size_t luma = static_cast<std::size_t>(m_rung.width) * m_rung.height;
        std::uint8_t* data = m_input->at(number * m_rung.frame_bytes());
        UniqueFrame frame(av_frame_alloc());
        frame->buf[0] = av_buffer_create(data, m_rung.frame_bytes(), leave, nullptr, AV_BUFFER_FLAG_READONLY);
        frame->format = AV_PIX_FMT_YUV420P;
        frame->width = m_rung.width;
        frame->height = m_rung.height;
        frame->data[0] = data;
        frame->data[1] = data + luma;
        frame->data[2] = data + luma + luma / 4;
        frame->linesize[0] = m_rung.width;
        frame->linesize[1] = m_rung.width / 2;
        frame->linesize[2] = m_rung.width / 2;
        frame->pts = static_cast<std::int64_t>(number);
        const bool is_key = m_settings.gop_frames > 0 && number % static_cast<std::size_t>(m_settings.gop_frames) == 0;
        frame->pict_type = is_key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
        return frame;
    }

    [[nodiscard]] base::Status send(const AVFrame* frame) {
        if (const int rc = avcodec_send_frame(m_context.get(), frame); rc < 0) {
            return media::av_failure(rc, m_rung.name + ": libx264 failed");
        }
        for (;;) {
            const int rc = avcodec_receive_packet(m_context.get(), m_packet.get());
            if (rc == AVERROR(EAGAIN) || rc == AVERROR_EOF) {
                return {};
            }
            if (rc < 0) {
                return media::av_failure(rc, m_rung.name + ": libx264 failed");
            }
            const std::span<const std::uint8_t> bytes(m_packet->data, static_cast<std::size_t>(m_packet->size));
            if (m_outcome.frames == 0) {
                m_outcome.x264_options = x264_options(bytes);
            }
            ++m_outcome.frames;
            m_outcome.bytes += bytes.size();
            if (m_written.is_open()) {
                m_written.write(reinterpret_cast<const char*>(bytes.data()), m_packet->size);
            }
            av_packet_unref(m_packet.get());
        }
    }

    Rung m_rung;
    const Settings& m_settings;
    std::unique_ptr<MappedFile> m_input;
    std::ofstream m_written;
    UniquePacket m_packet;
    UniqueCodecContext m_context;
    Outcome m_outcome;
};

template <typename T>
bool read_number(std::string_view text, T& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0;
}

bool read_field(Rung& rung, std::string_view key, std::string_view value) {
    if (key == "name" || key == "file") {
        (key == "name" ? rung.name : rung.file) = value;
        return !value.empty();
    }
    return key == "width"     ? read_number(value, rung.width)
           : key == "height"  ? read_number(value, rung.height)
           : key == "bitrate" ? read_number(value, rung.bitrate)
           : key == "maxrate" ? read_number(value, rung.maxrate)
           : key == "bufsize" ? read_number(value, rung.bufsize)
           : key == "level"   ? read_number(value, rung.level)
                              : false;
}

base::Result<Rung> parse_rung(const std::string& text) {
    Rung rung;
    for (const auto& part : base::split(text, ',')) {
        const std::string_view field(part);
        const auto sign = std::min(field.find('='), field.size() - 1);
        if (field.empty() || !read_field(rung, field.substr(0, sign), field.substr(sign + 1))) {
            return fail(ErrorCode::InvalidArgument,
                        "rung \"" + text + "\": \"" + std::string(part) + "\" is not understood");
        }
    }
    if (rung.name.empty() || rung.file.empty() || rung.width <= 0 || rung.height <= 0 || rung.width % 2 != 0 ||
        rung.height % 2 != 0) {
        return fail(ErrorCode::InvalidArgument, "rung \"" + text + "\": needs name, file and an even width and height");
    }
    return rung;
}

base::Status run(const std::vector<std::string>& rungs, const Settings& settings) {
    std::vector<std::unique_ptr<RungEncoder>> encoders;
    for (const std::string& text : rungs) {
        FH_ASSIGN(Rung rung, parse_rung(text));
        encoders.push_back(std::make_unique<RungEncoder>(std::move(rung), settings));
        FH_TRY(encoders.back()->open());
    }
    std::vector<std::optional<base::Error>> errors(encoders.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < encoders.size(); ++i) {
            threads.emplace_back([&encoder = *encoders[i], &error = errors[i]] {
                if (const base::Status status = encoder.run(); !status) {
                    error = status.error();
                }
            });
        }
    }
    nlohmann::json report = nlohmann::json::array();
    for (std::size_t i = 0; i < encoders.size(); ++i) {
        if (errors[i]) {
            return *errors[i];
        }
        const Outcome& outcome = encoders[i]->outcome();
        report.push_back({{"name", encoders[i]->rung().name},
                          {"frames", outcome.frames},
                          {"bytes", outcome.bytes},
                          {"x264_options", outcome.x264_options}});
    }
    std::cout << report.dump() << '\n';
    return {};
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("ladder_floor: encodes raw yuv420p frames, one libx264 per rung, and says what came out as JSON.");
    Settings settings;
    std::vector<std::string> rungs;
    app.add_option("rungs", rungs, "name=..,file=..,width=..,height=..,bitrate=..,maxrate=..,bufsize=..,level=..")
        ->required();
    app.add_option("--preset", settings.preset)->capture_default_str();
    app.add_option("--x264-params", settings.x264_params);
    app.add_option("--threads", settings.threads, "x264's threads of each rung, 0 = its own choice");
    app.add_option("--gop", settings.gop_frames, "Frames from one forced IDR frame to the next")->capture_default_str();
    app.add_option("--rate-num", settings.rate_num)->capture_default_str();
    app.add_option("--rate-den", settings.rate_den)->capture_default_str();
    app.add_option("--write", settings.write_dir, "Folder that gets NAME.h264 of each rung");
    CLI11_PARSE(app, argc, argv);
    av_log_set_level(AV_LOG_ERROR);
    if (const base::Status status = run(rungs, settings); !status) {
        std::cerr << status.error().text() << '\n';
        return 1;
    }
    return 0;
}
