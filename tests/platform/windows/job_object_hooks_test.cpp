// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_child_process_launcher.h"
#include "platform/windows/handle.h"
#include "platform/windows/job_object_hooks.h"
#include "tests/platform/this_system.h"
#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace framehand::platform {
namespace {

using Priority = ports::ChildProcessRequest::Priority;
using test::wait_for;

class JobObjectHooksTest : public testing::Test {
protected:
    void start(const std::string& verb, Priority priority) {
        ports::ChildProcessRequest request;
        request.program = CHILD_PROGRAM;
        request.arguments = {verb};
        request.priority = priority;
        request.on_line = [this](std::string_view line) { m_lines.emplace_back(line); };
        m_child = m_launcher.start(std::move(request));
        m_process =
            owned_handle(::OpenProcess(PROCESS_QUERY_INFORMATION, FALSE, static_cast<DWORD>(m_child->process_id())));
        ASSERT_TRUE(m_process);
    }

    QtChildProcessLauncher m_launcher{std::make_shared<JobObjectHooks>()};
    std::vector<std::string> m_lines;
    std::unique_ptr<ports::ChildProcess> m_child;
    UniqueHandle m_process;
};

TEST_F(JobObjectHooksTest, EveryChildIsInAJob) {
    start("sleep", Priority::Normal);
    BOOL within = FALSE;
    ASSERT_NE(::IsProcessInJob(m_process.get(), nullptr, &within), 0);
    EXPECT_NE(within, FALSE);
    EXPECT_EQ(::GetPriorityClass(m_process.get()), ::GetPriorityClass(::GetCurrentProcess()));
}

TEST_F(JobObjectHooksTest, AnIdleChildIsOfTheIdleClassAndThisProcessIsNot) {
    start("sleep", Priority::Idle);
    EXPECT_EQ(::GetPriorityClass(m_process.get()), static_cast<DWORD>(IDLE_PRIORITY_CLASS));
    EXPECT_NE(::GetPriorityClass(::GetCurrentProcess()), static_cast<DWORD>(IDLE_PRIORITY_CLASS));
}

TEST_F(JobObjectHooksTest, InheritsNoHandlesButTheStandardStreams) {
    // As some libraries leave them: open for children too.
    SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
    HANDLE reading = nullptr;
    HANDLE writing = nullptr;
    ASSERT_NE(::CreatePipe(&reading, &writing, &inherited, 0), 0);
    const UniqueHandle read = owned_handle(reading);
    UniqueHandle write = owned_handle(writing);
    start("family", Priority::Normal);
    ASSERT_TRUE(wait_for([this] { return !m_lines.empty(); }));
    write.reset();
    // Whoever else had the other end would keep the pipe open.
    char byte = 0;
    DWORD got = 0;
    EXPECT_EQ(::PeekNamedPipe(read.get(), &byte, 1, &got, nullptr, nullptr), 0);
    EXPECT_EQ(::GetLastError(), static_cast<DWORD>(ERROR_BROKEN_PIPE));
}

} // namespace
} // namespace framehand::platform
