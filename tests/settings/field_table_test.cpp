// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/field_table.h"
#include "tests/support/rooted.h"

#include <gtest/gtest.h>

#include <set>

namespace framehand::settings {
namespace {

const ValueContext kContext{test::rooted("/home/ann"), test::rooted("/base")};

TEST(FieldTable, NamesAreDerivedFromTheKey) {
    const Field* field = find_field("orchestrator_url");
    ASSERT_NE(field, nullptr);
    EXPECT_EQ(field->environment_name(), "WORKER_ORCHESTRATOR_URL");
    EXPECT_EQ(field->flag(), "--orchestrator-url");
}

TEST(FieldTable, KeysAndNamesAreUnique) {
    std::set<std::string> seen;
    for (const Field& field : fields()) {
        EXPECT_TRUE(seen.insert(std::string(field.key)).second) << field.key;
        EXPECT_TRUE(seen.insert(field.environment_name()).second) << field.key;
        if (!field.short_environment_name.empty()) {
            EXPECT_TRUE(seen.insert(std::string(field.short_environment_name)).second) << field.key;
        }
        EXPECT_FALSE(field.help.empty()) << field.key;
        EXPECT_FALSE(field.help.ends_with('.')) << field.key;
    }
}

TEST(FieldTable, EveryDefaultReadsBackAsItself) {
    const Settings defaults;
    for (const Field& field : fields()) {
        Settings copy;
        const std::string text = field.format(defaults);
        EXPECT_TRUE(field.parse(copy, text, kContext)) << field.key << " = " << text;
        EXPECT_EQ(field.format(copy), text) << field.key;
    }
}

TEST(FieldTable, EveryFieldStoresIntoAMemberOfItsOwn) {
    for (const Field& field : fields()) {
        for (const char* text :
             {"7", "http://elsewhere:1", "list", "debug", "3s", "/some/path", "off", "run", "idle", "never", "vlc"}) {
            Settings changed;
            const Settings defaults;
            if (!field.parse(changed, text, kContext) || field.format(changed) == field.format(defaults)) {
                continue;
            }
            for (const Field& other : fields()) {
                if (&other != &field) {
                    EXPECT_EQ(other.format(changed), other.format(defaults)) << field.key << " changed " << other.key;
                }
            }
        }
    }
}

TEST(FieldTable, OnlyWhatNeedsNoRestartIsTakenWhileItRuns) {
    Settings settings;
    settings.orchestrator_url = "http://own:1";
    Settings newer;
    for (const Field& field : fields()) {
        for (const char* text : {"7",
                                 "http://elsewhere:1",
                                 "list",
                                 "debug",
                                 "3s",
                                 "1h",
                                 "/some/path",
                                 "off",
                                 "run",
                                 "idle",
                                 "normal",
                                 "never",
                                 "vlc",
                                 "400000000",
                                 "elsewhere",
                                 "software",
                                 "redis",
                                 "redis://elsewhere:1/",
                                 "amqp://elsewhere:1/",
                                 "postgresql://elsewhere/x",
                                 "streams",
                                 "replace",
                                 "keep",
                                 "bull",
                                 "virtual_host"}) {
            if (field.parse(newer, text, kContext) && field.format(newer) != field.format(Settings())) {
                break;
            }
        }
        ASSERT_NE(field.format(newer), field.format(Settings())) << field.key;
    }
    take_live(settings, newer);
    for (const Field& field : fields()) {
        EXPECT_EQ(field.format(settings) == field.format(newer), field.applies != Applies::Restart) << field.key;
    }
    EXPECT_EQ(settings.orchestrator_url, "http://own:1");
}

struct Refused {
    const char* key;
    const char* text;
};

class FieldTableRefuses : public testing::TestWithParam<Refused> {};

TEST_P(FieldTableRefuses, AndKeepsTheOldValue) {
    const Field* field = find_field(GetParam().key);
    ASSERT_NE(field, nullptr);
    Settings settings;
    const std::string before = field->format(settings);
    EXPECT_FALSE(field->parse(settings, GetParam().text, kContext));
    EXPECT_EQ(field->format(settings), before);
    EXPECT_NE(wrong_value_message(*field, GetParam().text).find(GetParam().key), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Values, FieldTableRefuses,
    testing::Values(Refused{"listen_port", "65536"}, Refused{"listen_port", "http"}, Refused{"listen_port", ""},
                    Refused{"max_attempts", "0"}, Refused{"threads", "-1"}, Refused{"sync_interval", "0s"},
                    Refused{"sync_interval", "2h"}, Refused{"sync_interval", "soon"}, Refused{"lease_timeout", "999ms"},
                    Refused{"min_free_bytes", "lots"}, Refused{"log_level", "INFO"}, Refused{"log_level", ""},
                    Refused{"capabilities_form", "array"}, Refused{"worker_id", "a b"},
                    Refused{"orchestrator_url", "nas:8787"}, Refused{"listen_address", "::1 "},
                    Refused{"nas_mount_path", "~bob"}, Refused{"work_hours", "Mon"},
                    Refused{"pause_for_programs", "/usr/bin/vlc"}, Refused{"pause_for_programs", "vlc,,mpv"},
                    Refused{"while_in_use", "stop"}, Refused{"other_cpu_limit", "101"},
                    Refused{"courtesy_interval", "0s"}, Refused{"log_loki_url", "loki:3100"},
                    Refused{"log_loki_url", "http://me:secret@loki:3100"}));

TEST(FieldTable, TheAddressOfLokiMayBeUnset) {
    Settings settings;
    const Field& field = *find_field("log_loki_url");
    EXPECT_TRUE(field.parse(settings, "http://loki:3100/", kContext));
    EXPECT_EQ(settings.log_loki_url, "http://loki:3100");
    EXPECT_TRUE(field.parse(settings, "", kContext));
    EXPECT_EQ(settings.log_loki_url, "");
}

TEST(FieldTable, SuggestsTheKeyThatWasMeant) {
    EXPECT_EQ(unknown_key_message("orchestrator_ulr"),
              "unknown key \"orchestrator_ulr\", did you mean \"orchestrator_url\"?");
    EXPECT_EQ(unknown_key_message("zzzzzzzzzz"), "unknown key \"zzzzzzzzzz\"");
    EXPECT_EQ(find_field("zzzzzzzzzz"), nullptr);
}

TEST(FieldTable, SaysWhatIsExpected) {
    EXPECT_EQ(wrong_value_message(*find_field("sync_interval"), "soon"),
              "sync_interval: expected a time from 100ms to 1h, such as 10s, not \"soon\"");
    EXPECT_EQ(wrong_value_message(*find_field("work_hours"), "Mon-Fry 22:00-07:00"),
              "work_hours: expected hours such as \"Mon-Fri 22:00-07:00, Sat-Sun 00:00-24:00\", always or never, not "
              "\"Mon-Fry 22:00-07:00\": \"Fry\" is no day of the week such as Mon");
    EXPECT_EQ(wrong_value_message(*find_field("log_level"), "loud"),
              "log_level: expected one of debug, info, warning, error, not \"loud\"");
}

} // namespace
} // namespace framehand::settings
