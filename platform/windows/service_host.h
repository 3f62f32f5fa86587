// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/supervisor.h"
#include "platform/windows/service_note.h"
#include "platform/windows/service_parameters.h"

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>

namespace framehand::platform {

/// The program as a service of Windows: runs it on the thread that the service manager gives it, tells the manager how
/// it stands, and takes the manager's wishes to the program's thread. One in a process.
///
/// It is the program's ports::Supervisor: ready() makes it "running", a sign of life is awaited within patience() once
/// it is, and one that hangs is ended, to be started again. Ended too, but not started again, is one that does not come
/// to its end in the time that the manager is told to wait (ServiceProgress::kMostPending).
class ServiceHost final : public ports::Supervisor {
public:
    static constexpr base::Duration kPatience{60'000};

    /// What the manager, or the machine, wants or tells. On the program's thread, from its Qt event loop, never after
    /// the program has returned. Each may be empty.
    struct Calls {
        std::function<void()> stop;  ///< also when the machine is shut down; end soon, with what is unfinished kept
        std::function<void()> pause; ///< do no work until resume
        std::function<void()> resume;
        std::function<void()> suspend;  ///< the machine falls asleep
        std::function<void()> wake;     ///< after a sleep
        std::function<void()> sessions; ///< somebody has logged in or out, locked or unlocked
    };

    /// Ends with the exit code of the process. Makes its own QCoreApplication, on the thread that it is called on.
    using Program = std::function<int(ServiceHost&)>;

    /// The exit code of a program that a restart cannot help (wrong settings): it ends as failed, for good.
    static constexpr int kHopeless = 2;

    explicit ServiceHost(std::wstring name = std::wstring(kServiceName));
    ~ServiceHost() override;
    ServiceHost(const ServiceHost&) = delete;
    ServiceHost& operator=(const ServiceHost&) = delete;

    /// On the main thread, before any object of Qt is made in this process: the program's thread must be Qt's first.
    /// Its exit code, once it has ended; none, at once, where the service manager has not started this process.
    [[nodiscard]] std::optional<int> run(Program program);

    Calls calls; ///< to be set, and changed, on the program's thread

    void ready() override;
    void stopping() override;
    void say(std::string_view sentence) override;
    void alive() override;
    [[nodiscard]] std::optional<base::Duration> patience() const override;
    /// For a program that ends without returning: before it does so. Nothing counts after it.
    void ended(int exit_code);

    /// Of HandlerEx(): what the manager wants. Answers as HandlerEx() does; never waits. Any thread.
    unsigned long control(unsigned long wish, unsigned long event);

    class Running; ///< what is there while the program runs

private:
    static void __stdcall service_main(unsigned long count, wchar_t** words);
    void serve();
    void tell(Running& running, std::function<void()> Calls::*what);

    const std::wstring m_name;
    Program m_program;
    int m_exit_code = 0;
    std::atomic<bool> m_serving{false}; ///< from when its thread begins
    /// Kept by that thread, which sets it once it needs this no more.
    std::shared_ptr<std::promise<void>> m_served = std::make_shared<std::promise<void>>();
    std::unique_ptr<Running> m_running;         ///< on the program's thread
    std::atomic<Running*> m_reachable{nullptr}; ///< for the manager's thread, from when it is made
};

} // namespace framehand::platform
