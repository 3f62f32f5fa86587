// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/input_file.h"

#include "core/media/container_list.h"

#include <string>
#include <system_error>
#include <utility>

namespace framehand::media {

namespace {

constexpr std::int64_t kProbeBytes = 20 * 1024 * 1024;
constexpr std::int64_t kProbeMicroseconds = 10'000'000;
/// libav fails beyond this as if memory were out; below it, streams are counted with a sentence of our own.
constexpr int kMaxStreamsOfLibav = 1000;
constexpr unsigned kMaxStreams = 256;

struct CloseIo {
    void operator()(AVIOContext* io) const { avio_close(io); }
};

/// Why libav's probe, which knows more formats than are allowed, did not lead to an opened file.
std::string refusal_of_file(const std::string& url, const AVIOInterruptCB& interrupt) {
    AvDictionary options;
    options.set("protocol_whitelist", "file");
    AVIOContext* opened = nullptr;
    if (avio_open2(&opened, url.c_str(), AVIO_FLAG_READ, &interrupt, options.address()) < 0) {
        return {};
    }
    const std::unique_ptr<AVIOContext, CloseIo> io(opened);
    // Since FFmpeg 7.1 a playlist is known as one only if the file is called like one.
    for (const char* const name : {url.c_str(), "list.m3u8"}) {
        const AVInputFormat* format = nullptr;
        if (av_probe_input_buffer2(io.get(), &format, name, nullptr, 0, 0) >= 0 && format != nullptr) {
            return refusal_of_container(format->name);
        }
    }
    return {};
}

base::Error open_failure(int rc, const std::filesystem::path& file, const std::string& url,
                         const AVIOInterruptCB& interrupt) {
    using base::ErrorCode;
    if (rc == AVERROR_INVALIDDATA || rc == AVERROR(EINVAL) || rc == AVERROR_EOF) {
        const std::string refusal = refusal_of_file(url, interrupt);
        return refusal.empty() ? base::fail(ErrorCode::Unsupported,
                                            "not a media file that libav knows: " + file.string(), av_error_text(rc))
                               : base::fail(ErrorCode::Unsupported, refusal + ": " + file.string());
    }
    if (rc == AVERROR(ENOMEM)) {
        return base::fail(ErrorCode::Unsupported, "input file cannot be opened: " + file.string(),
                          "it asks for more memory than there is, or for more than " +
                              std::to_string(kMaxStreamsOfLibav) + " streams");
    }
    return av_failure(rc, "input file cannot be opened: " + file.string());
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
    context->max_streams = kMaxStreamsOfLibav;
    context->probesize = kProbeBytes;
    context->max_analyze_duration = kProbeMicroseconds;
    context->error_recognition = 0;

    AvDictionary options;
    options.set("protocol_whitelist", "file");
    options.set("format_whitelist", allowed_containers());
    // Tracks whose media lies in other files: off in libav too, but not left to its default.
    options.set("enable_drefs", "0");
    options.set("use_absolute_path", "0");
    // The prefix keeps a file called "http:..." a file.
    const std::string url = "file:" + file.string();
    if (const int rc = avformat_open_input(&context, url.c_str(), nullptr, options.address()); rc < 0) {
        return open_failure(rc, file, url, {&Guard::interrupted, guard.get()});
    }
    UniqueInputContext owned(context);
    if (const int rc = avformat_find_stream_info(context, nullptr); rc < 0) {
        return av_failure(rc, "streams of the input cannot be read: " + file.string());
    }
    if (owned->nb_streams > kMaxStreams) {
        return base::fail(ErrorCode::Unsupported, "input file has " + std::to_string(owned->nb_streams) +
                                                      " streams, more than the " + std::to_string(kMaxStreams) +
                                                      " that are looked at: " + file.string());
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
