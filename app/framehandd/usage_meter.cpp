// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/usage_meter.h"

#include <algorithm>
#include <utility>

namespace framehand::daemon {

void UsageMeter::begin() {
    if (m_timer == nullptr) {
        look();
        look_later();
    }
}

void UsageMeter::end() {
    m_timer.reset();
    m_before.reset();
    m_usage.reset();
}

void UsageMeter::look_later() {
    m_timer = m_timers.after(kInterval, [this] {
        look_later();
        const bool known = m_usage.has_value();
        look();
        if (on_change && (known || m_usage)) {
            on_change();
        }
    });
}

void UsageMeter::look() {
    const auto before = std::exchange(m_before, std::nullopt);
    m_usage.reset();
    const auto process = m_subject.watched() ? m_subject.process() : std::nullopt;
    const auto use = process ? m_meter.use_of(*process) : std::nullopt;
    if (!use) {
        return;
    }
    m_before = Sample{*process, m_clock.steady(), use->cpu};
    if (!before || before->process != *process || m_before->at <= before->at) {
        return;
    }
    const double used = std::chrono::duration<double>(use->cpu - before->cpu).count();
    const double passed = std::chrono::duration<double>(m_before->at - before->at).count();
    m_usage = Usage{std::max(0.0, 100 * used / passed), use->memory_bytes, m_meter.gpu_percent()};
}

base::Json UsageMeter::to_json() const {
    if (!m_usage) {
        return nullptr;
    }
    base::Json json{
        {"cpu_percent", m_usage->cpu_percent}, {"memory_bytes", m_usage->memory_bytes}, {"gpu_percent", nullptr}};
    if (m_usage->gpu_percent) {
        json["gpu_percent"] = *m_usage->gpu_percent;
    }
    return json;
}

} // namespace framehand::daemon
