// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/text.h"
#include "tests/support/temp_folder.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTcpServer>
#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

/// The real program, as a person or a script runs it.
class Program : public testing::Test {
protected:
    struct End {
        int code = -1;
        std::string out;
        std::string err;
    };

    [[nodiscard]] End run(const std::vector<std::string>& arguments) const {
        QProcess process;
        start(process, QStringLiteral(FRAMEHANDCTL), arguments);
        return end_of(process);
    }

    static End end_of(QProcess& process) {
        constexpr int kPatienceMs = 60'000;
        if (!process.waitForFinished(kPatienceMs) || process.exitStatus() != QProcess::NormalExit) {
            return {};
        }
        return {process.exitCode(), process.readAllStandardOutput().toStdString(),
                process.readAllStandardError().toStdString()};
    }

    void start(QProcess& process, const QString& program, const std::vector<std::string>& arguments) const {
        QProcessEnvironment environment;
        const QString folder = QString::fromStdString(m_folder.path().string());
        environment.insert(QStringLiteral("HOME"), folder);
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder);
        for (const auto& [name, value] : m_environment) {
            environment.insert(QString::fromStdString(name), QString::fromStdString(value));
        }
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder);
        QStringList list;
        for (const std::string& argument : arguments) {
            list.append(QString::fromStdString(argument));
        }
        process.start(program, list);
    }

    static constexpr const char* kEndlessRun = R"(
run)
  echo '{"event":"progress","phase":"transcode","percent":1}'
  cat >/dev/null ;;
)";

    /// A copy of the program beside a transcoder that does what a test needs of one.
    [[nodiscard]] QString program_with_fake_transcoder(const std::string& run = kEndlessRun) const {
        m_folder.write("bin/framehand-transcoder", R"(#!/bin/sh
case "$1" in
--version) echo "framehand-transcoder 0.0.0, libav 0" ;;
probe) echo '{"cpu_cores":1,"libav_version":"0","encoders":[]}' ;;
verify) echo "FAILED  decode: everything decodes without an error"; exit 1 ;;
plan) echo '{"event":"failed","error":{"code":"invalid_argument","message":"no video in it"}}'; exit 1 ;;
)" + run + R"(
esac
)");
        using std::filesystem::perms;
        std::filesystem::permissions(m_folder.path() / "bin" / "framehand-transcoder", perms::owner_all);
        const std::filesystem::path copy = m_folder.path() / "bin" / "framehandctl";
        std::filesystem::copy_file(FRAMEHANDCTL, copy);
        return QString::fromStdString(copy.string());
    }

    /// An address at which nobody listens.
    static std::string dead_url() {
        QTcpServer server;
        EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
        return "http://127.0.0.1:" + std::to_string(server.serverPort());
    }

    test::TempFolder m_folder;
    std::map<std::string, std::string> m_environment;
};

TEST_F(Program, EndsWith0ForHelpAndVersion) {
    EXPECT_EQ(run({"--help"}).code, 0);
    const End version = run({"--version"});
    EXPECT_EQ(version.code, 0);
    EXPECT_TRUE(version.out.starts_with("framehandctl ")) << version.out;
    EXPECT_EQ(run({"version"}).out, version.out);
}

TEST_F(Program, EndsWith2ForWrongUsageAndWritesNothingToStandardOutput) {
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{},
                                                  {"sumbit"},
                                                  {"submit"},
                                                  {"submit", "x", "--rungs", "huge"},
                                                  {"jobs", "--state", "SLEEPING"},
                                                  {"config", "set", "treads", "1"}}) {
        const End end = run(wrong);
        EXPECT_EQ(end.code, 2) << end.err;
        EXPECT_EQ(end.out, "");
        EXPECT_FALSE(end.err.empty());
    }
}

TEST_F(Program, EndsWith2ForWrongSettingsAndNamesTheLine) {
    m_folder.write(".config/framehand/config.yml", "log_level: info\norchestrator_ulr: http://x\n");
    for (const char* verb : {"jobs", "status"}) {
        const End end = run({verb});
        EXPECT_EQ(end.code, 2);
        EXPECT_NE(end.err.find("config.yml:2: unknown key \"orchestrator_ulr\", did you mean \"orchestrator_url\"?"),
                  std::string::npos)
            << end.err;
    }
    EXPECT_EQ(run({"config", "check"}).code, 2);
    EXPECT_EQ(run({"config", "path"}).code, 0);
    EXPECT_EQ(run({"--config", "missing.yml", "jobs"}).code, 2);
}

