// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/input_file.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace framehand::media {

namespace {

constexpr std::int64_t kProbeBytes = 20 * 1024 * 1024;
constexpr std::int64_t kProbeMicroseconds = 10'000'000;
constexpr int kMaxStreams = 256;

/// Demuxers that read something else than the one file they are given, run code, or take any text for media.
constexpr std::array kRefusedDemuxers = {
    "hls",      "hls,applehttp", "applehttp",   "dash",     "concat",  "concatf", "imf",  "sdp",
    "rtsp",     "rtp",           "sap",         "rtsp,rtp", "image2",  "lavfi",   "tty",  "ffmetadata",
    "avisynth", "vapoursynth",   "libopenmpt",  "libgme",   "bin",     "adf",     "xbin", "idf",
    "mlp_pipe", "alias_pix",     "brender_pix", "vobsub",   "live_flv"};

std::string allowed_demuxers() {
    std::string names;
    void* state = nullptr;
    while (const AVInputFormat* format = av_demuxer_iterate(&state)) {
        const std::string_view name = format->name;
        const bool refused =
            (format->flags & AVFMT_NOFILE) != 0 || std::ranges::find(kRefusedDemuxers, name) != kRefusedDemuxers.end();
        if (!refused) {
            names.append(names.empty() ? "" : ",").append(name);
        }
    }
    return names;
}

} // namespace

struct InputFile::Guard {
    base::CancelToken cancel;
    int (*open_default)(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) = nullptr;
    bool opened = false;

    static int interrupted(void* opaque) { return static_cast<Guard*>(opaque)->cancel.cancelled() ? 1 : 0; }

    static int open_once(AVFormatContext* context, AVIOContext** io, const char* url, int flags,
                         AVDictionary** options) {
        auto* guard = static_cast<Guard*>(context->opaque);
        if (std::exchange(guard->opened, true)) {
            return AVERROR(EACCES);
        }
        return guard->open_default(context, io, url, flags, options);
    }
};

InputFile::InputFile(std::unique_ptr<Guard, void (*)(Guard*)> guard, UniqueInputContext context)
    : m_guard(std::move(guard)), m_context(std::move(context)) {
}

base::Result<InputFile> InputFile::open(const std::filesystem::path& file, const base::CancelToken& cancel) {
    using base::ErrorCode;
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        return base::fail(ErrorCode::NotFound, "input file does not exist: " + file.string());
    }
    if (error) {
        return base::error_from_errno(error.value(), "input file cannot be looked at: " + file.string());
    }
    if (status.type() != std::filesystem::file_type::regular) {
        return base::fail(ErrorCode::InvalidArgument, "input is not a file: " + file.string());
    }

    std::unique_ptr<Guard, void (*)(Guard*)> guard(new Guard{.cancel = cancel}, [](Guard* g) { delete g; });
    AVFormatContext* context = avformat_alloc_context();
    if (context == nullptr) {
        return base::fail(ErrorCode::Internal, "out of memory while opening " + file.string());
    }
    context->interrupt_callback = {&Guard::interrupted, guard.get()};
    context->opaque = guard.get();
    guard->open_default = context->io_open;
    context->io_open = &Guard::open_once;
    context->max_streams = kMaxStreams;
    context->probesize = kProbeBytes;
    context->max_analyze_duration = kProbeMicroseconds;
    context->error_recognition = 0;

    AvDictionary options;
    options.set("protocol_whitelist", "file");
    options.set("format_whitelist", allowed_demuxers());
    // The prefix keeps a file called "http:..." a file.
    const std::string url = "file:" + file.string();
    if (const int rc = avformat_open_input(&context, url.c_str(), nullptr, options.address()); rc < 0) {
        if (rc == AVERROR_INVALIDDATA || rc == AVERROR(EINVAL) || rc == AVERROR_EOF) {
            return base::fail(ErrorCode::Unsupported, "not a media file that libav knows: " + file.string(),
                              av_error_text(rc));
        }
        return av_failure(rc, "input file cannot be opened: " + file.string());
    }
    UniqueInputContext owned(context);
    if (const int rc = avformat_find_stream_info(context, nullptr); rc < 0) {
        return av_failure(rc, "streams of the input cannot be read: " + file.string());
    }
    if (cancel.cancelled()) {
        return base::fail(ErrorCode::Cancelled, "cancelled while opening " + file.string());
    }
    return InputFile(std::move(guard), std::move(owned));
}

base::Result<bool> InputFile::read(AVPacket& packet) {
    const int rc = av_read_frame(m_context.get(), &packet);
    if (rc >= 0) {
        return true;
    }
    if (m_guard->cancel.cancelled()) {
        return base::fail(base::ErrorCode::Cancelled, "cancelled while reading the input");
    }
    if (rc == AVERROR_EOF) {
        // A disk error in mid-file also looks like the end; the I/O layer remembers it.
        if (m_context->pb != nullptr && m_context->pb->error < 0 && m_context->pb->error != AVERROR_EOF) {
            return av_failure(m_context->pb->error, "input file cannot be read to its end");
        }
        return false;
    }
    return av_failure(rc, "input file cannot be read to its end");
}

bool is_attached_picture(const AVStream& stream) {
    return (stream.disposition & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS)) != 0;
}

} // namespace framehand::media
