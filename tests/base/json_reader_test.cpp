// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace framehand::base {
namespace {

/// The message that one read of {"k": value} ends with, "" if it was fine.
std::string message_of(const Json& value, const std::function<void(JsonReader&)>& read) {
    const Json object{{"k", value}};
    JsonReader reader(object, "outputs[1]");
    read(reader);
    const Status status = reader.status();
    if (status) {
        return "";
    }
    EXPECT_EQ(status.error().code, ErrorCode::InvalidArgument);
    return status.error().message;
}

TEST(JsonReader, ReadsEachKindOfMember) {
    const Json object{{"text", "x"}, {"number", 2.5},  {"whole", -7},         {"flag", true},
                      {"list", {1}}, {"names", {"a"}}, {"object", {{"a", 1}}}};
    JsonReader reader(object, "");
    EXPECT_EQ(reader.required_string("text"), "x");
    EXPECT_EQ(reader.string_or("text", "y"), "x");
    EXPECT_EQ(reader.optional_string("text"), "x");
    EXPECT_EQ(reader.number_or("number", 0), 2.5);
    EXPECT_EQ(reader.number_or("whole", 0), -7);
    EXPECT_EQ(reader.integer_or("whole", 0), -7);
    EXPECT_TRUE(reader.bool_or("flag", false));
    EXPECT_EQ(reader.required_array("list"), &object["list"]);
    EXPECT_EQ(reader.optional_object("object"), &object["object"]);
    EXPECT_EQ(reader.required_object("object"), &object["object"]);
    EXPECT_EQ(reader.strings_or_empty("names"), std::vector<std::string>{"a"});
    EXPECT_TRUE(reader.status().has_value());
}

TEST(JsonReader, UsesTheFallbackForAbsentAndNullMembers) {
    const Json object{{"null", nullptr}};
    JsonReader reader(object, "");
    for (const std::string_view key : {"absent", "null"}) {
        EXPECT_EQ(reader.string_or(key, "y"), "y");
        EXPECT_EQ(reader.optional_string(key), std::nullopt);
        EXPECT_EQ(reader.number_or(key, 1.5), 1.5);
        EXPECT_EQ(reader.integer_or(key, 3), 3);
        EXPECT_TRUE(reader.bool_or(key, true));
        EXPECT_EQ(reader.optional_object(key), nullptr);
        EXPECT_TRUE(reader.strings_or_empty(key).empty());
    }
    EXPECT_TRUE(reader.status().has_value());
}

TEST(JsonReader, NamesTheFullPathOfAMissingMember) {
    const Json object = Json::object();
    JsonReader text(object, "outputs[1]");
    EXPECT_EQ(text.required_string("dest_path"), "");
    EXPECT_EQ(text.status().error().message, "outputs[1].dest_path: is missing");

    JsonReader array(object, "");
    EXPECT_EQ(array.required_array("outputs"), nullptr);
    EXPECT_EQ(array.status().error().message, "outputs: is missing");

    JsonReader member(object, "");
    EXPECT_EQ(member.required_object("input"), nullptr);
    EXPECT_EQ(member.status().error().message, "input: is missing");
}

TEST(JsonReader, NamesWhatAMemberShouldHaveBeen) {
    const auto text = [](JsonReader& r) { EXPECT_EQ(r.required_string("k"), ""); };
    const auto text_or = [](JsonReader& r) { EXPECT_EQ(r.string_or("k", "f"), "f"); };
    const auto number = [](JsonReader& r) { EXPECT_EQ(r.number_or("k", 4), 4); };
    const auto whole = [](JsonReader& r) { EXPECT_EQ(r.integer_or("k", 4), 4); };
    const auto flag = [](JsonReader& r) { EXPECT_TRUE(r.bool_or("k", true)); };
    const auto object = [](JsonReader& r) { EXPECT_EQ(r.required_object("k"), nullptr); };
    const auto array = [](JsonReader& r) { EXPECT_EQ(r.required_array("k"), nullptr); };
    const auto strings = [](JsonReader& r) { EXPECT_TRUE(r.strings_or_empty("k").empty()); };

    EXPECT_EQ(message_of(5, text), "outputs[1].k: must be a string");
    EXPECT_EQ(message_of(5, text_or), "outputs[1].k: must be a string");
    EXPECT_EQ(message_of("5", number), "outputs[1].k: must be a number");
    EXPECT_EQ(message_of("5", whole), "outputs[1].k: must be a whole number");
    EXPECT_EQ(message_of(1, flag), "outputs[1].k: must be true or false");
    EXPECT_EQ(message_of(Json::array(), object), "outputs[1].k: must be an object");
    EXPECT_EQ(message_of(Json::object(), array), "outputs[1].k: must be a list");
    EXPECT_EQ(message_of("a", strings), "outputs[1].k: must be a list of strings");
    EXPECT_EQ(message_of({"a", 2}, strings), "outputs[1].k[1]: must be a string");
}

TEST(JsonReader, ReadsWholeNumbersExactlyOrNotAtAll) {
    const auto integer_of = [](const Json& value) -> std::optional<std::int64_t> {
        const Json object{{"k", value}};
        JsonReader reader(object, "");
        const auto number = reader.integer_or("k", -1);
        return reader.status() ? std::optional(number) : std::nullopt;
    };
    EXPECT_EQ(integer_of(6.0), 6) << "other languages write 6 as 6.0";
    EXPECT_EQ(integer_of(-6.0), -6);
    EXPECT_EQ(integer_of(6.5), std::nullopt);
    EXPECT_EQ(integer_of(1e300), std::nullopt);
    EXPECT_EQ(integer_of(std::numeric_limits<double>::quiet_NaN()), std::nullopt);
    EXPECT_EQ(integer_of(std::numeric_limits<std::int64_t>::max()), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(integer_of(std::numeric_limits<std::int64_t>::min()), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(integer_of(std::numeric_limits<std::uint64_t>::max()), std::nullopt);
    EXPECT_EQ(integer_of(true), std::nullopt);
}

TEST(JsonReader, RefusesNumbersThatAreNotFinite) {
    EXPECT_EQ(message_of(std::numeric_limits<double>::infinity(), [](JsonReader& r) { (void)r.number_or("k", 0); }),
              "outputs[1].k: must be a number");
}

TEST(JsonReader, KeepsTheFirstError) {
    const Json object{{"a", 1}, {"b", "fine"}};
    JsonReader reader(object, "");
    EXPECT_EQ(reader.required_string("a"), "");
    EXPECT_EQ(reader.required_string("missing"), "");
    reader.reject("b", "is ugly");
    EXPECT_EQ(reader.status().error().message, "a: must be a string");
}

TEST(JsonReader, CarriesTheCallersOwnReason) {
    const Json object = Json::object();
    JsonReader reader(object, "hls_settings");
    reader.reject("segment_time", "must be from 1 to 60 seconds");
    EXPECT_EQ(reader.status().error().message, "hls_settings.segment_time: must be from 1 to 60 seconds");
    EXPECT_EQ(reader.path_of("x"), "hls_settings.x");
}

TEST(JsonReader, AnythingButAnObjectIsAnErrorThatEveryReadSurvives) {
    for (const Json& value : {Json(nullptr), Json(3), Json("text"), Json::array({1, 2})}) {
        JsonReader top(value, "");
        JsonReader inner(value, "outputs[0]");
        EXPECT_EQ(inner.required_string("a"), "");
        EXPECT_EQ(inner.required_array("a"), nullptr);
        EXPECT_EQ(inner.integer_or("a", 2), 2);
        EXPECT_EQ(top.status().error().message, "document: must be an object");
        EXPECT_EQ(inner.status().error().message, "outputs[0]: must be an object");
    }
}

} // namespace
} // namespace framehand::base
