// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_machine.h"
#include "ui/this_pc_words.h"

#include <gtest/gtest.h>

namespace framehand::ui {
namespace {

TEST(ThisPcWords, DescribeTheMachine) {
    auto machine = machine_of(test::sample_capabilities());
    EXPECT_EQ(ThisPcWords::processor(machine).toStdString(), "Example CPU 5000, 4 core(s)");
    EXPECT_EQ(ThisPcWords::memory(machine).toStdString(), "16.0 GiB");
    EXPECT_EQ(ThisPcWords::graphics(machine).toStdString(), "None found");
    machine.gpu = QStringLiteral("Example GPU");
    EXPECT_EQ(ThisPcWords::graphics(machine).toStdString(), "Example GPU");
    machine.driver = QStringLiteral("550");
    EXPECT_EQ(ThisPcWords::graphics(machine).toStdString(), "Example GPU, driver 550");
    EXPECT_EQ(ThisPcWords::processor({}).toStdString(), "");
    EXPECT_EQ(ThisPcWords::memory({}).toStdString(), "");
    EXPECT_EQ(ThisPcWords::graphics({}).toStdString(), "") << "nobody has looked yet";
}

TEST(ThisPcWords, DescribeAnEncoder) {
    const auto machine = machine_of(test::sample_capabilities());
    EXPECT_EQ(ThisPcWords::works(machine.encoders[0]).toStdString(), "Yes");
    EXPECT_EQ(ThisPcWords::fps(machine.encoders[0]).toStdString(), "212");
    EXPECT_EQ(ThisPcWords::largest(machine.encoders[0]).toStdString(), "4096 \u00d7 2160");
    EXPECT_EQ(ThisPcWords::fps(machine.encoders[1]), QString()) << "it was not timed";
    EXPECT_EQ(ThisPcWords::largest(machine.encoders[1]), QString());
    EXPECT_EQ(ThisPcWords::works(machine.encoders[2]).toStdString(), "No");
    EXPECT_EQ(ThisPcWords::measuring({QStringLiteral("libx264"), 2, 9}).toStdString(), "Trying libx264 (3 of 9)");
}

TEST(ThisPcWords, NameWhatWasLookedAtAndWhatCanBeDone) {
    const auto checks = checks_of(test::sample_report());
    EXPECT_EQ(ThisPcWords::title(checks[1]).toStdString(), "Folder for unfinished videos");
    CheckView newer;
    newer.what = QStringLiteral("clock");
    EXPECT_EQ(ThisPcWords::title(newer).toStdString(), "clock");
    EXPECT_EQ(ThisPcWords::remedy(checks[0]), QString());
    EXPECT_EQ(ThisPcWords::remedy(checks[1]).toStdString(), "Change this setting...");
    EXPECT_EQ(ThisPcWords::remedy(checks[2]).toStdString(), "Measure the encoders again");
}

TEST(ThisPcWords, CopyTheWholePage) {
    const auto text =
        ThisPcWords::as_text(machine_of(test::sample_capabilities()), checks_of(test::sample_report())).toStdString();
    EXPECT_EQ(text, "Processor: Example CPU 5000, 4 core(s)\nMemory: 16.0 GiB\nGraphics: None found\n"
                    "FFmpeg libraries: 59.37.100\n\n"
                    "libx264: works, 212 frames a second at 720p\naac: works\n"
                    "h264_nvenc: does not work: Cannot load libcuda.so.1\n\n"
                    "All right: Settings: /home/ann/.config/framehand/config.yml\n"
                    "Warning: Folder for unfinished videos: /mnt/nas/staging is on the NAS\n"
                    "  -> set temp_dir to a folder on a local disk\n"
                    "Problem: Encoders: no video encoder works\n  -> install FFmpeg's libraries\n");
}

} // namespace
} // namespace framehand::ui
