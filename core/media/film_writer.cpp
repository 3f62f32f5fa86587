// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/film_writer.h"

#include "core/media/film_text.h"
#include "core/media/language_tag.h"
#include "core/media/segment_input.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace framehand::media {

namespace {

using base::ErrorCode;
using jobs::Deliverable;

struct CloseFile {
    void operator()(AVIOContext* io) const { avio_closep(&io); }
};

using UniqueFileIo = std::unique_ptr<AVIOContext, CloseFile>;

/// A sample description of timed text (3GPP TS 26.245 5.16): white on nothing, centred below.
std::string timed_text_description() {
    using namespace std::string_view_literals;
    return std::string("\0\0\0\0\x01\xff\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\x12\xff\xff\xff\xff"
                       "\0\0\0\x12"
                       "ftab\0\x01\0\x01\x05Serif"sv);
}

/// Where packets of one track come from, one ahead.
class Source {
public:
    Source(std::unique_ptr<SegmentInput> input, int index) : m_input(std::move(input)), m_index(index) {}

    Source(std::vector<TextCue> cues, int index) : m_cues(std::move(cues)), m_index(index) {}

    [[nodiscard]] base::Status advance(Deliverable kind) {
        if (!m_input) {
            return advance_text(kind);
        }
        FH_ASSIGN(m_packet, m_input->next());
        // Matroska knows no time before 0.
        while (m_packet && kind == Deliverable::Mkv && m_packet->pts < 0 && m_packet->pts + m_packet->duration <= 0) {
            FH_ASSIGN(m_packet, m_input->next());
        }
        return {};
    }

    [[nodiscard]] const AVPacket* packet() const { return m_packet.get(); }

    [[nodiscard]] AVPacket* packet() { return m_packet.get(); }

    [[nodiscard]] AVRational tick() const { return m_input ? m_input->stream().time_base : AVRational{1, 1000}; }

    [[nodiscard]] int index() const { return m_index; }

private:
    base::Status advance_text(Deliverable kind) {
        m_packet.reset();
        if (m_next == m_cues.size()) {
            return {};
        }
        const TextCue& cue = m_cues[m_next++];
        constexpr std::size_t kLongest = 0xffff; // 16 bits say how long a sample of timed text is
        const std::string text = cue.text.substr(0, kLongest);
        std::string bytes;
        if (kind == Deliverable::Mp4) {
            bytes.push_back(static_cast<char>(text.size() >> 8U));
            bytes.push_back(static_cast<char>(text.size() & 0xffU));
        }
        bytes += text;
        UniquePacket packet(av_packet_alloc());
        if (!packet || av_new_packet(packet.get(), static_cast<int>(bytes.size())) < 0) {
            return base::fail(ErrorCode::Internal, "out of memory while writing subtitles");
        }
        std::memcpy(packet->data, bytes.data(), bytes.size());
        packet->pts = packet->dts = cue.start_ms;
        packet->duration = cue.end_ms - cue.start_ms;
        packet->flags |= AV_PKT_FLAG_KEY;
        m_packet = std::move(packet);
        return {};
    }

    std::unique_ptr<SegmentInput> m_input; ///< null for text
    std::vector<TextCue> m_cues;
    std::size_t m_next = 0;
    int m_index;
    UniquePacket m_packet;
};

class FilmWriter {
public:
    FilmWriter(const Film& film, const std::filesystem::path& file) : m_film(film), m_file(file) {}

    base::Status run(const base::CancelToken& cancel) {
        FH_TRY(open());
        for (Source& source : m_sources) {
            FH_TRY(source.advance(m_film.kind));
        }
        while (Source* source = earliest()) {
            if (cancel.cancelled()) {
                return base::fail(ErrorCode::Cancelled, "cancelled while writing " + m_file.filename().string());
            }
            FH_TRY(write(*source));
        }
        if (const int rc = av_write_trailer(m_context.get()); rc < 0) {
            return av_failure(rc, "cannot finish " + m_file.string());
        }
        m_context->pb = nullptr;
        AVIOContext* io = m_io.release();
        if (const int rc = avio_closep(&io); rc < 0) {
            return av_failure(rc, "cannot finish " + m_file.string());
        }
        return {};
    }

private:
    [[nodiscard]] bool is_mp4() const { return m_film.kind == Deliverable::Mp4; }

