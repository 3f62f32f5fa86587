// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/router.h"

#include <gtest/gtest.h>

#include <optional>

namespace framehand::orchestrator {
namespace {

class RouterTest : public testing::Test {
protected:
    void SetUp() override {
        const auto echo = [](const std::string& name) {
            return [name](const RoutedRequest& request, const Respond& respond) {
                respond({200, {{"route", name}, {"id", request.id}, {"query", request.query}}, {}});
            };
        };
        m_router.add("GET", "/jobs", echo("list"));
        m_router.add("POST", "/jobs", echo("submit"));
        m_router.add("GET", "/jobs/{id}", echo("show"));
        m_router.add("DELETE", "/jobs/{id}", echo("cancel"));
        m_router.add("POST", "/jobs/{id}/retry", echo("retry"));
        m_router.add("POST", "/body", [](const RoutedRequest& request, const Respond& respond) {
            const auto json = request.json_object();
            respond(json ? HttpResponse{200, *json, {}} : error_response(json.error()));
        });
    }

    HttpResponse route(const std::string& method, const std::string& target, const std::string& body = "") {
        HttpRequest request;
        request.method = method;
        request.target = target;
        request.body = body;
        std::optional<HttpResponse> answer;
        m_router.route(request, [&](HttpResponse response) { answer = std::move(response); });
        EXPECT_TRUE(answer) << method << " " << target;
        return answer.value_or(HttpResponse{});
    }

    Router m_router;
};

TEST_F(RouterTest, FindsTheHandlerByMethodAndPath) {
    EXPECT_EQ(route("GET", "/jobs").body["route"], "list");
    EXPECT_EQ(route("POST", "/jobs").body["route"], "submit");
    EXPECT_EQ(route("GET", "/jobs/a").body["id"], "a");
    EXPECT_EQ(route("DELETE", "/jobs/a").body["route"], "cancel");
    EXPECT_EQ(route("POST", "/jobs/a/retry").body["route"], "retry");
    EXPECT_EQ(route("HEAD", "/jobs").body["route"], "list");
}

TEST_F(RouterTest, DecodesTheIdButKeepsItOneSegment) {
    EXPECT_EQ(route("GET", "/jobs/a%20b").body["id"], "a b");
    EXPECT_EQ(route("GET", "/jobs/a%2Fretry").body["id"], "a/retry");
    EXPECT_EQ(route("GET", "/jobs/..%2F..%2Fetc").body["id"], "../../etc");
}

TEST_F(RouterTest, HandsOverTheQuery) {
    EXPECT_EQ(route("GET", "/jobs?limit=5&state=FAILED").body["query"],
              (base::Json{{"limit", "5"}, {"state", "FAILED"}}));
}

TEST_F(RouterTest, AnswersNotFoundForUnknownPaths) {
    for (const auto* target : {"/", "/nothing", "/jobs/", "/jobs/a/b", "/jobs/a/retry/", "//jobs", "/JOBS", "*", ""}) {
        EXPECT_EQ(route("GET", target).status, 404) << target;
    }
}

TEST_F(RouterTest, NamesTheMethodsThatAPathKnows) {
    const auto response = route("PUT", "/jobs/a");
    EXPECT_EQ(response.status, 405);
    ASSERT_EQ(response.headers.size(), 1U);
    EXPECT_EQ(response.headers[0], (std::pair<std::string, std::string>{"Allow", "DELETE, GET, HEAD"}));
    EXPECT_EQ(route("OPTIONS", "/jobs").status, 405);
}

TEST_F(RouterTest, RefusesMalformedAddresses) {
    for (const auto* target : {"/jobs/%", "/jobs/%zz", "/jobs/%00", "/jobs?a=%f", "/jobs/%ff"}) {
        EXPECT_EQ(route("GET", target).status, 400) << target;
    }
}

TEST_F(RouterTest, RefusesBodiesThatAreNoObject) {
    for (const auto* body : {"", "{", "[]", "null", "7", "\"x\"", "{\"a\":}", "\xff\xfe"}) {
        const auto response = route("POST", "/body", body);
        EXPECT_EQ(response.status, 400) << body;
    }
    EXPECT_EQ(route("POST", "/body", std::string(100'000, '[')).status, 400);
    EXPECT_EQ(route("POST", "/body", "{\"a\":1}").body["a"], 1);
}

} // namespace
} // namespace framehand::orchestrator
