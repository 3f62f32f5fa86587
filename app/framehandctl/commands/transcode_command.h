// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"
#include "app/framehandctl/ladder_options.h"

#include <string>

namespace framehand::cli {

/// `transcode VIDEO DIR`: one video into one folder, without any daemon.
class TranscodeCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "transcode"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
    void add_options(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(Context& context) override;

private:
    LadderOptions m_ladder;
    std::string m_video;
    std::string m_dir;
};

} // namespace framehand::cli
