// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/input_file.h"

#include "core/base/file_error.h"
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

/// The format that the bytes of `io` have, though it is not allowed; or "".
std::string refusal_of(AVIOContext* io, const std::string& name) {
    // Since FFmpeg 7.1 a playlist is known as one only if the file is called like one.
    for (const char* const called : {name.c_str(), "list.m3u8"}) {
        const AVInputFormat* format = nullptr;
        if (av_probe_input_buffer2(io, &format, called, nullptr, 0, 0) >= 0 && format != nullptr) {
            return refusal_of_container(format->name);
        }
    }
    return {};
}

/// Why libav's probe, which knows more formats than are allowed, did not lead to an opened file.
std::string refusal_of_file(const std::string& url, const AVIOInterruptCB& interrupt, const MediaSource& source) {
    if (source.ranges() != nullptr) {
        const auto io = RangeIo::create(*source.ranges(), {});
        return io ? refusal_of((*io)->context(), url) : std::string();
    }
    AvDictionary options;
    options.set("protocol_whitelist", "file");
    AVIOContext* opened = nullptr;
    if (avio_open2(&opened, url.c_str(), AVIO_FLAG_READ, &interrupt, options.address()) < 0) {
        return {};
    }
    const std::unique_ptr<AVIOContext, CloseIo> io(opened);
    return refusal_of(io.get(), url);
}

base::Error open_failure(int rc, const MediaSource& source, const std::string& url, const AVIOInterruptCB& interrupt) {
    using base::ErrorCode;
    if (rc == AVERROR_INVALIDDATA || rc == AVERROR(EINVAL) || rc == AVERROR_EOF) {
        const std::string refusal = refusal_of_file(url, interrupt, source);
        return refusal.empty() ? base::fail(ErrorCode::Unsupported,
                                            "not a media file that libav knows: " + source.name(), av_error_text(rc))
                               : base::fail(ErrorCode::Unsupported, refusal + ": " + source.name());
    }
    if (rc == AVERROR(ENOMEM)) {
        return base::fail(ErrorCode::Unsupported, "input file cannot be opened: " + source.name(),
                          "it asks for more memory than there is, or for more than " +
                              std::to_string(kMaxStreamsOfLibav) + " streams");
    }
    return av_failure(rc, "input file cannot be opened: " + source.name());
}

/// What libav takes for the file's name; the prefix keeps a file called "http:..." a file.
std::string url_of(const MediaSource& source) {
    const std::string name = source.name();
    return "file:" + (source.ranges() != nullptr ? name.substr(name.rfind('/') + 1) : name);
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

InputFile::InputFile(std::unique_ptr<Guard, void (*)(Guard*)> guard, std::unique_ptr<RangeIo> io,
                     UniqueInputContext context)
    : m_guard(std::move(guard)), m_io(std::move(io)), m_context(std::move(context)) {
}

base::Status InputFile::check_file(const std::filesystem::path& file) {
    using base::ErrorCode;
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        return base::fail(ErrorCode::NotFound, "input file does not exist: " + file.string());
    }
    if (error) {
        return base::error_from_code(error, "input file cannot be looked at: " + file.string());
    }
    if (status.type() != std::filesystem::file_type::regular) {
        return base::fail(ErrorCode::InvalidArgument, "input is not a file: " + file.string());
    }
    return {};
}

base::Result<InputFile> InputFile::open(const MediaSource& source, const base::CancelToken& cancel) {
    using base::ErrorCode;
    std::unique_ptr<RangeIo> io;
    if (source.ranges() == nullptr) {
        FH_TRY(check_file(source.file()));
    } else {
        FH_ASSIGN(io, RangeIo::create(*source.ranges(), cancel));
    }
    std::unique_ptr<Guard, void (*)(Guard*)> guard(new Guard{.cancel = cancel}, [](Guard* g) { delete g; });
    AVFormatContext* context = avformat_alloc_context();
    if (context == nullptr) {
        return base::fail(ErrorCode::Internal, "out of memory while opening " + source.name());
    }
    context->interrupt_callback = {&Guard::interrupted, guard.get()};
    context->opaque = guard.get();
    guard->open_default = context->io_open;
    context->io_open = &Guard::open_once;
    context->max_streams = kMaxStreamsOfLibav;
    context->probesize = kProbeBytes;
    context->max_analyze_duration = kProbeMicroseconds;
    context->error_recognition = 0;
    if (io) {
        context->pb = io->context();
        guard->opened = true; // the ranges are all that it may read
    }

    AvDictionary options;
    options.set("protocol_whitelist", "file");
    options.set("format_whitelist", allowed_containers());
    // Tracks whose media lies in other files: off in libav too, but not left to its default.
    options.set("enable_drefs", "0");
    options.set("use_absolute_path", "0");
    const std::string url = url_of(source);
    const auto lost = [&] { return io && io->failure(); };
    if (const int rc = avformat_open_input(&context, url.c_str(), nullptr, options.address()); rc < 0) {
        return lost() ? *io->failure() : open_failure(rc, source, url, {&Guard::interrupted, guard.get()});
    }
    UniqueInputContext owned(context);
    const int rc = avformat_find_stream_info(context, nullptr);
    if (lost()) {
        return *io->failure();
    }
    if (rc < 0) {
        return av_failure(rc, "streams of the input cannot be read: " + source.name());
    }
    if (owned->nb_streams > kMaxStreams) {
        return base::fail(ErrorCode::Unsupported, "input file has " + std::to_string(owned->nb_streams) +
                                                      " streams, more than the " + std::to_string(kMaxStreams) +
                                                      " that are looked at: " + source.name());
    }
    if (cancel.cancelled()) {
        return base::fail(ErrorCode::Cancelled, "cancelled while opening " + source.name());
    }
    return InputFile(std::move(guard), std::move(io), std::move(owned));
}

base::Result<bool> InputFile::read(AVPacket& packet) {
    const int rc = av_read_frame(m_context.get(), &packet);
    if (lost_its_source()) {
        return *m_io->failure(); // also where libav made a packet of what it had
    }
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
