// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/settings/source_settings.h"
#include "core/settings/week_grid.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace framehand::settings {

enum class CapabilitiesForm { Object, List };

/// Idle: only what nobody else wants of the machine. Normal: for machines that do nothing else.
enum class TranscodePriority { Idle, Normal };

/// With what videos are encoded. Auto: what was measured to be best. Software: never with a graphics card.
enum class Encoders { Auto, Software };

/// Off: for drivers that cannot live behind its walls.
enum class TranscodeSandbox { On, Off };

/// Off: only what the owner asks for pauses work, for machines that do nothing else.
enum class Courtesy { On, Off };

/// What becomes of work while something lasts.
enum class While { Pause, Run };

/// What to think where nobody can tell whether a person is there. Auto: in use if there is a graphical session.
enum class PresenceUnknown { Auto, InUse, Idle };

/// Whether the machine may fall asleep by itself while a job runs.
enum class KeepAwake { On, Off };

/// Every setting with its default. Keys, environment names, flags and limits are in the field table
/// (field_table.h): a new setting is one member here and one row there.
///
/// Constant after loading; passed down by value, so that nobody shares mutable settings.
struct Settings : SourceSettings {
    // Worker
    std::string orchestrator_url = "http://127.0.0.1:8787";
    std::string worker_id;                ///< filled with the host name if left empty
    std::filesystem::path nas_mount_path; ///< root of the share; needed by worker and submit
    std::filesystem::path temp_dir;       ///< staging; filled with <data dir>/staging if left empty
    base::Duration sync_interval{10'000};
    base::Duration progress_interval{2'000};
    base::Duration transcode_stall_timeout{300'000};     ///< a transcoder silent for so long is ended
    base::Duration nas_wait_timeout{600'000};            ///< how long a finished package waits for a NAS that is away
    base::Duration paused_release_after{1'800'000};      ///< a transcoder paused for so long is ended; 0 = never
    std::uint64_t paused_release_memory = 1'073'741'824; ///< or when less memory is available; 0 = never
    base::Duration paused_give_back_after{86'400'000};   ///< a job paused for so long is returned; 0 = never
    base::Duration outcome_keep_time{604'800'000};       ///< how long an orchestrator may not know a finished job
    std::uint64_t min_free_bytes = 2'000'000'000;        ///< kept free in temp_dir and on the NAS
    int threads = 0;                                     ///< cores for transcoding, 0 = all
    Encoders encoders = Encoders::Auto;
    TranscodePriority transcode_priority = TranscodePriority::Idle;
    TranscodeSandbox transcode_sandbox = TranscodeSandbox::On;
    std::uint64_t transcode_memory_limit = 8'000'000'000; ///< private memory of a transcoder; 0 = no limit
    int max_source_pixels = 8192 * 8192;                  ///< width times height
    base::Duration max_source_duration{86'400'000};
    base::Duration inspect_timeout{60'000}; ///< for finding out what is in a source
    CapabilitiesForm capabilities_form = CapabilitiesForm::Object;

    // When to work
    Courtesy courtesy = Courtesy::On;
    WeekGrid work_hours = WeekGrid::always(); ///< in local time
    While while_in_use = While::Pause;
    base::Duration idle_before_work{300'000}; ///< without keyboard and mouse
    PresenceUnknown presence_unknown = PresenceUnknown::Auto;
    base::Duration presence_max_age{30'000};     ///< an older report of input is none
    While while_full_screen = While::Pause;      ///< full-screen programs and games
    std::vector<std::string> pause_for_programs; ///< names of programs
    base::Duration activity_hold{15'000};        ///< after the end of these
    int other_cpu_limit = 25;                    ///< percent of all cores that others may use; 0 = any
    base::Duration other_cpu_time{10'000};       ///< so long
    base::Duration other_cpu_hold{30'000};       ///< after the end of it
    While while_on_battery = While::Pause;
    While while_power_saver = While::Pause;
    While while_metered = While::Pause;
    base::Duration condition_hold{10'000};      ///< after the end of these three, and of a full disk
    int temperature_limit = 95;                 ///< degrees Celsius; 0 = any
    int temperature_margin = 10;                ///< below the limit, from which on work goes on
    base::Duration temperature_hold{60'000};    ///< after that
    std::uint64_t low_disk_limit = 500'000'000; ///< less free in temp_dir pauses; 0 = never
    base::Duration courtesy_interval{500};      ///< how often all that is looked at while a job is there
    KeepAwake keep_awake = KeepAwake::On;

    // Orchestrator
    std::string listen_address = "127.0.0.1";
    int listen_port = 8787;
    base::Duration lease_timeout{60'000}; ///< a worker silent for so long loses its job
    int max_attempts = 3;

    // Both
    std::filesystem::path data_dir; ///< database, outbox, caches; XDG data path if left empty
    base::LogLevel log_level = base::LogLevel::Info;
    std::filesystem::path log_file; ///< rotating file; none if empty
    std::string log_loki_url;       ///< of a Loki that gets the log; none if empty
};

} // namespace framehand::settings
