// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/field_table.h"

#include "core/base/log_format.h"
#include "core/base/text.h"
#include "core/settings/field_kinds.h"

#include <algorithm>
#include <array>

namespace framehand::settings {

namespace {

using namespace kinds;

constexpr std::array<Choice<base::LogLevel>, 4> kLogLevels{{{"debug", base::LogLevel::Debug},
                                                            {"info", base::LogLevel::Info},
                                                            {"warning", base::LogLevel::Warning},
                                                            {"error", base::LogLevel::Error}}};
constexpr std::array<Choice<Encoders>, 2> kEncoders{{{"auto", Encoders::Auto}, {"software", Encoders::Software}}};
constexpr std::array<Choice<TranscodePriority>, 2> kPriorities{
    {{"idle", TranscodePriority::Idle}, {"normal", TranscodePriority::Normal}}};
constexpr std::array<Choice<TranscodeSandbox>, 2> kSandboxes{
    {{"on", TranscodeSandbox::On}, {"off", TranscodeSandbox::Off}}};
constexpr std::array<Choice<CapabilitiesForm>, 2> kCapabilityForms{
    {{"object", CapabilitiesForm::Object}, {"list", CapabilitiesForm::List}}};

constexpr std::array<Choice<Courtesy>, 2> kCourtesies{{{"on", Courtesy::On}, {"off", Courtesy::Off}}};
constexpr std::array<Choice<While>, 2> kWhiles{{{"pause", While::Pause}, {"run", While::Run}}};
constexpr std::array<Choice<PresenceUnknown>, 3> kPresences{
    {{"auto", PresenceUnknown::Auto}, {"in_use", PresenceUnknown::InUse}, {"idle", PresenceUnknown::Idle}}};
constexpr std::array<Choice<KeepAwake>, 2> kKeepAwakes{{{"on", KeepAwake::On}, {"off", KeepAwake::Off}}};

constexpr std::array<Choice<RedisTaking>, 2> kTakings{
    {{"lists", RedisTaking::Lists}, {"streams", RedisTaking::Streams}}};
constexpr std::array<Choice<Original>, 2> kOriginals{{{"remove", Original::Remove}, {"keep", Original::Keep}}};
constexpr std::array<Choice<BullKind>, 3> kBullKinds{
    {{"either", BullKind::Either}, {"bullmq", BullKind::BullMq}, {"bull", BullKind::Bull}}};
constexpr std::array<Choice<S3Addressing>, 2> kAddressings{
    {{"path", S3Addressing::Path}, {"virtual_host", S3Addressing::VirtualHost}}};

template <typename Type>
constexpr auto mistake_of() -> std::string (*)(std::string_view) {
    if constexpr (requires { &Type::mistake; }) {
        return &Type::mistake;
    } else {
        return nullptr;
    }
}

template <typename Type>
constexpr Field row(Group group, Applies applies, std::string_view key, std::string_view placeholder,
                    std::string_view help, std::string_view short_environment_name = {}) {
    return {key,     placeholder,  help,          short_environment_name, group,
            applies, &Type::parse, &Type::format, &Type::expects,         mistake_of<Type>()};
}

constexpr std::int64_t kSecond = 1'000;
constexpr std::int64_t kHour = 3'600 * kSecond;
constexpr std::int64_t kDay = 24 * kHour;

constexpr std::array kFields{
    row<UrlField>(Group::Worker, Applies::Restart, "orchestrator_url", "URL", "Where the orchestrator listens"),
    row<PathField<&Settings::nas_mount_path>>(Group::Worker, Applies::Restart, "nas_mount_path", "DIR",
                                              "Root of the share that holds all videos"),
    row<WorkerIdField>(Group::Worker, Applies::Restart, "worker_id", "NAME",
                       "Name of this worker at the orchestrator (default: the host name)", "WORKER_ID"),
    row<PathField<&Settings::temp_dir>>(Group::Worker, Applies::Restart, "temp_dir", "DIR",
                                        "Staging on a local disk (default: \"staging\" in the data folder)"),
    row<DurationField<&Settings::sync_interval, 100, kHour>>(Group::Worker, Applies::AtOnce, "sync_interval", "TIME",
                                                             "How often the worker asks for a job"),
    row<DurationField<&Settings::progress_interval, 100, kHour>>(Group::Worker, Applies::AtOnce, "progress_interval",
                                                                 "TIME", "How often the worker reports progress"),
    row<DurationField<&Settings::transcode_stall_timeout, kSecond, kDay>>(
        Group::Worker, Applies::NextJob, "transcode_stall_timeout", "TIME",
        "A transcoder that makes no progress for so long is ended"),
    row<DurationField<&Settings::nas_wait_timeout, 0, kDay>>(
        Group::Worker, Applies::NextJob, "nas_wait_timeout", "TIME",
        "How long a finished package waits for a NAS that is away"),
    row<DurationField<&Settings::paused_release_after, 0, 365 * kDay>>(
        Group::Worker, Applies::NextJob, "paused_release_after", "TIME",
        "A transcoder paused for so long is ended and later resumed, 0 for never"),
    row<ByteCountField<&Settings::paused_release_memory>>(
        Group::Worker, Applies::NextJob, "paused_release_memory", "SIZE",
        "A paused transcoder is ended when less memory is available, 0 for never"),
    row<DurationField<&Settings::paused_give_back_after, 0, 365 * kDay>>(
        Group::Worker, Applies::NextJob, "paused_give_back_after", "TIME",
        "A job paused for so long goes back to the orchestrator, 0 for never"),
    row<DurationField<&Settings::outcome_keep_time, kHour, 365 * kDay>>(
        Group::Worker, Applies::Restart, "outcome_keep_time", "TIME",
        "How long the end of a job is told to an orchestrator that does not know it"),
    row<ByteCountField<&Settings::min_free_bytes>>(Group::Worker, Applies::NextJob, "min_free_bytes", "SIZE",
                                                   "Space that stays free in temp_dir and on the NAS"),
    row<IntegerField<&Settings::threads, 0, 1024>>(Group::Worker, Applies::NextJob, "threads", "N",
                                                   "Cores for transcoding, 0 for all"),
    row<ChoiceField<&Settings::encoders, kEncoders>>(
        Group::Worker, Applies::NextJob, "encoders", "ENCODERS",
        "auto for the best that were measured, or software to leave graphics cards alone"),
    row<ChoiceField<&Settings::transcode_priority, kPriorities>>(
        Group::Worker, Applies::NextJob, "transcode_priority", "PRIORITY",
        "idle, or normal for a machine that does nothing else"),
    row<ChoiceField<&Settings::transcode_sandbox, kSandboxes>>(Group::Worker, Applies::NextJob, "transcode_sandbox",
                                                               "ON_OFF",
                                                               "Wall the transcoder off from files and the network"),
    row<SizeLimitField<&Settings::transcode_memory_limit, 256'000'000>>(Group::Worker, Applies::NextJob,
                                                                        "transcode_memory_limit", "SIZE",
                                                                        "Most memory of a transcoder, 0 for no limit"),
    row<IntegerField<&Settings::max_source_pixels, 1, 16384 * 16384>>(
        Group::Worker, Applies::NextJob, "max_source_pixels", "N",
        "Videos with more pixels, width times height, are refused"),
    row<DurationField<&Settings::max_source_duration, kSecond, 365 * kDay>>(
        Group::Worker, Applies::NextJob, "max_source_duration", "TIME", "Longer films are refused"),
    row<DurationField<&Settings::inspect_timeout, kSecond, kHour>>(
        Group::Worker, Applies::NextJob, "inspect_timeout", "TIME",
        "A video that does not tell what is in it for so long is refused"),
    row<ChoiceField<&Settings::capabilities_form, kCapabilityForms>>(
        Group::Worker, Applies::Restart, "capabilities_form", "FORM",
        "How capabilities are told to the orchestrator: object, or list for older ones"),
    row<WordsField<&Settings::job_source, SourceWords>>(
        Group::Source, Applies::Restart, "job_source", "SOURCES",
        "Where jobs come from, the preferred first: orchestrator, redis, celery, bullmq, rabbitmq"),
    row<ServerUrlField<&Settings::redis_url, RedisSchemes>>(Group::Source, Applies::Restart, "redis_url", "URL",
                                                            "Redis server of the source redis"),
    row<ChoiceField<&Settings::redis_taking, kTakings>>(Group::Source, Applies::Restart, "redis_taking", "HOW",
                                                        "Whether its queues are lists or streams"),
    row<WordsField<&Settings::redis_roles, RoleWords>>(Group::Source, Applies::Restart, "redis_roles", "ROLES",
                                                       "What to do of transcode, healthcheck and replace"),
    row<NameField<&Settings::redis_prefix>>(Group::Source, Applies::Restart, "redis_prefix", "TEXT",
                                            "How the names of its keys begin"),
    row<WordsField<&Settings::redis_roots, AnyWord, Needed::Optional>>(
        Group::Source, Applies::Restart, "redis_roots", "DIRS",
        "The share's root as those call it who write the messages, where that differs from nas_mount_path"),
    row<ChoiceField<&Settings::redis_original, kOriginals>>(
        Group::Source, Applies::Restart, "redis_original", "WHAT",
        "Whether the role replace keeps the original as .bak: remove or keep"),
    row<ServerUrlField<&Settings::celery_url, RedisSchemes>>(Group::Source, Applies::Restart, "celery_url", "URL",
                                                             "Redis server that is Celery's broker and result backend"),
    row<NameField<&Settings::celery_queue>>(Group::Source, Applies::Restart, "celery_queue", "NAME", "Celery's queue"),
    row<NameField<&Settings::celery_task>>(Group::Source, Applies::Restart, "celery_task", "NAME",
                                           "Name of the task that transcodes"),
    row<WordsField<&Settings::celery_parameters, AnyWord>>(
        Group::Source, Applies::Restart, "celery_parameters", "NAMES",
        "Its parameters in their order; \"resolution=size\" where one has a name of its own"),
    row<NameField<&Settings::celery_bucket>>(Group::Source, Applies::Restart, "celery_bucket", "NAME",
                                             "Bucket of its inputs and outputs"),
    row<IntegerField<&Settings::celery_max_retries, 0, 1000>>(Group::Source, Applies::Restart, "celery_max_retries",
                                                              "N", "How often a failed task is tried again"),
    row<DurationField<&Settings::celery_retry_countdown, 0, kDay>>(
        Group::Source, Applies::Restart, "celery_retry_countdown", "TIME", "How long it waits before that"),
    row<DurationField<&Settings::celery_soft_time_limit, 0, 365 * kDay>>(
        Group::Source, Applies::Restart, "celery_soft_time_limit", "TIME",
        "A task that takes longer is tried again, 0 for no limit"),
    row<DurationField<&Settings::celery_time_limit, 0, 365 * kDay>>(
        Group::Source, Applies::Restart, "celery_time_limit", "TIME",
        "A task that takes longer has failed, 0 for no limit"),
    row<DurationField<&Settings::celery_visibility_timeout, kSecond, 365 * kDay>>(
        Group::Source, Applies::Restart, "celery_visibility_timeout", "TIME",
        "visibility_timeout of all workers of the queue"),
    row<ServerUrlField<&Settings::bullmq_url, RedisSchemes>>(Group::Source, Applies::Restart, "bullmq_url", "URL",
                                                             "Redis server with the queues of BullMQ or Bull"),
    row<WordsField<&Settings::bullmq_queues, AnyWord>>(Group::Source, Applies::Restart, "bullmq_queues", "NAMES",
                                                       "Queues, the preferred first"),
    row<NameField<&Settings::bullmq_prefix>>(Group::Source, Applies::Restart, "bullmq_prefix", "TEXT",
                                             "How the names of its keys begin"),
    row<ChoiceField<&Settings::bullmq_kind, kBullKinds>>(Group::Source, Applies::Restart, "bullmq_kind", "KIND",
                                                         "Which library keeps the queues: either, bullmq or bull"),
    row<NameField<&Settings::bullmq_input_bucket>>(Group::Source, Applies::Restart, "bullmq_input_bucket", "NAME",
                                                   "Bucket of its inputs"),
    row<NameField<&Settings::bullmq_output_bucket>>(Group::Source, Applies::Restart, "bullmq_output_bucket", "NAME",
                                                    "Bucket of its outputs"),
    row<ServerUrlField<&Settings::bullmq_database_url, PostgresSchemes, Needed::Optional>>(
        Group::Source, Applies::Restart, "bullmq_database_url", "URL",
        "PostgreSQL database whose table transcoding_jobs is kept up to date"),
    row<ServerUrlField<&Settings::rabbitmq_url, AmqpSchemes>>(Group::Source, Applies::Restart, "rabbitmq_url", "URL",
                                                              "RabbitMQ server"),
    row<OptionalNameField<&Settings::rabbitmq_bucket>>(Group::Source, Applies::Restart, "rabbitmq_bucket", "NAME",
                                                       "Bucket of its inputs and outputs"),
    row<S3EndpointField>(Group::Source, Applies::Restart, "s3_endpoint", "URL", "Object storage (S3, MinIO, Ceph)"),
    row<NameField<&Settings::s3_region>>(Group::Source, Applies::Restart, "s3_region", "NAME", "Its region"),
    row<ChoiceField<&Settings::s3_addressing, kAddressings>>(Group::Source, Applies::Restart, "s3_addressing", "HOW",
                                                             "Where its URLs name the bucket: path or virtual_host"),
    row<ChoiceField<&Settings::courtesy, kCourtesies>>(Group::When, Applies::AtOnce, "courtesy", "ON_OFF",
                                                       "Leave the machine alone while its owner needs it"),
    row<WorkHoursField>(Group::When, Applies::AtOnce, "work_hours", "HOURS", "Hours of the week in which to work"),
    row<ChoiceField<&Settings::while_in_use, kWhiles>>(Group::When, Applies::AtOnce, "while_in_use", "PAUSE_RUN",
                                                       "While keyboard or mouse are in use: pause or run"),
    row<DurationField<&Settings::idle_before_work, kSecond, kDay>>(Group::When, Applies::AtOnce, "idle_before_work",
                                                                   "TIME", "Time without input until work goes on"),
    row<ChoiceField<&Settings::presence_unknown, kPresences>>(
        Group::When, Applies::AtOnce, "presence_unknown", "ANSWER",
        "What to think where input cannot be seen: auto, in_use or idle"),
    row<DurationField<&Settings::presence_max_age, kSecond, kHour>>(Group::When, Applies::AtOnce, "presence_max_age",
                                                                    "TIME", "An older report of input counts as none"),
    row<ChoiceField<&Settings::while_full_screen, kWhiles>>(
        Group::When, Applies::AtOnce, "while_full_screen", "PAUSE_RUN",
        "While a program fills the screen or a game runs: pause or run"),
    row<ProgramsField>(Group::When, Applies::AtOnce, "pause_for_programs", "NAMES",
                       "Programs that pause work while they run"),
    row<DurationField<&Settings::activity_hold, 0, kDay>>(
        Group::When, Applies::AtOnce, "activity_hold", "TIME",
        "How long full screen, games and listed programs must be over"),
    row<IntegerField<&Settings::other_cpu_limit, 0, 100>>(
        Group::When, Applies::AtOnce, "other_cpu_limit", "PERCENT",
        "CPU that other programs may use before work pauses, 0 for any"),
    row<DurationField<&Settings::other_cpu_time, 0, kHour>>(Group::When, Applies::AtOnce, "other_cpu_time", "TIME",
                                                            "How long they must use more than that"),
    row<DurationField<&Settings::other_cpu_hold, 0, kDay>>(Group::When, Applies::AtOnce, "other_cpu_hold", "TIME",
                                                           "How long they must have used less again"),
    row<ChoiceField<&Settings::while_on_battery, kWhiles>>(Group::When, Applies::AtOnce, "while_on_battery",
                                                           "PAUSE_RUN", "While on battery: pause or run"),
    row<ChoiceField<&Settings::while_power_saver, kWhiles>>(Group::When, Applies::AtOnce, "while_power_saver",
                                                            "PAUSE_RUN", "While the power saver is on: pause or run"),
    row<ChoiceField<&Settings::while_metered, kWhiles>>(Group::When, Applies::AtOnce, "while_metered", "PAUSE_RUN",
                                                        "While the network is metered: pause or run"),
    row<DurationField<&Settings::condition_hold, 0, kDay>>(
        Group::When, Applies::AtOnce, "condition_hold", "TIME",
        "How long battery, power saver, metered network and a full disk must be over"),
    row<IntegerField<&Settings::temperature_limit, 0, 150>>(Group::When, Applies::AtOnce, "temperature_limit",
                                                            "CELSIUS",
                                                            "Work pauses when the machine is hotter, 0 for never"),
    row<IntegerField<&Settings::temperature_margin, 0, 100>>(
        Group::When, Applies::AtOnce, "temperature_margin", "CELSIUS",
        "How far below that it must cool down before work goes on"),
    row<DurationField<&Settings::temperature_hold, 0, kDay>>(Group::When, Applies::AtOnce, "temperature_hold", "TIME",
                                                             "How long it must have been so cool"),
    row<ByteCountField<&Settings::low_disk_limit>>(Group::When, Applies::AtOnce, "low_disk_limit", "SIZE",
                                                   "Work pauses when less is free in temp_dir, 0 for never"),
    row<DurationField<&Settings::courtesy_interval, 100, 10 * kSecond>>(
        Group::When, Applies::AtOnce, "courtesy_interval", "TIME",
        "How often the machine is looked at while there is a job"),
    row<ChoiceField<&Settings::keep_awake, kKeepAwakes>>(Group::When, Applies::AtOnce, "keep_awake", "ON_OFF",
                                                         "Keep the machine from falling asleep while a job runs"),
    row<AddressField>(Group::Orchestrator, Applies::Restart, "listen_address", "ADDRESS",
                      "Where the own orchestrator listens"),
    row<IntegerField<&Settings::listen_port, 0, 65535>>(Group::Orchestrator, Applies::Restart, "listen_port", "PORT",
                                                        "Port of the own orchestrator, 0 for any free one"),
    row<DurationField<&Settings::lease_timeout, kSecond, kDay>>(Group::Orchestrator, Applies::Restart, "lease_timeout",
                                                                "TIME", "A worker silent for so long loses its job"),
    row<IntegerField<&Settings::max_attempts, 1, 100>>(Group::Orchestrator, Applies::Restart, "max_attempts", "N",
                                                       "Attempts before a job is failed for good"),
    row<PathField<&Settings::data_dir>>(Group::Both, Applies::Restart, "data_dir", "DIR",
                                        "Database, outbox and caches"),
    row<ChoiceField<&Settings::log_level, kLogLevels>>(Group::Both, Applies::AtOnce, "log_level", "LEVEL",
                                                       "debug, info, warning or error"),
    row<PathField<&Settings::log_file>>(Group::Both, Applies::Restart, "log_file", "FILE",
                                        "Also write the log into this rotating file"),
    row<LokiUrlField>(Group::Both, Applies::Restart, "log_loki_url", "URL", "Also send the log to this Grafana Loki"),
};

} // namespace

std::string_view to_string(Group group) {
    switch (group) {
    case Group::Worker:
        return "worker";
    case Group::Source:
        return "source";
    case Group::When:
        return "when";
    case Group::Orchestrator:
        return "orchestrator";
    case Group::Both:
        break;
    }
    return "both";
}

std::string_view to_string(Applies applies) {
    switch (applies) {
    case Applies::AtOnce:
        return "at_once";
    case Applies::NextJob:
        return "next_job";
    case Applies::Restart:
        break;
    }
    return "restart";
}

std::string Field::environment_name() const {
    std::string name = "WORKER_";
    std::ranges::transform(key, std::back_inserter(name),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return name;
}

std::string Field::flag() const {
    std::string name = "--" + std::string(key);
    std::ranges::replace(name, '_', '-');
    return name;
}

std::span<const Field> fields() {
    return kFields;
}

const Field* find_field(std::string_view key) {
    const auto* found = std::ranges::find(kFields, key, &Field::key);
    return found == kFields.end() ? nullptr : found;
}

void take_live(Settings& settings, const Settings& newer) {
    for (const Field& field : kFields) {
        if (field.applies != Applies::Restart) {
            field.parse(settings, field.format(newer), {});
        }
    }
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
    const std::string closest = base::closest_match(word, known);
    return closest.empty() ? std::string() : ", did you mean \"" + closest + "\"?";
}

std::string unknown_key_message(std::string_view key) {
    std::vector<std::string> known;
    known.reserve(kFields.size());
    for (const Field& field : kFields) {
        known.emplace_back(field.key);
    }
    return "unknown key \"" + std::string(key) + "\"" + suggestion(key, known);
}

std::string repeated_key_message(std::string_view key, int first_line) {
    return "the key \"" + std::string(key) + "\" was already set in line " + std::to_string(first_line);
}

namespace {

/// "scheme://user:password@host", as somebody may paste it although passwords are kept apart.
bool has_password(std::string_view text) {
    const auto scheme = text.find("://");
    const auto at = text.rfind('@');
    return scheme != std::string_view::npos && at != std::string_view::npos && text.find(':', scheme + 3) < at;
}

} // namespace

std::string wrong_value_message(const Field& field, std::string_view text) {
    const bool secret = base::is_secret_key(field.key) || has_password(text);
    const std::string shown = secret ? std::string("***") : std::string(text);
    const std::string mistake = field.mistake == nullptr || secret ? std::string() : field.mistake(text);
    return std::string(field.key) + ": expected " + field.expects() + ", not \"" + shown + "\"" +
           (mistake.empty() ? "" : ": " + mistake);
}

} // namespace framehand::settings
