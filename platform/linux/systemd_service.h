// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/background_service.h"
#include "core/ports/file_system.h"
#include "platform/linux/finished_program.h"
#include "platform/linux/systemd_unit.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace framehand::platform {

/// A unit of the user's own systemd, driven through `systemctl --user`. The unit that a package installed is used where
/// it starts the same program; else one is written into the user's own folder of units.
class SystemdService final : public ports::BackgroundService {
public:
    struct Places {
        std::filesystem::path user_units;                  ///< ~/.config/systemd/user
        std::vector<std::filesystem::path> packaged_units; ///< folders of the system, best first
        std::filesystem::path lingering;                   ///< a file that is there if the user's services always run
    };

    /// As run_program(); tests give another one.
    using Run = std::function<base::Result<FinishedProgram>(const std::vector<std::string>&, base::Duration)>;

    /// `files` must outlive it.
    SystemdService(ServiceProgram program, Places places, ports::FileSystem& files, Run run = run_program);

    [[nodiscard]] Kind kind() const override { return Kind::OfTheUser; }

    [[nodiscard]] base::Status install() override;
    [[nodiscard]] base::Status install_for(const ports::ServiceOwner& owner) override;
    [[nodiscard]] base::Status remove() override;
    [[nodiscard]] base::Status start() override;
    [[nodiscard]] base::Status stop() override;
    [[nodiscard]] base::Result<ports::ServiceState> status() override;

    /// For the user of this process, whose units lie beside Framehand's own folder of settings, `config_dir`.
    [[nodiscard]] static Places places(const std::filesystem::path& config_dir);

private:
    using Properties = std::map<std::string, std::string>;

    [[nodiscard]] base::Result<std::string> systemctl(const std::vector<std::string>& arguments) const;
    [[nodiscard]] base::Result<Properties> properties() const;
    [[nodiscard]] bool is_packaged(const std::string& unit) const;
    [[nodiscard]] base::Status write_unit();
    [[nodiscard]] base::Status write_drop_in();
    [[nodiscard]] bool works(const std::vector<Wall>& walls) const;
    [[nodiscard]] std::vector<Wall> walls_that_fail() const;

    [[nodiscard]] std::filesystem::path unit_file() const;
    [[nodiscard]] std::filesystem::path drop_in_folder() const;

    const ServiceProgram m_program;
    const Places m_places;
    ports::FileSystem& m_files;
    const Run m_run;
};

/// The daemon that belongs to this program. `program_dir` is the folder of this program; an AppImage runs itself.
/// `daemon_arguments` follow framehandd, with its mode first.
[[nodiscard]] ServiceProgram service_program(const std::filesystem::path& program_dir,
                                             const std::map<std::string, std::string>& environment,
                                             std::vector<std::string> daemon_arguments);

} // namespace framehand::platform
