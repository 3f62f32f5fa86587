// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/background_service.h"
#include "platform/windows/service_manager.h"
#include "platform/windows/service_parameters.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace framehand::platform {

/// What the service runs, and for whom.
struct WindowsServiceProgram {
    std::vector<std::string> command;  ///< framehandd's absolute path, then its arguments
    std::filesystem::path config_file; ///< of this user, absolute; need not exist
    std::filesystem::path data_folder; ///< of this user, absolute
    /// What does the same as this class if an administrator runs it with "service install" and so on behind it:
    /// framehandctl's absolute path, and its flags.
    std::vector<std::string> administrators_program;
};

/// A service of this machine, driven through its service manager. It starts with the machine, under an account of its
/// own that has no rights but to the settings and data of who installed it (`NT SERVICE\framehandd`), and is started
/// again after every failure. Who installed it may start and stop it; to install and to remove it takes an
/// administrator.
class WindowsService final : public ports::BackgroundService {
public:
    /// What to do where this process may not: a program without a window says so; a desktop app asks for an
    /// administrator, in Windows' own way, and waits.
    enum class Rights { AsTheyAre, AskAdministrator };

    /// Where it is; tests have places of their own.
    struct Name {
        std::wstring key = std::wstring(kServiceName);
        std::wstring title = L"Framehand";
    };

    WindowsService(WindowsServiceProgram program, Rights rights);
    WindowsService(WindowsServiceProgram program, Rights rights, Name name);

    [[nodiscard]] Kind kind() const override { return Kind::OfTheMachine; }

    [[nodiscard]] base::Status install() override;
    [[nodiscard]] base::Status install_for(const ports::ServiceOwner& owner) override;
    [[nodiscard]] base::Status remove() override;
    [[nodiscard]] base::Status start() override;
    [[nodiscard]] base::Status stop() override;
    [[nodiscard]] base::Result<ports::ServiceState> status() override;

private:
    [[nodiscard]] base::Status install_here(const ports::ServiceOwner& owner);
    [[nodiscard]] base::Status set_up(const ServiceHandle& service, const ports::ServiceOwner& owner) const;
    [[nodiscard]] base::Status remove_here();
    [[nodiscard]] base::Status start_here();
    [[nodiscard]] base::Status stop_here();
    [[nodiscard]] base::Status or_as_administrator(base::Status done, std::vector<std::string> verb) const;
    [[nodiscard]] RegistryKey::Place parameters() const;

    const WindowsServiceProgram m_program;
    const Rights m_rights;
    const Name m_name;
};

/// The service of the programs that lie in `program_dir`. `config_path` only where the person has named another
/// settings file than the usual one, `config_file`.
[[nodiscard]] WindowsServiceProgram windows_service_program(const std::filesystem::path& program_dir,
                                                            const std::filesystem::path& config_file,
                                                            const std::filesystem::path& data_folder,
                                                            const std::optional<std::filesystem::path>& config_path);

} // namespace framehand::platform
