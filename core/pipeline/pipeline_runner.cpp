// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/pipeline_runner.h"

#include "core/jobs/pipeline_failure.h"
#include "core/pipeline/parsed_pipeline.h"
#include "core/pipeline/pipeline_text.h"
#include "core/pipeline/plugin_set.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace framehand::pipeline {

namespace {

using base::ErrorCode;
using jobs::PipelineFailure;

constexpr GstClockTime kTick = GST_SECOND;
constexpr base::Duration kLongestTick{2000}; // beyond it, the process stood still
constexpr std::size_t kMostNotes = 5;
constexpr const char* kBreach = "framehand-breach";

double seconds(gint64 nanoseconds) {
    return static_cast<double>(nanoseconds) / static_cast<double>(GST_SECOND);
}

std::uint64_t bytes_in(const std::filesystem::path& folder) {
    std::uint64_t total = 0;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error); !error && at != std::filesystem::directory_iterator();
         at.increment(error)) {
        std::error_code gone;
        const std::uintmax_t size = at->is_regular_file(gone) ? at->file_size(gone) : 0;
        total += gone ? 0 : size;
    }
    return total;
}

/// GStreamer's debug text has source lines and pointers of it in front of what it says.
std::string last_line(const gchar* text) {
    std::string words = text == nullptr ? "" : text;
    while (!words.empty() && words.back() == '\n') {
        words.pop_back();
    }
    return words.substr(words.rfind('\n') == std::string::npos ? 0 : words.rfind('\n') + 1);
}

/// What an error or a warning says: where, and what with its details.
std::pair<std::string, std::string> words_of(GstMessage* message) {
    GError* raw = nullptr;
    gchar* raw_details = nullptr;
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) {
        gst_message_parse_error(message, &raw, &raw_details);
    } else {
        gst_message_parse_warning(message, &raw, &raw_details);
    }
    const UniqueError error(raw);
    const UniqueText details(raw_details);
    std::string what = error ? error->message : "";
    if (const std::string line = last_line(details.get()); !line.empty() && line != what) {
        what += " (" + line + ")";
    }
    return {GST_MESSAGE_SRC(message) == nullptr ? "pipeline" : GST_OBJECT_NAME(GST_MESSAGE_SRC(message)), what};
}

/// A checked pipeline from its start to its end.
class Run {
public:
    Run(UniqueElement pipeline, const PipelineRequest& request, const base::Clock& clock,
        const PipelineRunner::ProgressSink& progress)
        : m_pipeline(std::move(pipeline)), m_bus(gst_element_get_bus(m_pipeline.get())), m_request(request),
          m_clock(clock), m_progress(progress) {
        g_signal_connect(m_pipeline.get(), "deep-notify", G_CALLBACK(&Run::on_property), m_bus.get());
    }

