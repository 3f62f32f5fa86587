// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/measure_page.h"

#include "ui/json_view.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace framehand::ui {

namespace {

/// Some hundred frames are encoded with each encoder, on any machine.
constexpr base::Duration kPatience{600'000};

} // namespace

MeasurePage::MeasurePage(FirstRun& run)
    : FirstRunPage(run), m_bar(new QProgressBar(this)), m_now(make_words({}, this)), m_result(make_words({}, this)) {
    setTitle(tr("What can this PC do?"));
    setSubTitle(tr("Each encoder of this PC, also of its graphics card, really encodes some pictures. You need not "
                   "wait for it."));
    auto* layout = new QVBoxLayout(this);
    m_bar->setAccessibleName(tr("Progress of the measurement"));
    layout->addWidget(m_bar);
    m_now->setAccessibleDescription(tr("What is measured now"));
    layout->addWidget(m_now);
    m_result->setAccessibleDescription(tr("What was measured"));
    layout->addWidget(m_result);
    layout->addStretch();
}

void MeasurePage::initializePage() {
    if (m_progress != Progress::NotBegun) {
        return;
    }
    m_progress = Progress::Runs;
    m_bar->setRange(0, 0);
    m_now->setText(tr("Measuring..."));
    m_run.services().daemon.call(
        "capabilities.measure", base::Json::object(), *this,
        [this](const base::Result<base::Json>& answer) { measured(answer); }, kPatience);
}

void MeasurePage::show_state(const base::Json& state) {
    if (m_progress != Progress::Runs || !state.is_object() || !state.contains("measuring") ||
        !state["measuring"].is_object()) {
        return;
    }
    const auto& measuring = state["measuring"];
    const auto encoders = [&measuring](const char* key) {
        return static_cast<int>(std::min<std::uint64_t>(json_view::count(measuring, key), 1000));
    };
    if (encoders("of") > 0) {
        m_bar->setRange(0, encoders("of"));
        m_bar->setValue(encoders("done"));
    }
    if (const auto encoder = json_view::text(measuring, "encoder"); !encoder.isEmpty()) {
        m_now->setText(tr("Measuring %1...").arg(encoder));
    }
}

void MeasurePage::measured(const base::Result<base::Json>& answer) {
    m_progress = Progress::Ended;
    m_bar->setRange(0, 1);
    m_bar->setValue(1);
    if (!answer) {
        m_progress = Progress::NotBegun; // the next visit tries again
        m_bar->setValue(0);
        m_now->setText(tr("It could not be measured: %1").arg(QString::fromStdString(answer.error().text())));
        return;
    }
    m_now->setText(tr("Measured."));
    QStringList lines;
    const auto encoders = answer->is_object() ? answer->value("encoders", base::Json::array()) : base::Json::array();
    for (const auto& encoder : encoders) {
        const auto name = json_view::text(encoder, "name");
        const auto speed = json_view::number(encoder, "fps_720p", 0);
        // Of sound there is no size.
        const bool is_video = json_view::count(encoder, "max_height") > 0;
        if (!json_view::truth(encoder, "works") || !is_video) {
            continue;
        }
        lines.append(speed > 0 ? tr("%1: %2 pictures a second at 1280 x 720")
                                     .arg(name, QLocale().toString(static_cast<int>(std::lround(speed))))
                               : tr("%1: works").arg(name));
    }
    m_result->setText(lines.isEmpty() ? tr("No video encoder works on this PC.") : lines.join(QLatin1Char('\n')));
}

} // namespace framehand::ui