TEST_F(Program, EndsWith3WhenTheOrchestratorDoesNotAnswer) {
    m_folder.write("nas/film.mkv", "film");
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"jobs"},
                                                      {"job", "j1"},
                                                      {"cancel", "j1"},
                                                      {"retry", "j1"},
                                                      {"status"},
                                                      {"submit", "nas/film.mkv", "--nas-mount-path", "nas"}}) {
        std::vector<std::string> all{"--orchestrator-url", dead_url()};
        all.insert(all.end(), arguments.begin(), arguments.end());
        const End end = run(all);
        EXPECT_EQ(end.code, 3) << arguments.front() << ": " << end.err;
        EXPECT_NE((end.out + end.err).find("no orchestrator answers"), std::string::npos) << end.out << end.err;
    }
}

TEST_F(Program, EndsWith1WhenADoctorFindsTroubleAndSaysWhatToDo) {
    const End end = run({"doctor", "--orchestrator-url", dead_url(), "--json"});
    EXPECT_EQ(end.code, 1) << end.err;
    const auto report = base::parse_json(base::trim(end.out), "report");
    ASSERT_TRUE(report) << end.out;
    EXPECT_EQ((*report)["ok"], false);
    for (const base::Json& check : (*report)["checks"]) {
        EXPECT_TRUE(check["health"] == "ok" || !check["advice"].get<std::string>().empty()) << check.dump();
    }
}

TEST_F(Program, SaysHowToSetTheNasFolder) {
    const End end = run({"submit", "film.mkv"});
    EXPECT_EQ(end.code, 2) << end.err;
    EXPECT_NE(end.err.find("config set nas_mount_path"), std::string::npos) << end.err;
}

TEST_F(Program, RefusesAnOutputOutsideTheNasBeforeItAsksAnybody) {
    m_folder.write("nas/film.mkv", "film");
    for (const char* output : {"../out", "/elsewhere", ".framehand-x"}) {
        const End end = run({"submit", "nas/film.mkv", "--nas-mount-path", "nas", "--output", output});
        EXPECT_EQ(end.code, 2) << output;
        EXPECT_NE(end.err.find("--output: "), std::string::npos) << end.err;
    }
}

TEST_F(Program, ChangesTheSettingsFileAndShowsIt) {
    m_folder.write(".config/framehand/config.yml", "# mine\nthreads: 1 # few\n");
    ASSERT_EQ(run({"config", "set", "threads", "3"}).code, 0);
    EXPECT_EQ(m_folder.read(".config/framehand/config.yml"), "# mine\nthreads: 3 # few\n");
    m_environment["WORKER_LOG_LEVEL"] = "debug";
    const End shown = run({"config", "show", "--json", "--sync-interval", "4s"});
    ASSERT_EQ(shown.code, 0) << shown.err;
    const auto json = base::parse_json(base::trim(shown.out), "settings");
    ASSERT_TRUE(json) << shown.out;
    const base::Json& settings = (*json)["settings"];
    EXPECT_EQ(settings["threads"]["value"], "3");
    EXPECT_EQ(settings["threads"]["source"], (m_folder.path() / ".config/framehand/config.yml").string() + ":2");
    EXPECT_EQ(settings["log_level"]["source"], "environment WORKER_LOG_LEVEL");
    EXPECT_EQ(settings["sync_interval"]["source"], "flag --sync-interval");
}

TEST_F(Program, GivesErrorsAsJsonToo) {
    const End end = run({"config", "set", "treads", "1", "--json"});
    EXPECT_EQ(end.code, 2);
    const auto error = base::parse_json(base::trim(end.err), "error");
    ASSERT_TRUE(error) << end.err;
    EXPECT_EQ((*error)["error"]["message"], "unknown key \"treads\", did you mean \"threads\"?");
}

TEST_F(Program, EndsWith4AndLeavesNothingWhenATranscodeIsInterrupted) {
    m_folder.write("film.mkv", "film");
    QProcess process;
    process.setReadChannel(QProcess::StandardError);
    start(process, program_with_fake_transcoder(),
          {"transcode", "film.mkv", "deep/out", "--rungs", "720p", "--min-free-bytes", "0"});
    std::string err;
    constexpr int kPatienceMs = 60'000;
    while (err.find("transcoding") == std::string::npos && process.waitForReadyRead(kPatienceMs)) {
        err += process.readAllStandardError().toStdString();
    }
    ASSERT_NE(err.find("transcoding"), std::string::npos) << err << end_of(process).err;
    EXPECT_TRUE(std::filesystem::exists(m_folder.path() / "deep" / "out"));
    process.terminate();
    EXPECT_EQ(end_of(process).code, 4);
    EXPECT_FALSE(std::filesystem::exists(m_folder.path() / "deep"));
    EXPECT_FALSE(std::filesystem::exists(m_folder.path() / ".local/share/framehand/transcode"));
}

