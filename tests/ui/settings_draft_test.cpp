// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_draft.h"

#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using base::Json;

Json field(const char* key, const char* value, const char* source, const char* applies = "restart") {
    return {{"key", key},         {"group", "worker"}, {"help", "Help"},   {"expects", "a word"},
            {"default", "usual"}, {"value", value},    {"source", source}, {"applies", applies}};
}

class SettingsDraftTest : public testing::Test {
protected:
    SettingsDraft draft =
        SettingsDraft::from({{"config_path", "/c.yml"},
                             {"fields", Json::array({field("plain", "usual", "default"),
                                                     field("written", "mine", "/c.yml:3", "at_once"),
                                                     field("by_env", "env", "environment WORKER_BY_ENV", "next_job"),
                                                     field("by_flag", "flag", "flag --by-flag", "some day")})}})
            .value();

    [[nodiscard]] std::string value(const std::string& key) const { return draft.value(key).toStdString(); }

    void set(const std::string& key, const char* text) { draft.set(key, QString::fromUtf8(text)); }
};

TEST_F(SettingsDraftTest, BeginsWithWhatIsInForce) {
    EXPECT_EQ(draft.config_path().toStdString(), "/c.yml");
    EXPECT_EQ(value("plain"), "usual");
    EXPECT_EQ(value("written"), "mine");
    EXPECT_EQ(draft.find("written")->applies, SettingsDraft::Applies::AtOnce);
    EXPECT_EQ(draft.find("by_env")->applies, SettingsDraft::Applies::NextJob);
    EXPECT_EQ(draft.find("by_flag")->applies, SettingsDraft::Applies::Restart)
        << "what a newer daemon says is the worst";
    EXPECT_FALSE(draft.is_changed());
    EXPECT_EQ(draft.changes(), Json::object());
    EXPECT_EQ(draft.find("nothing"), nullptr);
    EXPECT_EQ(value("nothing"), "");
}

TEST_F(SettingsDraftTest, KnowsWhatDiffers) {
    set("plain", "new");
    EXPECT_EQ(draft.changes(), (Json{{"plain", "new"}}));
    EXPECT_TRUE(draft.is_changed("plain"));
    set("plain", "usual");
    EXPECT_FALSE(draft.is_changed()) << "back by hand is no change";
}

TEST_F(SettingsDraftTest, TheDefaultTakesTheLineOut) {
    draft.reset("written");
    EXPECT_EQ(value("written"), "usual");
    EXPECT_EQ(draft.changes(), (Json{{"written", nullptr}}));
    set("plain", "new");
    draft.reset("plain");
    EXPECT_FALSE(draft.is_changed("plain")) << "there is no line to take out";
    draft.revert();
    EXPECT_FALSE(draft.is_changed());
    EXPECT_EQ(value("written"), "mine");
}

TEST_F(SettingsDraftTest, WhatSomethingElseDecidesIsLocked) {
    EXPECT_EQ(draft.lock("by_env").toStdString(), "environment WORKER_BY_ENV");
    EXPECT_EQ(draft.lock("by_flag").toStdString(), "flag --by-flag");
    EXPECT_EQ(draft.lock("written").toStdString(), "");
    set("by_env", "mine");
    draft.reset("by_flag");
    set("nothing", "mine");
    EXPECT_FALSE(draft.is_changed());
}

TEST_F(SettingsDraftTest, AMistakeStaysUntilItsSettingIsTouched) {
    set("plain", "bad");
    draft.set_mistakes({{"plain", "expected a word"}, {"odd", 7}});
    EXPECT_EQ(draft.mistake("plain").toStdString(), "expected a word");
    EXPECT_TRUE(draft.has_mistakes());
    set("plain", "better");
    EXPECT_FALSE(draft.has_mistakes());
    draft.set_mistakes({{"plain", "expected a word"}});
    draft.set_mistakes(Json::object());
    EXPECT_FALSE(draft.has_mistakes());
}

TEST_F(SettingsDraftTest, AnAnswerWithoutFieldsIsRefused) {
    EXPECT_FALSE(SettingsDraft::from(Json::array()));
    EXPECT_FALSE(SettingsDraft::from({{"fields", 7}}));
    const auto odd =
        SettingsDraft::from({{"fields", Json::array({7, {{"key", 1}}, {{"key", "a"}, {"value", nullptr}}})}});
    ASSERT_TRUE(odd);
    EXPECT_EQ(odd->value("a").toStdString(), "");
}

} // namespace
} // namespace framehand::ui
