// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/filter_graph.h"

#include <utility>

namespace framehand::media {

FilterGraph::FilterGraph(UniqueFilterGraph graph, AVFilterContext* source, AVFilterContext* sink, Rational time_base)
    : m_graph(std::move(graph)), m_source(source), m_sink(sink), m_time_base(time_base) {
}

base::Result<FilterGraph> FilterGraph::build(const AVFrame& like, Rational time_base, const std::string& text) {
    UniqueFilterGraph graph(avfilter_graph_alloc());
    if (!graph) {
        return base::fail(base::ErrorCode::Internal, "out of memory while building filters");
    }
    graph->nb_threads = 1; // the pipeline's stages are the parallelism
    graph->scale_sws_opts = av_strdup("flags=lanczos+accurate_rnd+full_chroma_int");

    const std::string arguments = "video_size=" + std::to_string(like.width) + "x" + std::to_string(like.height) +
                                  ":pix_fmt=" + std::to_string(like.format) +
                                  ":time_base=" + std::to_string(time_base.num) + "/" + std::to_string(time_base.den) +
                                  ":pixel_aspect=1/1";
    AVFilterContext* source = nullptr;
    AVFilterContext* sink = nullptr;
    int rc = avfilter_graph_create_filter(&source, avfilter_get_by_name("buffer"), "in", arguments.c_str(), nullptr,
                                          graph.get());
    if (rc >= 0) {
        rc = avfilter_graph_create_filter(&sink, avfilter_get_by_name("buffersink"), "out", nullptr, nullptr,
                                          graph.get());
    }
    if (rc >= 0) {
        // Named from the chain's point of view: its free input is our source.
        UniqueFilterInOut outputs(avfilter_inout_alloc());
        UniqueFilterInOut inputs(avfilter_inout_alloc());
        outputs->name = av_strdup("in");
        outputs->filter_ctx = source;
        inputs->name = av_strdup("out");
        inputs->filter_ctx = sink;
        AVFilterInOut* open_inputs = inputs.release();
        AVFilterInOut* open_outputs = outputs.release();
        rc = avfilter_graph_parse_ptr(graph.get(), text.c_str(), &open_inputs, &open_outputs, nullptr);
        inputs.reset(open_inputs);
        outputs.reset(open_outputs);
    }
    if (rc >= 0) {
        rc = avfilter_graph_config(graph.get(), nullptr);
    }
    if (rc < 0) {
        return base::fail(base::ErrorCode::Unsupported, "the video filters \"" + text + "\" cannot be set up",
                          av_error_text(rc));
    }
    return FilterGraph(std::move(graph), source, sink, time_base);
}

base::Status FilterGraph::push(const AVFrame& frame) {
    UniqueFrame reference = frame_reference(frame);
    if (!reference) {
        return base::fail(base::ErrorCode::Internal, "out of memory while filtering");
    }
    reference->sample_aspect_ratio = {1, 1}; // as in build(): sizes are the plan's to decide
    if (const int rc = av_buffersrc_add_frame(m_source, reference.get()); rc < 0) {
        return av_failure(rc, "a video filter failed");
    }
    return {};
}

base::Status FilterGraph::finish() {
    if (const int rc = av_buffersrc_add_frame(m_source, nullptr); rc < 0) {
        return av_failure(rc, "a video filter failed at the end");
    }
    return {};
}

base::Result<UniqueFrame> FilterGraph::pull() {
    UniqueFrame frame(av_frame_alloc());
    if (!frame) {
        return base::fail(base::ErrorCode::Internal, "out of memory while filtering");
    }
    const int rc = av_buffersink_get_frame(m_sink, frame.get());
    if (rc == AVERROR(EAGAIN) || rc == AVERROR_EOF) {
        return UniqueFrame();
    }
    if (rc < 0) {
        return av_failure(rc, "a video filter failed");
    }
    frame->pts = rescale(frame->pts, from_av(av_buffersink_get_time_base(m_sink)), m_time_base);
    return frame;
}

} // namespace framehand::media
