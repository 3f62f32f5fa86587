// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/this_pc.h"

#include "ui/json_view.h"

#include <algorithm>

namespace framehand::ui {

namespace {

using base::Json;
using json_view::member;
using json_view::raw_text;

double number(const Json& object, const char* key, double most) {
    return std::clamp(json_view::number(object, key, 0), 0.0, most);
}

int whole(const Json& object, const char* key) {
    return static_cast<int>(number(object, key, 1e6));
}

std::optional<RemedyView> remedy_of(const Json& check) {
    const auto* remedy = member(check, "remedy");
    if (remedy == nullptr) {
        return std::nullopt;
    }
    const auto id = raw_text(*remedy, "id");
    const auto key = raw_text(*remedy, "key");
    if (id == QLatin1String("measure")) {
        return RemedyView{RemedyView::Kind::Measure, {}};
    }
    if (id == QLatin1String("setting") && !key.isEmpty()) {
        return RemedyView{RemedyView::Kind::Setting, key};
    }
    return std::nullopt;
}

} // namespace

MachineView machine_of(const Json& capabilities) {
    MachineView machine;
    machine.cpu = raw_text(capabilities, "cpu_model");
    machine.cores = whole(capabilities, "cpu_cores");
    machine.ram_bytes = static_cast<std::uint64_t>(number(capabilities, "ram_bytes", 1e15));
    machine.gpu = raw_text(capabilities, "gpu_name");
    machine.driver = raw_text(capabilities, "driver_version");
    machine.libav = raw_text(capabilities, "libav_version");
    const auto* encoders = member(capabilities, "encoders");
    if (encoders == nullptr || !encoders->is_array()) {
        return machine;
    }
    for (const auto& encoder : *encoders) {
        machine.encoders.push_back({raw_text(encoder, "name"), raw_text(encoder, "codec"),
                                    json_view::truth(encoder, "works"), number(encoder, "fps_720p", 1e6),
                                    whole(encoder, "max_width"), whole(encoder, "max_height"),
                                    raw_text(encoder, "reason")});
    }
    std::ranges::stable_partition(machine.encoders, &EncoderView::works);
    return machine;
}

std::vector<CheckView> checks_of(const Json& report) {
    std::vector<CheckView> checks;
    const auto* found = member(report, "checks");
    if (found == nullptr || !found->is_array()) {
        return checks;
    }
    for (const auto& check : *found) {
        const auto health = raw_text(check, "health");
        checks.push_back({raw_text(check, "what"),
                          health == QLatin1String("ok")     ? Health::Good
                          : health == QLatin1String("fail") ? Health::Bad
                                                            : Health::Warning,
                          raw_text(check, "finding"), raw_text(check, "advice"), remedy_of(check)});
    }
    return checks;
}

} // namespace framehand::ui
