// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/this_pc_words.h"

#include <QLocale>

#include <cmath>

namespace framehand::ui {

QString ThisPcWords::processor(const MachineView& machine) {
    const QString cores = machine.cores > 0 ? tr("%n core(s)", nullptr, machine.cores) : QString();
    if (machine.cpu.isEmpty() || cores.isEmpty()) {
        return machine.cpu + cores;
    }
    return tr("%1, %2", "processor, cores").arg(machine.cpu, cores);
}

QString ThisPcWords::memory(const MachineView& machine) {
    return machine.ram_bytes == 0 ? QString() : QLocale().formattedDataSize(static_cast<qint64>(machine.ram_bytes), 1);
}

QString ThisPcWords::graphics(const MachineView& machine) {
    if (machine.gpu.isEmpty()) {
        return machine.encoders.empty() ? QString() : tr("None found");
    }
    return machine.driver.isEmpty() ? machine.gpu : tr("%1, driver %2").arg(machine.gpu, machine.driver);
}

QString ThisPcWords::works(const EncoderView& encoder) {
    return encoder.works ? tr("Yes") : tr("No");
}

QString ThisPcWords::fps(const EncoderView& encoder) {
    return encoder.fps_720p > 0 ? QLocale().toString(static_cast<int>(std::lround(encoder.fps_720p))) : QString();
}

QString ThisPcWords::largest(const EncoderView& encoder) {
    const QLocale locale = QLocale::c(); // as sizes of pictures are written everywhere
    return encoder.max_width > 0 ? tr("%1 × %2", "width, height")
                                       .arg(locale.toString(encoder.max_width).remove(QLatin1Char(',')),
                                            locale.toString(encoder.max_height).remove(QLatin1Char(',')))
                                 : QString();
}

QString ThisPcWords::measuring(const MeasuringView& measuring) {
    return tr("Trying %1 (%2 of %3)")
        .arg(measuring.encoder, QLocale().toString(measuring.done + 1), QLocale().toString(measuring.of));
}

QString ThisPcWords::title(const CheckView& check) {
    struct Row {
        const char* what;
        QString title;
    };

    const Row rows[] = {
        {"settings", tr("Settings")},
        {"orchestrator", tr("Orchestrator")},
        {"daemon", tr("Background service")},
        {"NAS", tr("Share with the videos")},
        {"NAS readable", tr("Reading from the share")},
        {"NAS writable", tr("Writing to the share")},
        {"space for staging", tr("Space for unfinished videos")},
        {"space on the NAS", tr("Space on the share")},
        {"staging", tr("Folder for unfinished videos")},
        {"encoders", tr("Encoders")},
        {"sandbox", tr("Protection against harmful videos")},
    };
    for (const Row& row : rows) {
        if (check.what == QLatin1String(row.what)) {
            return row.title;
        }
    }
    return check.what; // of a newer daemon
}

QString ThisPcWords::health(Health health) {
    switch (health) {
    case Health::Good:
        return tr("All right");
    case Health::Warning:
        return tr("Warning");
    case Health::Bad:
        break;
    }
    return tr("Problem");
}

QString ThisPcWords::remedy(const CheckView& check) {
    if (!check.remedy) {
        return {};
    }
    return check.remedy->kind == RemedyView::Kind::Measure ? tr("Measure the encoders again")
                                                           : tr("Change this setting...");
}

QString ThisPcWords::as_text(const MachineView& machine, const std::vector<CheckView>& checks) {
    QString text;
    const auto line = [&text](const QString& one) { text += one + QLatin1Char('\n'); };
    line(tr("Processor: %1").arg(processor(machine)));
    line(tr("Memory: %1").arg(memory(machine)));
    line(tr("Graphics: %1").arg(graphics(machine)));
    line(tr("FFmpeg libraries: %1").arg(machine.libav));
    line({});
    for (const EncoderView& encoder : machine.encoders) {
        line(!encoder.works         ? tr("%1: does not work: %2").arg(encoder.name, encoder.reason)
             : encoder.fps_720p > 0 ? tr("%1: works, %2 frames a second at 720p").arg(encoder.name, fps(encoder))
                                    : tr("%1: works").arg(encoder.name));
    }
    line({});
    for (const CheckView& check : checks) {
        line(tr("%1: %2: %3", "health, what was looked at, finding")
                 .arg(health(check.health), title(check), check.finding));
        if (!check.advice.isEmpty()) {
            line(QStringLiteral("  -> ") + check.advice);
        }
    }
    return text;
}

} // namespace framehand::ui