    base::Result<PipelineResult> run(const base::CancelToken& cancel) {
        if (gst_element_set_state(m_pipeline.get(), GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE) {
            return failure(PipelineFailure::Play, "the pipeline does not begin");
        }
        m_seen_at = m_clock.steady();
        for (;;) {
            const UniqueMessage message(gst_bus_timed_pop_filtered(
                m_bus.get(), kTick,
                static_cast<GstMessageType>(GST_MESSAGE_ERROR | GST_MESSAGE_WARNING | GST_MESSAGE_EOS |
                                            GST_MESSAGE_ELEMENT | GST_MESSAGE_APPLICATION)));
            if (cancel.cancelled()) {
                return base::fail(ErrorCode::Cancelled, "the pipeline was cancelled");
            }
            if (message) {
                FH_ASSIGN(const bool is_over, take(message.get()));
                if (is_over) {
                    return finish();
                }
            }
            FH_TRY(look());
        }
    }

private:
    static void on_property(GstObject*, GstObject*, GParamSpec* property, gpointer bus) {
        if (is_refused_property(property)) {
            gst_bus_post(static_cast<GstBus*>(bus),
                         gst_message_new_application(
                             nullptr, gst_structure_new(kBreach, "property", G_TYPE_STRING, property->name, nullptr)));
        }
    }

    /// True at the end of the stream.
    base::Result<bool> take(GstMessage* message) {
        const GstStructure* structure = gst_message_get_structure(message);
        switch (GST_MESSAGE_TYPE(message)) {
        case GST_MESSAGE_EOS:
            return true;
        case GST_MESSAGE_ERROR: {
            const auto [where, what] = words_of(message);
            return jobs::pipeline_error(PipelineFailure::MidTranscode, ErrorCode::CorruptData,
                                        "the pipeline failed in " + where, what);
        }
        case GST_MESSAGE_WARNING: {
            const auto [where, what] = words_of(message);
            note("GStreamer warns in " + where + ": " + what);
            break;
        }
        case GST_MESSAGE_APPLICATION:
            return jobs::pipeline_error(PipelineFailure::MidTranscode, ErrorCode::InvalidArgument,
                                        "transcode_options: the property " +
                                            std::string(gst_structure_get_string(structure, "property")) +
                                            " is not allowed");
        case GST_MESSAGE_ELEMENT:
            if (gst_structure_has_name(structure, "progress") != FALSE) {
                gst_structure_get_double(structure, "percent-double", &m_said_percent);
            } else if (gst_structure_has_name(structure, "missing-plugin") != FALSE) {
                const gchar* name = gst_structure_get_string(structure, "name");
                note("GStreamer lacks a plugin for it: " + std::string(name == nullptr ? "unknown" : name));
            }
            break;
        default:
            break;
        }
        return false;
    }

    /// Tells how far it is, at most once a second, and judges whether it stands still.
    base::Status look() {
        const base::SteadyTime now = m_clock.steady();
        const base::Duration since = std::chrono::duration_cast<base::Duration>(now - m_looked_at.value_or(m_seen_at));
        if (m_looked_at && since < std::chrono::milliseconds(900)) {
            return {};
        }
        m_looked_at = now;
        const PipelineProgress seen = measure();
        const bool moves =
            seen.percent != m_last.percent || seen.bytes != m_last.bytes || seen.media_sec != m_last.media_sec;
        m_still = moves ? base::Duration::zero() : m_still + std::min(since, kLongestTick);
        m_last = seen;
        if (m_still >= m_request.patience) {
            (void)m_pipeline.release(); // its threads may hang in a call: nobody can wait for them
            return jobs::pipeline_error(
                PipelineFailure::Timeout, ErrorCode::Timeout,
                "the pipeline makes no progress for " +
                    std::to_string(std::chrono::duration_cast<std::chrono::seconds>(m_request.patience).count()) +
                    " s");
        }
        if (m_progress) {
            m_progress(seen);
        }
        return {};
    }

    PipelineProgress measure() {
        PipelineProgress progress;
        gint64 position = 0;
        gint64 duration = 0;
        if (gst_element_query_duration(m_pipeline.get(), GST_FORMAT_TIME, &duration) != FALSE && duration > 0) {
            m_duration = std::max(m_duration, seconds(duration));
        }
        if (gst_element_query_position(m_pipeline.get(), GST_FORMAT_TIME, &position) != FALSE && position > 0) {
            progress.media_sec = seconds(position);
        }
        const double by_clock = m_duration > 0 ? 100 * progress.media_sec / m_duration : 0;
        progress.percent = std::clamp(std::max({m_said_percent, by_clock, m_last.percent}), 0.0, 100.0);
        progress.bytes = bytes_in(m_request.scratch);
        return progress;
    }

    base::Result<PipelineResult> finish() {
        (void)measure();
        m_pipeline.reset(); // closes the file
        std::error_code error;
        const std::uintmax_t size = std::filesystem::file_size(m_request.output, error);
        if (error || size == 0) {
            return jobs::pipeline_error(PipelineFailure::MidTranscode, ErrorCode::CorruptData,
                                        "the pipeline came to its end and made nothing", notes_as_text());
        }
        return PipelineResult{m_duration, m_notes};
    }

    base::Error failure(PipelineFailure step, const std::string& message) {
        const UniqueMessage said(gst_bus_pop_filtered(m_bus.get(), GST_MESSAGE_ERROR));
        if (!said) {
            return jobs::pipeline_error(step, ErrorCode::CorruptData, message);
        }
        const auto [where, what] = words_of(said.get());
        return jobs::pipeline_error(step, ErrorCode::CorruptData, message, where + ": " + what);
    }

    void note(std::string sentence) {
        if (m_notes.size() < kMostNotes && std::ranges::find(m_notes, sentence) == m_notes.end()) {
            m_notes.push_back(std::move(sentence));
        }
    }

    [[nodiscard]] std::string notes_as_text() const {
        std::string text;
        for (const std::string& sentence : m_notes) {
            text.append(text.empty() ? "" : "; ").append(sentence);
        }
        return text;
    }

    UniqueElement m_pipeline;
    UniqueBus m_bus;
    const PipelineRequest& m_request;
    const base::Clock& m_clock;
    const PipelineRunner::ProgressSink& m_progress;
    base::SteadyTime m_seen_at;
    std::optional<base::SteadyTime> m_looked_at;
    base::Duration m_still{0};
    PipelineProgress m_last;
    double m_said_percent = 0;
    double m_duration = 0;
    std::vector<std::string> m_notes;
};

} // namespace

base::Result<PipelineResult> PipelineRunner::run(const PipelineRequest& request, const ProgressSink& progress,
                                                 const base::CancelToken& cancel) {
    FH_ASSIGN(const std::string text, launch_text(request.options));
    FH_TRY(load_allowed_plugins());
    FH_ASSIGN(UniqueElement pipeline, parse_pipeline(text, request.input, request.output));
    return Run(std::move(pipeline), request, m_clock, progress).run(cancel);
}

} // namespace framehand::pipeline
