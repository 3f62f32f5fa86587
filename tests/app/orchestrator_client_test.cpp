// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/orchestrator_client.h"
#include "tests/app/scripted_http_client.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

class OrchestratorClientTest : public testing::Test {
protected:
    base::Result<base::Json> get(int status, const std::string& body) {
        m_http.will_answer(status, body);
        return m_client.get("/x");
    }

    test::ScriptedHttpClient m_http;
    base::CancelSource m_interrupted;
    OrchestratorClient m_client{m_http, "http://server:8787", m_interrupted.token()};
};

TEST_F(OrchestratorClientTest, SendsJsonAndGivesTheAnswer) {
    m_http.will_answer(201, R"({"job_id":"j1"})");
    const auto answer = m_client.post("/api/v1/jobs", {{"a", 1}});
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ((*answer)["job_id"], "j1");
    ASSERT_EQ(m_http.sent.size(), 1U);
    EXPECT_EQ(m_http.sent[0].method, "POST");
    EXPECT_EQ(m_http.sent[0].url, "http://server:8787/api/v1/jobs");
    EXPECT_EQ(m_http.sent[0].body, R"({"a":1})");
}

TEST_F(OrchestratorClientTest, TakesAnEmptyAnswerAsAnEmptyObject) {
    m_http.will_answer(204, "");
    const auto answer = m_client.remove("/api/v1/jobs/j1");
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->empty());
}

TEST_F(OrchestratorClientTest, SaysWhatToDoWhenNobodyAnswers) {
    const auto answer = m_client.get("/healthz");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, base::ErrorCode::Unavailable);
    EXPECT_NE(answer.error().message.find("http://server:8787"), std::string::npos);
    EXPECT_NE(answer.error().message.find("--orchestrator-url"), std::string::npos);
    EXPECT_NE(answer.error().cause.find("connection refused"), std::string::npos);
}

TEST_F(OrchestratorClientTest, RepeatsTheServersWords) {
    const auto structured = get(400, R"({"error":{"code":"invalid_argument","message":"outputs: must list one"}})");
    EXPECT_EQ(structured.error().message, "outputs: must list one");
    EXPECT_EQ(structured.error().code, base::ErrorCode::InvalidArgument);
    EXPECT_EQ(get(404, R"({"error":"no such job"})").error().message, "no such job");
}

TEST_F(OrchestratorClientTest, TellsStatusesApart) {
    EXPECT_EQ(get(404, "{}").error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(get(409, "{}").error().code, base::ErrorCode::AlreadyExists);
    EXPECT_EQ(get(401, "{}").error().code, base::ErrorCode::PermissionDenied);
    EXPECT_EQ(get(503, "{}").error().code, base::ErrorCode::Unavailable);
    EXPECT_EQ(get(500, "<html>").error().code, base::ErrorCode::Internal);
    EXPECT_NE(get(500, "<html>").error().message.find("500"), std::string::npos);
}

TEST_F(OrchestratorClientTest, KnowsAnotherServerByItsAnswer) {
    const auto answer = get(200, "<html>hello</html>");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, base::ErrorCode::Unavailable);
    EXPECT_NE(answer.error().message.find("is no orchestrator"), std::string::npos);
}

TEST_F(OrchestratorClientTest, StopsWhenTheUserInterrupts) {
    m_http.on_send = [this] { m_interrupted.cancel(); };
    m_http.will_answer(200, "{}");
    EXPECT_EQ(m_client.get("/x").error().code, base::ErrorCode::Cancelled);
}

TEST(UrlEscaped, KeepsAnIdInsideItsPathPart) {
    EXPECT_EQ(url_escaped("job-1_a.b~c"), "job-1_a.b~c");
    EXPECT_EQ(url_escaped("../a b?c#%"), "..%2Fa%20b%3Fc%23%25");
}

} // namespace
} // namespace framehand::cli
