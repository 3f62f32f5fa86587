// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/jobs/transcode_protocol.h"
#include "tests/support/temp_folder.h"

#include <QProcess>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace framehand::transcoder {

/// The real program, as the daemon runs it.
class TranscoderProgram : public testing::Test {
protected:
    static constexpr int kPatienceMs = 120'000;

    void start(const QStringList& arguments) {
        m_process.start(QStringLiteral(FRAMEHAND_TRANSCODER), arguments);
        ASSERT_TRUE(m_process.waitForStarted(kPatienceMs));
    }

    void send(const jobs::TranscodeSpec& spec) {
        m_process.write(QByteArray::fromStdString(base::dump_json(jobs::to_json(spec)) + "\n"));
    }

    /// Waits for the program's end; its exit code, or -1 if it crashed or hangs.
    int end() {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kPatienceMs)) {
            return -1;
        }
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    std::vector<jobs::TranscodeEvent> events() {
        std::vector<jobs::TranscodeEvent> found;
        for (const std::string& line : base::split(m_process.readAllStandardOutput().toStdString(), '\n')) {
            if (!line.empty()) {
                const auto json = base::parse_json(line, "event");
                auto event = json ? jobs::transcode_event_from_json(*json)
                                  : base::Result<jobs::TranscodeEvent>(base::Error(json.error()));
                EXPECT_TRUE(event) << line;
                if (event) {
                    found.push_back(std::move(*event));
                }
            }
        }
        return found;
    }

    [[nodiscard]] jobs::TranscodeSpec spec_for(const std::string& input) const {
        jobs::TranscodeSpec spec;
        spec.job.job_id = "j";
        spec.job.input.source_url = "a.mp4";
        jobs::OutputRequest output;
        output.resolution = "240p";
        output.bitrate = 400'000;
        output.dest_path = "film";
        spec.job.outputs.push_back(output);
        spec.input_path = input;
        spec.package_dir = (m_folder.path() / "package").string();
        std::filesystem::create_directories(spec.package_dir);
        spec.layout = jobs::make_layout(spec.job, "0123456789ab").value();
        return spec;
    }

    /// Runs `spec` to its good end.
    jobs::PackageManifest manifest_of(const jobs::TranscodeSpec& spec) {
        start({QStringLiteral("run")});
        send(spec);
        EXPECT_EQ(end(), 0) << m_process.readAllStandardError().toStdString();
        const auto told = events();
        const auto* done = told.empty() ? nullptr : std::get_if<jobs::TranscodeDone>(&told.back());
        EXPECT_NE(done, nullptr);
        return done == nullptr ? jobs::PackageManifest{} : done->manifest;
    }

    /// Runs `spec` to its bad end.
    base::Error failure_of(const jobs::TranscodeSpec& spec) {
        start({QStringLiteral("run")});
        send(spec);
        EXPECT_EQ(end(), 1);
        const auto told = events();
        const auto* failed = told.empty() ? nullptr : std::get_if<jobs::TranscodeFailed>(&told.back());
        EXPECT_NE(failed, nullptr);
        return failed == nullptr ? base::Error{} : failed->error;
    }

    const std::string m_sample = FRAMEHAND_TEST_MEDIA "/odd-321x241-vp9.mp4";
    test::TempFolder m_folder;
    QProcess m_process;
};

} // namespace framehand::transcoder
