// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/handle.h"
#include "platform/windows/windows_secret_input.h"
#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

namespace framehand::platform {
namespace {

using base::ErrorCode;
using test::wait_for;

/// Standard input is a pipe.
class WindowsSecretInputTest : public testing::Test {
protected:
    void SetUp() override {
        HANDLE reading = nullptr;
        HANDLE writing = nullptr;
        constexpr DWORD kMoreThanALine = 256 * 1024; // nobody waits for a reader that has given up
        ASSERT_NE(::CreatePipe(&reading, &writing, nullptr, kMoreThanALine), 0);
        m_read = owned_handle(reading);
        m_write = owned_handle(writing);
        m_before = ::GetStdHandle(STD_INPUT_HANDLE);
        ::SetStdHandle(STD_INPUT_HANDLE, m_read.get());
    }

    void TearDown() override { ::SetStdHandle(STD_INPUT_HANDLE, m_before); }

    void type(std::string_view text) {
        DWORD written = 0;
        ASSERT_NE(::WriteFile(m_write.get(), text.data(), static_cast<DWORD>(text.size()), &written, nullptr), 0);
    }

    void ask() {
        m_question =
            m_input.ask("Password: ", [this](base::Result<base::Secret> answer) { m_answer = std::move(answer); });
    }

    bool answered() {
        return wait_for([this] { return m_answer.has_value(); });
    }

    UniqueHandle m_read;
    UniqueHandle m_write;
    HANDLE m_before = nullptr;
    WindowsSecretInput m_input;
    std::optional<base::Result<base::Secret>> m_answer;
    std::unique_ptr<ports::SecretInput::Question> m_question;
};

TEST_F(WindowsSecretInputTest, TakesALineWithoutItsEnd) {
    type("geh\xc3\xa4im\r\nmore");
    ask();
    EXPECT_FALSE(m_answer) << "never from inside the call";
    ASSERT_TRUE(answered());
    ASSERT_TRUE(*m_answer) << m_answer->error().text();
    EXPECT_EQ((*m_answer)->reveal(), "geh\xc3\xa4im");
}

TEST_F(WindowsSecretInputTest, TakesALineThatComesLateAndInParts) {
    ask();
    type("gehe");
    type("im");
    type("\n");
    ASSERT_TRUE(answered());
    EXPECT_EQ((*m_answer)->reveal(), "geheim");
}

TEST_F(WindowsSecretInputTest, TheEndIsTheEndOfALineToo) {
    type("geheim");
    m_write.reset();
    ask();
    ASSERT_TRUE(answered());
    EXPECT_EQ((*m_answer)->reveal(), "geheim");
}

TEST_F(WindowsSecretInputTest, NothingIsAnError) {
    m_write.reset();
    ask();
    ASSERT_TRUE(answered());
    EXPECT_EQ(m_answer->error().code, ErrorCode::InvalidArgument);
}

TEST_F(WindowsSecretInputTest, TooLongALineIsAnError) {
    ask();
    type(std::string(80'000, 'x'));
    ASSERT_TRUE(answered());
    EXPECT_EQ(m_answer->error().code, ErrorCode::InvalidArgument);
}

TEST_F(WindowsSecretInputTest, AQuestionThatIsDroppedIsSilentAndLeavesTheInputToTheNext) {
    ask();
    m_question.reset();
    EXPECT_FALSE(m_answer);
    type("geheim\n");
    ask();
    ASSERT_TRUE(answered());
    EXPECT_EQ((*m_answer)->reveal(), "geheim");
}

TEST_F(WindowsSecretInputTest, MayBeDroppedInItsAnswer) {
    bool told = false;
    type("geheim\n");
    m_question = m_input.ask("Password: ", [&](const base::Result<base::Secret>&) {
        m_question.reset();
        told = true;
    });
    EXPECT_TRUE(wait_for([&] { return told; }));
}

} // namespace
} // namespace framehand::platform
