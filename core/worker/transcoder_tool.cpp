// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/transcoder_tool.h"

#include "core/base/text.h"
#include "core/jobs/transcode_protocol.h"

#include <utility>

namespace framehand::worker {

namespace {

constexpr std::size_t kMaxLine = 8 * 1024 * 1024;

/// The error in a `failed` event; nothing for any other line.
std::optional<base::Error> failure_in(std::string_view line) {
    if (line.find("\"failed\"") == std::string_view::npos) {
        return std::nullopt;
    }
    const auto json = base::parse_json(line, "event");
    if (!json) {
        return std::nullopt;
    }
    const auto event = jobs::transcode_event_from_json(*json);
    const auto* failed = event ? std::get_if<jobs::TranscodeFailed>(&*event) : nullptr;
    return failed == nullptr ? std::nullopt : std::optional(failed->error);
}

} // namespace

TranscoderTool::TranscoderTool(ports::ChildProcessLauncher& launcher, ports::Timers& timers,
                               TranscoderQuestion question, std::function<void(base::Result<std::string>)> done)
    : m_done(std::move(done)), m_take_line(std::move(question.take_line)),
      m_name(question.program.filename().string()) {
    for (const auto& argument : question.arguments) {
        m_name += " " + argument;
    }
    m_deadline = timers.after(question.timeout, [this, timeout = question.timeout] {
        m_failed =
            base::fail(base::ErrorCode::Timeout, m_name + " gave no answer within " + base::humanize_duration(timeout));
        m_child->kill();
    });
    ports::ChildProcessRequest request;
    request.program = std::move(question.program);
    request.arguments = std::move(question.arguments);
    request.priority = question.priority;
    request.max_line_bytes = kMaxLine;
    request.on_line = [this](std::string_view line) { read_line(line); };
    request.on_exit = [this](const ports::ChildExit& exit) { end(exit); };
    m_child = launcher.start(std::move(request));
    if (!question.input.empty()) {
        m_child->write(question.input);
    }
}

TranscoderTool::~TranscoderTool() = default;

void TranscoderTool::read_line(std::string_view line) {
    if (auto failure = failure_in(line); failure && !m_failed) {
        m_failed = std::move(failure);
        return;
    }
    if (m_take_line && m_take_line(line)) {
        return;
    }
    if (!m_output.empty()) {
        m_output += '\n';
    }
    m_output += line;
}

void TranscoderTool::end(const ports::ChildExit& exit) {
    m_deadline.reset();
    auto result = result_of(exit);
    const auto done = std::move(m_done); // may destroy this
    done(std::move(result));
}

base::Result<std::string> TranscoderTool::result_of(const ports::ChildExit& exit) {
    if (m_failed) {
        return *m_failed;
    }
    if (exit.kind == ports::ChildExit::Kind::Exited && exit.code == 0) {
        return std::move(m_output);
    }
    return base::fail(base::ErrorCode::Internal, m_name + " failed (" + exit.description + ")",
                      base::trim(exit.last_stderr));
}

} // namespace framehand::worker