    base::Status open() {
        AVFormatContext* allocated = nullptr;
        const std::string url = "file:" + m_file.string();
        const int made =
            avformat_alloc_output_context2(&allocated, nullptr, is_mp4() ? "mp4" : "matroska", url.c_str());
        if (made < 0) {
            return av_failure(made, "this libav cannot write " + m_file.filename().string());
        }
        m_context.reset(allocated);
        m_context->flags |= AVFMT_FLAG_BITEXACT;
        m_context->avoid_negative_ts = 0;
        for (const FilmTrack& track : m_film.tracks) {
            FH_TRY(add_track(track));
        }
        for (const FilmText& text : m_film.text) {
            FH_TRY(add_text(text));
        }
        AVIOContext* io = nullptr;
        if (const int rc = avio_open(&io, url.c_str(), AVIO_FLAG_WRITE); rc < 0) {
            return av_failure(rc, "cannot write " + m_file.string());
        }
        m_io.reset(io);
        m_context->pb = io;
        AvDictionary options;
        if (is_mp4()) {
            options.set("movflags", "+faststart");
        }
        if (const int rc = avformat_write_header(m_context.get(), options.address()); rc < 0) {
            return av_failure(rc, "cannot begin " + m_file.string());
        }
        return {};
    }

    [[nodiscard]] base::Result<AVStream*> new_stream() {
        AVStream* stream = avformat_new_stream(m_context.get(), nullptr);
        if (stream == nullptr) {
            return base::fail(ErrorCode::Internal, "out of memory while writing " + m_file.string());
        }
        return stream;
    }

    static void describe(AVStream& stream, const std::string& language, const std::string& name) {
        if (!language.empty()) {
            av_dict_set(&stream.metadata, "language", long_language(language).c_str(), 0);
        }
        if (!name.empty()) {
            av_dict_set(&stream.metadata, "title", name.c_str(), 0);
        }
    }

    base::Status add_track(const FilmTrack& track) {
        FH_ASSIGN(std::unique_ptr<SegmentInput> input, SegmentInput::open(track.folder, *track.record));
        FH_ASSIGN(AVStream* const stream, new_stream());
        const AVStream& from = input->stream();
        if (avcodec_parameters_copy(stream->codecpar, from.codecpar) < 0) {
            return base::fail(ErrorCode::Internal, "out of memory while writing " + m_file.string());
        }
        const bool is_hevc = from.codecpar->codec_id == AV_CODEC_ID_HEVC;
        stream->codecpar->codec_tag = is_mp4() && is_hevc ? MKTAG('h', 'v', 'c', '1') : 0;
        stream->time_base = from.time_base;
        const bool is_audio = from.codecpar->codec_type == AVMEDIA_TYPE_AUDIO;
        stream->disposition = !is_audio || !std::exchange(m_has_audio, true) ? AV_DISPOSITION_DEFAULT : 0;
        describe(*stream, track.language, track.name);
        m_sources.emplace_back(std::move(input), stream->index);
        return {};
    }

    base::Status add_text(const FilmText& text) {
        FH_ASSIGN(AVStream* const stream, new_stream());
        AVCodecParameters& parameters = *stream->codecpar;
        parameters.codec_type = AVMEDIA_TYPE_SUBTITLE;
        parameters.codec_id = is_mp4() ? AV_CODEC_ID_MOV_TEXT : AV_CODEC_ID_SUBRIP;
        if (is_mp4()) {
            const std::string description = timed_text_description();
            parameters.extradata =
                static_cast<std::uint8_t*>(av_mallocz(description.size() + AV_INPUT_BUFFER_PADDING_SIZE));
            if (parameters.extradata == nullptr) {
                return base::fail(ErrorCode::Internal, "out of memory while writing " + m_file.string());
            }
            std::memcpy(parameters.extradata, description.data(), description.size());
            parameters.extradata_size = static_cast<int>(description.size());
        }
        stream->time_base = {1, 1000};
        stream->disposition =
            (text.is_default ? AV_DISPOSITION_DEFAULT : 0) | (text.forced ? AV_DISPOSITION_FORCED : 0);
        describe(*stream, text.language, text.name);
        m_sources.emplace_back(is_mp4() ? timed_text_cues(*text.cues) : subrip_cues(*text.cues), stream->index);
        return {};
    }

    [[nodiscard]] Source* earliest() {
        Source* found = nullptr;
        for (Source& source : m_sources) {
            if (source.packet() != nullptr &&
                (found == nullptr ||
                 av_compare_ts(source.packet()->dts, source.tick(), found->packet()->dts, found->tick()) < 0)) {
                found = &source;
            }
        }
        return found;
    }

    base::Status write(Source& source) {
        AVPacket& packet = *source.packet();
        packet.stream_index = source.index();
        av_packet_rescale_ts(&packet, source.tick(), m_context->streams[source.index()]->time_base);
        if (const int rc = av_interleaved_write_frame(m_context.get(), &packet); rc < 0) {
            return av_failure(rc, "cannot write " + m_file.string());
        }
        return source.advance(m_film.kind);
    }

    const Film& m_film;
    const std::filesystem::path& m_file;
    bool m_has_audio = false;
    UniqueFileIo m_io; ///< outlives m_context
    UniqueOutputContext m_context;
    std::vector<Source> m_sources;
};

} // namespace

base::Status write_film(const Film& film, const std::filesystem::path& file, const base::CancelToken& cancel) {
    return FilmWriter(film, file).run(cancel);
}

} // namespace framehand::media
