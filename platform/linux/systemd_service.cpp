// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/systemd_service.h"

#include "core/base/text.h"

#include <array>
#include <charconv>
#include <pwd.h>
#include <unistd.h>
#include <utility>

namespace framehand::platform {

namespace {

using ports::ServiceState;

constexpr base::Duration kPatience{120'000}; ///< systemd itself gives up a start or a stop after 90 s
constexpr std::size_t kMaxUnitBytes = 64 * 1024;
constexpr std::string_view kDropIn = "without-walls.conf";

const std::string kUnit(kServiceUnit);

std::string value(const std::map<std::string, std::string>& map, const std::string& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::string() : found->second;
}

std::int64_t number(const std::string& text) {
    std::int64_t parsed = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), parsed);
    return parsed;
}

ServiceState::Activity activity_of(const std::string& state) {
    if (state == "active" || state == "reloading") {
        return ServiceState::Activity::Running;
    }
    if (state == "activating") {
        return ServiceState::Activity::Starting;
    }
    if (state == "deactivating") {
        return ServiceState::Activity::Stopping;
    }
    return state == "failed" ? ServiceState::Activity::Failed : ServiceState::Activity::Stopped;
}

/// What systemd says of an end that is not one in good order, "" for none.
std::string end_of(const std::map<std::string, std::string>& properties) {
    const auto result = value(properties, "Result");
    const auto status = value(properties, "ExecMainStatus");
    if (result == "success" || result.empty()) {
        return {};
    }
    if (result != "exit-code") {
        return result == "watchdog" ? "it hung and was ended" : "it ended with \"" + result + "\"";
    }
    if (status == "217" || status == "226") {
        return "systemd could not wall it off (exit code " + status +
               "); \"framehandctl service install\" looks anew at what this machine can do";
    }
    return "it ended with exit code " + status;
}

} // namespace

SystemdService::SystemdService(ServiceProgram program, Places places, ports::FileSystem& files, Run run)
    : m_program(std::move(program)), m_places(std::move(places)), m_files(files), m_run(std::move(run)) {
}

SystemdService::Places SystemdService::places(const std::filesystem::path& config_dir) {
    std::array<char, 4096> names{};
    passwd entry{};
    passwd* found = nullptr;
    (void)::getpwuid_r(::geteuid(), &entry, names.data(), names.size(), &found);
    return {config_dir.parent_path() / "systemd" / "user",
            {"/etc/systemd/user", "/usr/local/lib/systemd/user", "/usr/lib/systemd/user"},
            std::filesystem::path("/var/lib/systemd/linger") / (found == nullptr ? "?" : found->pw_name)};
}

base::Status SystemdService::install() {
    FH_TRY(properties()); // before anything is written: is there a systemd at all?
    const std::string unit = service_unit(m_program);
    if (is_packaged(unit)) {
        FH_TRY(m_files.remove(unit_file()));
    } else {
        FH_TRY(write_unit());
    }
    FH_TRY(write_drop_in());
    FH_TRY(systemctl({"daemon-reload"}));
    FH_TRY(systemctl({"enable", kUnit}));
    return {};
}

base::Status SystemdService::install_for(const ports::ServiceOwner& /*owner*/) {
    return base::fail(base::ErrorCode::Unsupported, "on this system each user installs a service of their own");
}

base::Status SystemdService::remove() {
    FH_ASSIGN(const auto before, properties());
    if (value(before, "LoadState") != "not-found") {
        FH_TRY(systemctl({"disable", "--now", kUnit}));
    }
    FH_TRY(m_files.remove(unit_file()));
    FH_TRY(m_files.remove(drop_in_folder() / kDropIn));
    (void)m_files.remove(drop_in_folder()); // somebody else's drop-ins stay
    FH_TRY(systemctl({"daemon-reload"}));
    (void)systemctl({"reset-failed", kUnit}); // fails for a unit that did not fail
    return {};
}

base::Status SystemdService::start() {
    FH_ASSIGN(const auto before, properties());
    if (value(before, "LoadState") == "not-found") {
        return base::fail(base::ErrorCode::NotFound,
                          "the service is not installed; \"framehandctl service install\" does that");
    }
    const auto started = systemctl({"start", kUnit});
    if (started) {
        return {};
    }
    const auto after = properties();
    std::string why = after ? value(*after, "StatusText") : std::string();
    if (why.empty() && after) {
        why = end_of(*after);
    }
    (void)systemctl({"stop", kUnit}); // or it would go on trying, after we have said that it did not start
    return base::fail(started.error().code, "the service could not be started",
                      why.empty() ? started.error().text() : why);
}

base::Status SystemdService::stop() {
    FH_ASSIGN(const auto before, properties());
    if (value(before, "LoadState") != "not-found") {
        FH_TRY(systemctl({"stop", kUnit}));
    }
    return {};
}

