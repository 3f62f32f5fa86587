// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/all_commands.h"

#include "app/framehandctl/commands/cancel_command.h"
#include "app/framehandctl/commands/completion_command.h"
#include "app/framehandctl/commands/config_command.h"
#include "app/framehandctl/commands/doctor_command.h"
#include "app/framehandctl/commands/job_command.h"
#include "app/framehandctl/commands/jobs_command.h"
#include "app/framehandctl/commands/pause_command.h"
#include "app/framehandctl/commands/plan_command.h"
#include "app/framehandctl/commands/probe_command.h"
#include "app/framehandctl/commands/resume_command.h"
#include "app/framehandctl/commands/retry_command.h"
#include "app/framehandctl/commands/secret_command.h"
#include "app/framehandctl/commands/service_command.h"
#include "app/framehandctl/commands/sources_command.h"
#include "app/framehandctl/commands/status_command.h"
#include "app/framehandctl/commands/submit_command.h"
#include "app/framehandctl/commands/transcode_command.h"
#include "app/framehandctl/commands/verify_command.h"
#include "app/framehandctl/commands/version_command.h"

namespace framehand::cli {

std::vector<std::unique_ptr<Command>> all_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<SubmitCommand>());
    commands.push_back(std::make_unique<JobsCommand>());
    commands.push_back(std::make_unique<JobCommand>());
    commands.push_back(std::make_unique<CancelCommand>());
    commands.push_back(std::make_unique<RetryCommand>());
    commands.push_back(std::make_unique<StatusCommand>());
    commands.push_back(std::make_unique<PauseCommand>());
    commands.push_back(std::make_unique<ResumeCommand>());
    commands.push_back(std::make_unique<DoctorCommand>());
    commands.push_back(std::make_unique<ProbeCommand>());
    commands.push_back(std::make_unique<PlanCommand>());
    commands.push_back(std::make_unique<TranscodeCommand>());
    commands.push_back(std::make_unique<VerifyCommand>());
    commands.push_back(std::make_unique<ConfigCommand>());
    commands.push_back(std::make_unique<SecretCommand>());
    commands.push_back(std::make_unique<SourcesCommand>());
    commands.push_back(std::make_unique<ServiceCommand>());
    commands.push_back(std::make_unique<CompletionCommand>());
    commands.push_back(std::make_unique<VersionCommand>());
    return commands;
}

} // namespace framehand::cli
