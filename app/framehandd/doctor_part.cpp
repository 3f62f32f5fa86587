// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/doctor_part.h"

#include "app/framehandd/command_line.h"
#include "core/base/text.h"
#include "core/doctor/disk_doctor.h"
#include "core/doctor/encoder_doctor.h"
#include "core/doctor/orchestrator_doctor.h"
#include "core/doctor/sandbox_doctor.h"
#include "core/doctor/settings_doctor.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace framehand::daemon {

using doctor::Diagnoses;
using doctor::Diagnosis;
using doctor::Health;

namespace {

Diagnosis hangs(const std::filesystem::path& path) {
    return {"NAS", Health::Fail,
            path.string() + " has not answered for " + base::humanize_duration(DoctorPart::kPatience),
            "see whether the server of this share is up and can be reached; mount the share anew",
            doctor::Remedy{doctor::Remedy::Kind::Setting, "nas_mount_path"}};
}

Diagnosis not_tried(const std::filesystem::path& path) {
    return {"NAS", Health::Fail, path.string() + " is not tried: earlier tests still wait for a share that hangs",
            "see whether the servers of all shares are up and can be reached, then try again"};
}

/// Gathers the findings of one visit in the order in which they are asked for, whichever come first.
class Visit : public std::enable_shared_from_this<Visit> {
public:
    explicit Visit(DoctorPart::Done done) : m_done(std::move(done)) {}

    /// The next place in the order.
    [[nodiscard]] DoctorPart::Done part() {
        m_found.emplace_back();
        ++m_open;
        return [self = shared_from_this(), place = m_found.size() - 1](Diagnoses found) {
            self->m_found.at(place) = std::move(found);
            self->end_part();
        };
    }

private:
    void end_part() {
        if (--m_open > 0) {
            return;
        }
        Diagnoses all;
        for (auto& found : m_found) {
            std::ranges::move(found, std::back_inserter(all));
        }
        m_done(std::move(all));
    }

    DoctorPart::Done m_done;
    std::vector<Diagnoses> m_found;
    std::size_t m_open = 0;
};

} // namespace

DoctorPart::DoctorPart(const Services& services, ports::HttpClient& http, CapabilityKeeper& capabilities)
    : m_services(services), m_http(http), m_capabilities(capabilities) {
}

DoctorPart::~DoctorPart() = default;

void DoctorPart::look_at_disk(const std::filesystem::path& path, std::function<Diagnoses()> look, Done done) {
    if (m_services.disks.waiting() >= kMostDisks) {
        done({not_tried(path)});
        return;
    }
    const auto disk = std::make_shared<Disk>();
    m_disks.insert(disk);
    disk->done = std::move(done);
    disk->deadline = m_services.timers.after(kPatience, [this, disk = disk.get(), path] {
        const auto answer = std::exchange(disk->done, {});
        auto found = hangs(path);
        forget(disk); // ends the timer, and what it has captured
        answer({std::move(found)});
    });
    const auto found = std::make_shared<Diagnoses>();
    m_services.disks.run([found, look = std::move(look)] { *found = look(); },
                         [this, asked = std::weak_ptr<Disk>(disk), found] {
                             // Nobody waits any more after the deadline, or after the end of this object.
                             if (const auto still = asked.lock()) {
                                 const auto answer = std::exchange(still->done, {});
                                 forget(still.get());
                                 answer(std::move(*found));
                             }
                         });
}

void DoctorPart::forget(const Disk* disk) {
    std::erase_if(m_disks, [disk](const auto& each) { return each.get() == disk; });
}

void DoctorPart::test_storage(const std::filesystem::path& path, Done done) {
    look_at_disk(
        path, [&files = m_services.files, path] { return doctor::examine_nas(files, path); }, std::move(done));
}

void DoctorPart::test_orchestrator(const std::string& url, Done done) {
    const auto id = m_next++;
    m_calls[id] =
        m_services.http.send(doctor::health_question(url), [this, id, url, done = std::move(done)](const auto& answer) {
            const auto ended = m_calls.extract(id);
            done({doctor::examine_orchestrator(answer, url)});
        });
}

void DoctorPart::test_access(const std::string& url, Done done) {
    const auto id = m_next++;
    m_calls[id] =
        m_http.send(doctor::access_question(url), [this, id, url, done = std::move(done)](const auto& answer) {
            const auto ended = m_calls.extract(id);
            const auto problem = doctor::examine_access(answer, url);
            done(problem ? Diagnoses{*problem} : Diagnoses{});
        });
}

void DoctorPart::run(const base::Result<settings::LoadedSettings>& on_disk, const settings::Settings& in_force,
                     Needs needs, Done done) {
    const auto visit = std::make_shared<Visit>(std::move(done));
    const auto first = visit->part();
    const auto orchestrator = visit->part();
    const auto access = visit->part();
    const auto disks = visit->part();
    const auto encoders = visit->part();
    const auto last = visit->part();
    test_orchestrator(in_force.orchestrator_url, orchestrator);
    test_access(in_force.orchestrator_url, access);
    look_at_disk(
        in_force.nas_mount_path,
        [&files = m_services.files, in_force, needs] {
            Diagnoses found;
            // An orchestrator needs the share for dry runs only.
            if (needs == Needs::Worker || !in_force.nas_mount_path.empty()) {
                found = doctor::examine_nas(files, in_force.nas_mount_path);
            }
            if (needs == Needs::Worker) {
                std::ranges::move(doctor::examine_space(files, in_force), std::back_inserter(found));
            }
            return found;
        },
        disks);
    m_capabilities.get([encoders, needs](const base::Result<jobs::Capabilities>& measured) {
        encoders(needs == Needs::Worker ? Diagnoses{doctor::examine_encoders(measured)} : Diagnoses{});
    });
    first({doctor::examine_settings(on_disk),
           {"daemon", Health::Ok, "framehandd " + std::string(version()) + " is running", ""}});
    last({doctor::examine_sandbox(m_services.sandbox.available(), in_force.transcode_sandbox)});
}

} // namespace framehand::daemon