base::Result<ServiceState> SystemdService::status() {
    FH_ASSIGN(const auto found, properties());
    ServiceState state;
    state.installed = value(found, "UnitFileState").starts_with("enabled");
    state.activity = activity_of(value(found, "ActiveState"));
    state.said = value(found, "StatusText");
    if (const auto end = end_of(found); state.activity != ServiceState::Activity::Running && !end.empty()) {
        state.said += state.said.empty() ? end : " (" + end + ")";
    }
    state.process_id = number(value(found, "MainPID"));
    state.restarts = static_cast<int>(number(value(found, "NRestarts")));
    state.unit = value(found, "FragmentPath");
    const auto lingering = m_files.kind(m_places.lingering);
    state.runs_without_login = lingering && *lingering != ports::FileSystem::Kind::Missing;
    if (state.installed && !state.runs_without_login) {
        state.advice = "it runs while you are logged in; \"loginctl enable-linger\" lets it run from the start of the "
                       "machine on";
    }
    return state;
}

base::Result<std::string> SystemdService::systemctl(const std::vector<std::string>& arguments) const {
    std::vector<std::string> command{"systemctl", "--user", "--no-pager"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    auto done = m_run(command, kPatience);
    if (!done) {
        return done.error().code == base::ErrorCode::Unsupported
                   ? done.error().wrapped("this machine has no systemd, which would run the service")
                   : std::move(done.error());
    }
    if (done->status == 0) {
        return std::move(done->out);
    }
    auto words = base::trim(done->err);
    if (words.find("Failed to connect to bus") != std::string::npos ||
        words.find("System has not been booted with systemd") != std::string::npos) {
        return base::fail(base::ErrorCode::Unsupported,
                          "there is no systemd for services of this user here: log in as that user (after su or sudo "
                          "there is none), or start framehandd in another way",
                          std::move(words));
    }
    return base::fail(base::ErrorCode::Internal, "systemctl --user " + arguments.front() + " failed", std::move(words));
}

base::Result<SystemdService::Properties> SystemdService::properties() const {
    FH_ASSIGN(const auto text, systemctl({"show", kUnit,
                                          "--property=LoadState,UnitFileState,ActiveState,StatusText,MainPID,NRestarts,"
                                          "Result,ExecMainStatus,FragmentPath"}));
    Properties properties;
    for (const auto& line : base::split(text, '\n')) {
        if (const auto equals = line.find('='); equals != std::string::npos) {
            properties.emplace(line.substr(0, equals), line.substr(equals + 1));
        }
    }
    return properties;
}

bool SystemdService::is_packaged(const std::string& unit) const {
    for (const auto& folder : m_places.packaged_units) {
        const auto text = m_files.read_file(folder / kUnit, kMaxUnitBytes);
        if (text) {
            return *text == unit; // the first one hides those behind it
        }
    }
    return false;
}

base::Status SystemdService::write_unit() {
    FH_TRY(m_files.create_directories(m_places.user_units));
    return m_files.write_file_atomic(unit_file(), service_unit(m_program));
}

base::Status SystemdService::write_drop_in() {
    const auto down = walls_that_fail();
    if (down.empty()) {
        FH_TRY(m_files.remove(drop_in_folder() / kDropIn));
        (void)m_files.remove(drop_in_folder());
        return {};
    }
    FH_TRY(m_files.create_directories(drop_in_folder()));
    return m_files.write_file_atomic(drop_in_folder() / kDropIn, without_walls(down));
}

/// Whether systemd can start a service behind these walls.
bool SystemdService::works(const std::vector<Wall>& walls) const {
    std::vector<std::string> command{"systemd-run", "--user", "--quiet", "--collect", "--property=Type=oneshot"};
    for (const auto& wall : walls) {
        command.push_back("--property=" + std::string(wall.up));
    }
    command.emplace_back("true");
    const auto tried = m_run(command, kPatience);
    return tried && tried->status == 0;
}

/// Some systems forbid namespaces to ordinary users, some containers a part of what can be done in them, and a unit
/// that asks for what it cannot get does not start.
std::vector<Wall> SystemdService::walls_that_fail() const {
    const auto walls = walls_in_namespaces();
    const std::vector<Wall> all(walls.begin(), walls.end());
    if (works(all) || !works({})) {
        return {};
    }
    std::vector<Wall> down;
    std::vector<Wall> up;
    for (const auto& wall : all) {
        (works({all.front(), wall}) ? up : down).push_back(wall);
    }
    return !up.empty() && works(up) ? down : all;
}

std::filesystem::path SystemdService::unit_file() const {
    return m_places.user_units / kUnit;
}

std::filesystem::path SystemdService::drop_in_folder() const {
    return m_places.user_units / (kUnit + ".d");
}

ServiceProgram service_program(const std::filesystem::path& program_dir,
                               const std::map<std::string, std::string>& environment,
                               std::vector<std::string> daemon_arguments) {
    ServiceProgram program;
    const auto image = value(environment, "APPIMAGE");
    const auto mounted = value(environment, "APPDIR");
    // A terminal that is an AppImage itself hands its own variables down to us.
    if (!image.empty() && !mounted.empty() && program_dir.string().starts_with(mounted + "/")) {
        program.command = {image, "framehandd"};
        // The walls of the service do not let it mount anything.
        program.environment = {{"APPIMAGE_EXTRACT_AND_RUN", "1"}};
    } else {
        program.command = {(program_dir / "framehandd").string()};
    }
    program.command.insert(program.command.end(), daemon_arguments.begin(), daemon_arguments.end());
    return program;
}

} // namespace framehand::platform
