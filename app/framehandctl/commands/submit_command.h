// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"
#include "app/framehandctl/ladder_options.h"
#include "app/framehandctl/nas_video.h"
#include "app/framehandctl/orchestrator_client.h"

#include <filesystem>
#include <string>

namespace framehand::cli {

/// `submit VIDEO`: gives a job to the orchestrator and, if asked, waits for its end.
class SubmitCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "submit"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
    void add_options(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(Context& context) override;

private:
    [[nodiscard]] base::Result<NasVideo> bring_video(Context& context, const std::filesystem::path& root);
    [[nodiscard]] base::Result<std::string> output_below(const std::filesystem::path& root,
                                                         const Context& context) const;
    [[nodiscard]] base::Status check_output(const std::string& output) const;
    [[nodiscard]] base::Result<ExitCode> dry_run(Context& context, OrchestratorClient& orchestrator,
                                                 const base::Json& body);
    [[nodiscard]] base::Result<ExitCode> wait_for(Context& context, OrchestratorClient& orchestrator,
                                                  const std::string& job_id, const std::filesystem::path& root);

    LadderOptions m_ladder;
    std::string m_video;
    std::string m_output;
    int m_priority = 0;
    bool m_dry_run = false;
    bool m_wait = false;
};

} // namespace framehand::cli
