// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"
#include "app/framehandctl/ladder_options.h"
#include "core/jobs/transcode_protocol.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace framehand::cli {

/// `transcode VIDEO DIR`: one video into one folder, without any daemon; with --segments a part of it, which --assemble
/// makes a package of.
class TranscodeCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "transcode"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
    void add_options(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(Context& context) override;

private:
    [[nodiscard]] base::Status read_options();
    [[nodiscard]] base::Result<std::vector<std::string>> find_parts(Context& context,
                                                                    const std::filesystem::path& dir) const;
    [[nodiscard]] base::Result<ExitCode> make_package(Context& context, const std::filesystem::path& transcoder,
                                                      jobs::TranscodeSpec spec, const std::filesystem::path& dir);
    [[nodiscard]] base::Result<ExitCode> make_part(Context& context, const std::filesystem::path& transcoder,
                                                   jobs::TranscodeSpec spec, const std::filesystem::path& dir);

    LadderOptions m_ladder;
    std::string m_video;
    std::string m_dir;
    std::string m_segments;
    std::vector<std::string> m_parts;
    std::optional<jobs::SegmentRange> m_range; ///< of m_segments
};

} // namespace framehand::cli
