// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/capability_keeper.h"
#include "app/framehandd/services.h"
#include "core/base/result.h"
#include "core/doctor/diagnosis.h"
#include "core/settings/settings_loader.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace framehand::daemon {

/// Examines what the daemon needs, without ever waiting for it: shares on threads of their own, servers by asynchronous
/// HTTP. Main thread. Its end waits for nothing.
class DoctorPart {
public:
    /// A share that has not answered by then is said to hang.
    static constexpr base::Duration kPatience{20'000};
    /// Examinations of shares under way, those that hang included.
    static constexpr std::size_t kMostDisks = 4;

    /// Called once, never after the end of this object, possibly before the call returns.
    using Done = std::function<void(doctor::Diagnoses)>;

    /// The references must outlive it. `http` shows the orchestrator the access token.
    DoctorPart(const Services& services, ports::HttpClient& http, CapabilityKeeper& capabilities);
    ~DoctorPart();
    DoctorPart(const DoctorPart&) = delete;
    DoctorPart& operator=(const DoctorPart&) = delete;

    void test_storage(const std::filesystem::path& path, Done done);
    void test_orchestrator(const std::string& url, Done done);

    enum class Needs { Orchestrator, Worker };

    /// All that a daemon with `in_force` needs; `on_disk` is what the next start would take.
    void run(const base::Result<settings::LoadedSettings>& on_disk, const settings::Settings& in_force, Needs needs,
             Done done);

private:
    using Id = std::uint64_t;

    /// Somebody who waits for a disk.
    struct Disk {
        Done done;
        std::unique_ptr<ports::Timer> deadline;
    };

    void test_access(const std::string& url, Done done);
    void look_at_disk(const std::filesystem::path& path, std::function<doctor::Diagnoses()> look, Done done);
    void forget(const Disk* disk);

    const Services& m_services;
    ports::HttpClient& m_http;
    CapabilityKeeper& m_capabilities;
    Id m_next = 0;
    std::map<Id, std::unique_ptr<ports::HttpCall>> m_calls;
    std::set<std::shared_ptr<Disk>> m_disks;
};

} // namespace framehand::daemon
