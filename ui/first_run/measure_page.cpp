// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/measure_page.h"

#include "ui/json_text.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <cmath>

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
    const int of = text_in(measuring, "of").toInt();
    if (of > 0) {
        m_bar->setRange(0, of);
        m_bar->setValue(text_in(measuring, "done").toInt());
    }
    if (const auto encoder = text_in(measuring, "encoder"); !encoder.isEmpty()) {
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
        const auto name = text_in(encoder, "name");
        const auto speed = text_in(encoder, "fps_720p").toDouble();
        // Of sound there is no size.
        const bool is_video = text_in(encoder, "max_height").toInt() > 0;
        if (text_in(encoder, "works") != QStringLiteral("true") || !is_video) {
            continue;
        }
        lines.append(speed > 0 ? tr("%1: %2 pictures a second at 1280 x 720")
                                     .arg(name, QLocale().toString(static_cast<int>(std::lround(speed))))
                               : tr("%1: works").arg(name));
    }
    m_result->setText(lines.isEmpty() ? tr("No video encoder works on this PC.") : lines.join(QLatin1Char('\n')));
}

} // namespace framehand::ui
