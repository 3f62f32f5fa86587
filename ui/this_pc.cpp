// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/this_pc.h"

#include <algorithm>
#include <cmath>

namespace framehand::ui {

namespace {

using base::Json;

const Json* member(const Json& object, const char* key) {
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

QString text(const Json& object, const char* key) {
    const auto* found = member(object, key);
    return found != nullptr && found->is_string() ? QString::fromStdString(found->get_ref<const std::string&>())
                                                  : QString();
}

double number(const Json& object, const char* key, double most) {
    const auto* found = member(object, key);
    const double value = found != nullptr && found->is_number() ? found->get<double>() : 0;
    return std::isfinite(value) ? std::clamp(value, 0.0, most) : 0;
}

int whole(const Json& object, const char* key) {
    return static_cast<int>(number(object, key, 1e6));
}

std::optional<RemedyView> remedy_of(const Json& check) {
    const auto* remedy = member(check, "remedy");
    if (remedy == nullptr) {
        return std::nullopt;
    }
    const auto id = text(*remedy, "id");
    const auto key = text(*remedy, "key");
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
    machine.cpu = text(capabilities, "cpu_model");
    machine.cores = whole(capabilities, "cpu_cores");
    machine.ram_bytes = static_cast<std::uint64_t>(number(capabilities, "ram_bytes", 1e15));
    machine.gpu = text(capabilities, "gpu_name");
    machine.driver = text(capabilities, "driver_version");
    machine.libav = text(capabilities, "libav_version");
    const auto* encoders = member(capabilities, "encoders");
    if (encoders == nullptr || !encoders->is_array()) {
        return machine;
    }
    for (const auto& encoder : *encoders) {
        const auto* works = member(encoder, "works");
        machine.encoders.push_back({text(encoder, "name"), text(encoder, "codec"),
                                    works != nullptr && works->is_boolean() && works->get<bool>(),
                                    number(encoder, "fps_720p", 1e6), whole(encoder, "max_width"),
                                    whole(encoder, "max_height"), text(encoder, "reason")});
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
        const auto health = text(check, "health");
        checks.push_back({text(check, "what"),
                          health == QLatin1String("ok")     ? Health::Good
                          : health == QLatin1String("fail") ? Health::Bad
                                                            : Health::Warning,
                          text(check, "finding"), text(check, "advice"), remedy_of(check)});
    }
    return checks;
}

} // namespace framehand::ui