TEST_F(Program, EndsWith2ForWrongRangesAndLeavesNothing) {
    m_folder.write("film.mkv", "film");
    const QString program = program_with_fake_transcoder(R"(
run) echo '{"event":"failed","error":{"code":"invalid_argument","message":"segments: beyond the end"}}'; exit 1 ;;
)");
    m_folder.write("full/notes.txt", "mine");
    m_folder.write("part/segments.journal", "of other work");

    struct Wrong {
        std::vector<std::string> arguments;
        std::string says;
    };

    for (const auto& [arguments, says] :
         {Wrong{{"deep/out", "--segments", "3-1"}, "ends before it begins"},
          Wrong{{"deep/out", "--segments", "a"}, "no range of segments"},
          Wrong{{"deep/out", "--segments", "7-9"}, "segments: beyond the end"},
          Wrong{{"deep/out", "--segments", "0-1", "--segment-format", "ts"}, "transport streams"},
          Wrong{{"deep/out", "--assemble", "part", "--segment-format", "ts"}, "transport streams"},
          Wrong{{"deep/out", "--segments", "0-1", "--assemble", "part"}, "--assemble"},
          Wrong{{"part", "--assemble", "part"}, "a folder of its own"},
          Wrong{{"full", "--segments", "0-1"}, "holds something else"},
          Wrong{{"part", "--segments", "7-9"}, "segments: beyond the end"},
          Wrong{{"film.mkv", "--segments", "0-1"}, "is not a folder"}}) {
        std::vector<std::string> all{"transcode", "film.mkv"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        all.insert(all.end(), {"--min-free-bytes", "0"});
        QProcess process;
        start(process, program, all);
        const End end = end_of(process);
        EXPECT_EQ(end.code, 2) << arguments[1] << ": " << end.err;
        EXPECT_NE(end.err.find(says), std::string::npos) << end.err;
        EXPECT_EQ(end.out, "");
        EXPECT_FALSE(std::filesystem::exists(m_folder.path() / "deep"));
    }
    EXPECT_EQ(m_folder.read("full/notes.txt"), "mine");
    EXPECT_EQ(m_folder.read("part/segments.journal"), "of other work");
    QProcess process;
    start(process, program, {"transcode", "film.mkv", "deep/out", "--assemble", "nowhere"});
    EXPECT_EQ(end_of(process).code, 1);
}

TEST_F(Program, TellsWhichPartOfTheFilmWasMade) {
    m_folder.write("film.mkv", "film");
    const QString program = program_with_fake_transcoder(R"(
run)
  mkdir -p out/v-000000000000
  echo '{"event":"planned","plan":{"segments":12}}'
  echo '{"event":"done","manifest":{"segments":{"first":4,"last":11},"files":[],"renditions":[],"layout":{"package_id":"000000000000","multivariant":"index.m3u8","rung_dirs":[""],"audio_dir":"audio"}}}' ;;
)");
    QProcess process;
    start(process, program, {"transcode", "film.mkv", "out", "--segments", "4-", "--min-free-bytes", "0"});
    const End end = end_of(process);
    EXPECT_EQ(end.code, 0) << end.err;
    EXPECT_EQ(end.out, "segments 4-11 of the film's 12: " + (m_folder.path() / "out").string() + "\n");
}

TEST_F(Program, KeepsTheFinishedSegmentsOfAPartThatWasInterrupted) {
    m_folder.write("film.mkv", "film");
    QProcess process;
    process.setReadChannel(QProcess::StandardError);
    start(process, program_with_fake_transcoder(R"(
run)
  mkdir -p out/v-000000000000
  echo x > out/v-000000000000/00004.m4s
  echo '{"event":"progress","phase":"transcode","percent":1}'
  cat >/dev/null ;;
)"),
          {"transcode", "film.mkv", "out", "--segments", "4-", "--rungs", "720p", "--min-free-bytes", "0"});
    std::string err;
    constexpr int kPatienceMs = 60'000;
    while (err.find("transcoding") == std::string::npos && process.waitForReadyRead(kPatienceMs)) {
        err += process.readAllStandardError().toStdString();
    }
    process.terminate();
    const End end = end_of(process);
    EXPECT_EQ(end.code, 4);
    EXPECT_NE((err + end.err).find("the same command goes on"), std::string::npos) << err << end.err;
    EXPECT_TRUE(std::filesystem::exists(m_folder.path() / "out/v-000000000000/00004.m4s"));
}

TEST_F(Program, EndsWith1WhenTheWorkItselfFails) {
    m_folder.write("film.mkv", "film");
    const QString program = program_with_fake_transcoder();
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"verify", "."}, {"plan", "film.mkv"}, {"verify", "missing"}, {"plan", "missing"}}) {
        QProcess process;
        start(process, program, arguments);
        const End end = end_of(process);
        EXPECT_EQ(end.code, 1) << arguments[0] << " " << arguments[1] << ": " << end.err;
    }
}

} // namespace
} // namespace framehand::cli
