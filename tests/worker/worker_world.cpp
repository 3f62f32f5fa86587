// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/worker/worker_world.h"

#include "tests/support/rooted.h"

#include <cmath>

namespace framehand::test {

namespace {

const std::filesystem::path kNas = rooted("/nas");
const std::filesystem::path kTemp = rooted("/data/staging");
const std::filesystem::path kData = rooted("/data");

} // namespace

WorkerWorld::Daemon::Daemon(WorkerWorld& world)
    : storage(world.files, {kNas, kTemp, 0}, storage::ObjectStore({}, world.clock), {}), journal(world.files, kData),
      outbox(world.files, kData, world.timers, world.clock, world.source, base::Backoff([] { return 0.5; }), kKeep, {}),
      worker({{world.timers,
               world.clock,
               world.background,
               world.launcher,
               storage,
               journal,
               world.host,
               world.streams,
               // Spread over the digits of package ids, the same in every run.
               [&world] { return world.m_random = std::fmod(world.m_random + 0.37, 1.0); },
               {}},
              world.source,
              outbox,
              [&world](const worker::EndedJob& job) { world.ended.push_back(job); }},
             options()) {
}

worker::WorkerOptions WorkerWorld::options() {
    return {
        kSync, kProgress, kGiveBack, {{"framehand-transcoder", kStall}, {}, 0, kSharePatience, {kRelease, kMemory}}};
}

WorkerWorld::WorkerWorld() {
    files.put_directory(kNas);
    files.put_directory(kData);
    transcode = [this] { finish_transcode(); };
}

jobs::Job WorkerWorld::add_job(int number) {
    jobs::Job job;
    job.job_id = "job-" + std::to_string(number);
    job.input.source_url = "in/" + job.job_id + ".mkv";
    jobs::OutputRequest output;
    output.resolution = "720p";
    output.bitrate = 2'500'000;
    output.dest_path = "out/" + job.job_id + "/720p";
    job.outputs = {output};
    files.put_file(kNas / job.input.source_url, "a film");
    source.add(job);
    return job;
}

void WorkerWorld::boot() {
    daemon = std::make_unique<Daemon>(*this);
    daemon->worker.start();
}

void WorkerWorld::kill() {
    background.abandon();
    source.abandon();
    daemon.reset();
    m_begun = launcher.children.size();
}

void WorkerWorld::stop() {
    daemon->worker.stop();
    kill();
}

void WorkerWorld::settle() {
    bool busy = true;
    while (busy) {
        busy = !source.idle() || background.waiting() > 0;
        source.pump();
        background.run_all();
        if (m_begun < launcher.children.size()) {
            m_begun = launcher.children.size();
            busy = true;
            if (transcode) {
                transcode();
            }
        }
        timers.advance(base::Duration{0});
    }
}

void WorkerWorld::run_for(base::Duration time) {
    settle();
    const auto end = clock.steady() + time;
    while (clock.steady() < end) {
        const auto left = end - clock.steady();
        timers.advance(timers.pending() > 0 ? std::min<base::Duration>(left, timers.next_in()) : left);
        settle();
    }
}

bool WorkerWorld::run_until(const std::function<bool()>& condition) {
    settle();
    const auto end = clock.steady() + base::Duration{600'000};
    while (!condition()) {
        if (clock.steady() >= end || timers.pending() == 0) {
            return false;
        }
        timers.advance(timers.next_in());
        settle();
    }
    return true;
}

jobs::TranscodeSpec WorkerWorld::spec() const {
    return jobs::transcode_spec_from_json(base::Json::parse(transcoder().input)).value();
}

void WorkerWorld::say(const jobs::TranscodeEvent& event) const {
    transcoder().line(base::dump_json(jobs::to_json(event)));
}

void WorkerWorld::progress(double percent, std::int64_t frames) {
    jobs::TranscodeProgress progress;
    progress.percent = percent;
    progress.frames = frames;
    progress.fps = 50;
    progress.eta_sec = 100 - percent;
    say(progress);
}

void WorkerWorld::finish_transcode() {
    const auto wanted = spec();
    auto package = make_sample_package(wanted.layout.package_id, wanted.layout.destination, wanted.layout.rung_dirs);
    package.manifest.layout = wanted.layout;
    package.put(files, wanted.package_dir);
    m_packages.push_back(package);
    progress(50, 100);
    say(jobs::TranscodeDone{package.manifest});
    transcoder().exit();
}

std::vector<std::string> WorkerWorld::outcomes(const std::string& job_id) const {
    std::vector<std::string> texts;
    const auto found = source.known.find(job_id);
    if (found != source.known.end()) {
        for (const auto& outcome : found->second.outcomes) {
            texts.push_back(outcome.completed() ? "COMPLETED " + *outcome.manifest_url
                                                : "FAILED " + outcome.error_message);
        }
    }
    return texts;
}

bool WorkerWorld::outbox_is_empty() const {
    return files.files(kData / "outbox").empty();
}

bool WorkerWorld::journal_is_there() const {
    return files.content(kData / "running_job.json").has_value();
}

std::vector<std::string> WorkerWorld::staging() const {
    return files.names(kTemp);
}

std::string WorkerWorld::problem_at_destination(const std::string& job_id) const {
    // The job's only rung has the package's root for its folder.
    const auto folder = kNas / "out" / job_id / "720p";
    if (!files.content(folder / "index.m3u8")) {
        return "nothing is there";
    }
    for (const auto& name : files.names(kNas)) {
        if (name.find(".framehand") != std::string::npos) {
            return name + " is left";
        }
    }
    return read_as_player(files, folder, m_packages);
}

} // namespace framehand::test
