// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_daemon_call.h"
#include "tests/ui/sample_states.h"
#include "ui/preview_view.h"

#include <QBuffer>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using base::Json;
using testing::IsEmpty;
using testing::SizeIs;

Json preview(const std::string& job, QColor colour = Qt::red) {
    QImage image(320, 180, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    EXPECT_TRUE(image.save(&buffer, "JPEG"));
    return {{"job_id", job}, {"jpeg", jpeg.toBase64().toStdString()}, {"media_sec", 3.5}};
}

class PreviewViewTest : public testing::Test {
protected:
    void follow(const Json& state) { view.follow(snapshot_of(state)); }

    test::FakeDaemonCall daemon;
    PreviewView view{daemon};
};

TEST_F(PreviewViewTest, AsksOnlyWhileItIsSeenAndTheJobGetsOn) {
    follow(test::working_state());
    EXPECT_THAT(daemon.open(), IsEmpty());
    view.show();
    EXPECT_THAT(daemon.open(), SizeIs(1));
    follow(test::working_state());
    EXPECT_THAT(daemon.open(), SizeIs(1)) << "one at a time";
    ASSERT_TRUE(daemon.answer("job.preview", preview("j1")));
    follow(test::paused_state("in_use"));
    EXPECT_FALSE(view.picture().isNull()) << "it stays while the job stands still";
    view.hide();
    view.show();
    EXPECT_THAT(daemon.open(), IsEmpty());
}

TEST_F(PreviewViewTest, ShowsThePictureInItsOwnShape) {
    view.resize(400, 180);
    view.show();
    follow(test::working_state());
    ASSERT_TRUE(daemon.answer("job.preview", preview("j1")));
    EXPECT_EQ(view.picture().size(), QSize(320, 180));
    const QImage seen = view.grab().toImage();
    EXPECT_EQ(seen.pixelColor(10, 90).red() > 200 && seen.pixelColor(10, 90).green() < 60, true);
    EXPECT_EQ(seen.pixelColor(390, 90).red() > 200 && seen.pixelColor(390, 90).green() < 60, false)
        << "it is not stretched";
}

TEST_F(PreviewViewTest, ThePictureOfAnotherJobIsNotShown) {
    view.show();
    follow(test::working_state());
    ASSERT_TRUE(daemon.answer("job.preview", preview("j0")));
    EXPECT_TRUE(view.picture().isNull());
    auto state = test::working_state();
    follow(state);
    state["worker"]["job"]["job_id"] = "j2";
    follow(state);
    EXPECT_TRUE(view.picture().isNull());
}

TEST_F(PreviewViewTest, WhatIsNoPictureLeavesThePlaceholder) {
    view.show();
    follow(test::working_state());
    for (const Json& answer : {Json(nullptr), Json{{"job_id", "j1"}, {"jpeg", "bm8gcGljdHVyZQ=="}}, Json(5)}) {
        if (daemon.open().empty()) {
            view.hide();
            view.show();
        }
        ASSERT_TRUE(daemon.answer("job.preview", answer));
        EXPECT_TRUE(view.picture().isNull());
        EXPECT_FALSE(view.grab().isNull());
    }
}

} // namespace
} // namespace framehand::ui
