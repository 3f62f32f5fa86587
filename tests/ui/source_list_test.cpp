// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_services.h"
#include "ui/settings/source_list.h"
#include "ui/settings/source_titles.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QtTest/QTest>
#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class SourceListTest : public testing::Test {
protected:
    void open(const std::string& text, settings::Environment environment = {}) {
        fake.emplace(text, std::move(environment));
        session.emplace(fake->daemon, fake->timers);
        session->load();
        fake->answer_settings();
        sources.emplace(*session, names, nullptr);
        session->on_change = [this] { sources->refresh(); };
        sources->refresh();
        sources->show();
    }

    [[nodiscard]] QListWidget* list() const { return sources->findChild<QListWidget*>(); }

    [[nodiscard]] QPushButton* button(const char* name) const {
        for (auto* found : sources->findChildren<QPushButton*>()) {
            if (found->accessibleName() == QString::fromUtf8(name)) {
                return found;
            }
        }
        ADD_FAILURE() << name;
        return nullptr;
    }

    /// "[x] title" in the list's order.
    [[nodiscard]] std::vector<std::string> rows() const {
        std::vector<std::string> seen;
        for (int row = 0; row < list()->count(); ++row) {
            const auto* item = list()->item(row);
            seen.push_back((item->checkState() == Qt::Checked ? "[x] " : "[ ] ") + item->text().toStdString());
        }
        return seen;
    }

    [[nodiscard]] std::string value() const { return session->draft().value(kJobSource).toStdString(); }

    [[nodiscard]] std::string message() const {
        const auto* label = sources->findChild<QLabel*>(QStringLiteral("message of job_source"));
        return label->isHidden() ? std::string() : label->text().toStdString();
    }

    SettingNames names;
    std::optional<test::FakeServices> fake;
    std::optional<SettingsSession> session;
    std::optional<SourceList> sources;
};

TEST_F(SourceListTest, TheCheckedOnesComeFirstInTheirOrder) {
    open("job_source: rabbitmq, orchestrator\n");
    EXPECT_THAT(rows(), ElementsAre("[x] RabbitMQ", "[x] Orchestrator", "[ ] Redis lists or streams",
                                    "[ ] Celery on Redis", "[ ] BullMQ or Bull"));
    EXPECT_FALSE(session->draft().is_changed());
}

TEST_F(SourceListTest, TheSpaceKeyChecksARowWhichStaysInItsPlace) {
    open("");
    EXPECT_EQ(value(), "orchestrator");
    list()->setCurrentRow(2);
    QTest::keyClick(list(), Qt::Key_Space);
    EXPECT_EQ(value(), "orchestrator, celery");
    EXPECT_EQ(rows().at(2), "[x] Celery on Redis");
    QTest::keyClick(list(), Qt::Key_Space);
    EXPECT_EQ(value(), "orchestrator");
    EXPECT_FALSE(session->draft().is_changed());
}

TEST_F(SourceListTest, UpAndDownChangeWhichIsPreferred) {
    open("job_source: redis, celery\n");
    sources->choose(QStringLiteral("redis"));
    EXPECT_FALSE(button("Move up")->isEnabled());
    sources->choose(QStringLiteral("celery"));
    button("Move up")->setFocus();
    button("Move up")->click();
    EXPECT_EQ(value(), "celery, redis");
    EXPECT_EQ(sources->current(), QStringLiteral("celery")) << "it takes the choice along";
    EXPECT_FALSE(button("Move up")->isEnabled());
    EXPECT_EQ(sources->focusWidget(), list()) << "a button that is disabled would lose the keyboard";
    button("Move down")->click();
    EXPECT_EQ(value(), "redis, celery");
    EXPECT_FALSE(session->draft().is_changed());
    for (int step = 0; step < 3; ++step) {
        button("Move down")->click();
    }
    EXPECT_FALSE(button("Move down")->isEnabled());
    EXPECT_EQ(value(), "redis, celery") << "the others are not checked";
}

TEST_F(SourceListTest, WithoutAnyItSaysWhatIsExpected) {
    open("job_source: redis\n");
    sources->choose(QStringLiteral("redis"));
    QTest::keyClick(list(), Qt::Key_Space);
    fake->settle();
    EXPECT_THAT(message(), HasSubstr("one or more of orchestrator"));
    EXPECT_FALSE(session->can_apply());
    QTest::keyClick(list(), Qt::Key_Space);
    fake->settle();
    EXPECT_EQ(message(), "");
}

TEST_F(SourceListTest, WhatTheEnvironmentDecidesCanBeLookedAtAlone) {
    open("", {{"WORKER_JOB_SOURCE", "redis, celery"}});
    EXPECT_THAT(message(), HasSubstr("environment WORKER_JOB_SOURCE"));
    EXPECT_EQ(rows().front(), "[x] Redis lists or streams");
    sources->choose(QStringLiteral("celery"));
    EXPECT_EQ(sources->current(), QStringLiteral("celery"));
    QTest::keyClick(list(), Qt::Key_Space);
    EXPECT_EQ(value(), "redis, celery");
    EXPECT_EQ(rows().at(1), "[x] Celery on Redis");
    EXPECT_FALSE(button("Move up")->isEnabled());
}

TEST_F(SourceListTest, TellsOfEachChoice) {
    open("");
    int told = 0;
    sources->on_choice = [&] { ++told; };
    sources->choose(QStringLiteral("bullmq"));
    EXPECT_EQ(told, 1);
    sources->choose(QStringLiteral("no such source"));
    EXPECT_EQ(sources->current(), QStringLiteral("bullmq"));
}

TEST(SourceTitlesTest, AllSourcesOfTheSettingHaveATitleOfTheirOwn) {
    test::FakeServices fake("job_source: orchestrator\n");
    const auto known = known_sources();
    EXPECT_TRUE(fake.editor->check({{kJobSource, known.join(QLatin1Char(',')).toStdString()}}).empty());
    for (const auto& source : known) {
        EXPECT_NE(source_title(source), source);
    }
    EXPECT_EQ(source_title(QStringLiteral("kafka")), QStringLiteral("kafka"));
}

} // namespace
} // namespace framehand::ui
