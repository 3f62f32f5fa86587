// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/service_host.h"

#include "platform/windows/hang_watch.h"
#include "platform/windows/prompt_thread.h"
#include "platform/windows/service_progress.h"

#include <QMetaObject>
#include <QObject>

#include <mutex>
#include <utility>

namespace framehand::platform {

namespace {

/// ServiceMain() is given nothing of ours: the one way to it.
ServiceHost* the_host = nullptr;

constexpr UINT kHung = 70; ///< exit code of a process that was ended because it hung

ServiceNote::End end_of(int exit_code) {
    if (exit_code == 0) {
        return ServiceNote::End::InGoodOrder;
    }
    return exit_code == ServiceHost::kHopeless ? ServiceNote::End::Failed : ServiceNote::End::ToBeRestarted;
}

DWORD WINAPI handler(DWORD wish, DWORD event, void* /*data*/, void* host) {
    return static_cast<ServiceHost*>(host)->control(wish, event);
}

} // namespace

class ServiceHost::Running {
public:
    Running(const std::wstring& name, ServiceProgress::Report report)
        : note(service_parameters_place(name)), progress(std::move(report)),
          hang(kPatience,
               [this] {
                   note.say("it hung and was ended");
                   // Nothing of it can be waited for; the service manager starts it anew.
                   ::TerminateProcess(::GetCurrentProcess(), kHung);
               }),
          late(ServiceProgress::kMostPending, [this] {
              note.say("it took too long to end and was ended");
              progress.stopped(0); // as it was wanted: it is not started anew
              ::TerminateProcess(::GetCurrentProcess(), kHung);
          }) {
        note.begin();
    }

    void stopping() {
        progress.stopping();
        hang.rest();
        late.alive();
    }

    /// On the program's thread, soon.
    void post(std::function<void()> call) {
        const std::scoped_lock lock(m_mutex);
        if (m_thread_object != nullptr) {
            QMetaObject::invokeMethod(m_thread_object.get(), std::move(call), Qt::QueuedConnection);
        }
    }

    void program_ends(int exit_code) {
        {
            const std::scoped_lock lock(m_mutex);
            if (std::exchange(m_ended, true)) {
                return;
            }
            m_thread_object.reset();
        }
        hang.rest();
        late.rest();
        note.end(end_of(exit_code));
        // What a restart cannot help must not look like a failure to the service manager.
        progress.stopped(exit_code == kHopeless ? 0 : exit_code);
    }

    ServiceNote note;
    ServiceProgress progress;
    HangWatch hang;
    HangWatch late; ///< from the wish to stop on

private:
    std::mutex m_mutex;
    std::unique_ptr<QObject> m_thread_object = std::make_unique<QObject>(); ///< guarded by m_mutex
    bool m_ended = false;                                                   ///< guarded by m_mutex
};

ServiceHost::ServiceHost(std::wstring name) : m_name(std::move(name)) {
}

ServiceHost::~ServiceHost() = default;

std::optional<int> ServiceHost::run(Program program) {
    m_program = std::move(program);
    the_host = this;
    auto name = m_name;
    const SERVICE_TABLE_ENTRYW table[]{{name.data(), service_main}, {nullptr, nullptr}};
    const bool was_service = ::StartServiceCtrlDispatcherW(table) != FALSE;
    if (m_serving) {
        m_served->get_future().wait(); // the manager knows of the end before the thread itself has ended
    }
    the_host = nullptr;
    return was_service ? std::optional(m_exit_code) : std::nullopt;
}

void ServiceHost::service_main(unsigned long /*count*/, wchar_t** /*words*/) {
    const auto served = the_host->m_served;
    the_host->m_serving = true;
    the_host->serve();
    served->set_value();
}

void ServiceHost::serve() {
    SERVICE_STATUS_HANDLE manager = ::RegisterServiceCtrlHandlerExW(m_name.c_str(), handler, this);
    if (manager == nullptr) {
        m_exit_code = 1;
        return;
    }
    m_running = std::make_unique<Running>(m_name, [manager](const SERVICE_STATUS& status) {
        auto copy = status;
        ::SetServiceStatus(manager, &copy);
    });
    m_reachable = m_running.get();
    m_exit_code = m_program(*this);
    m_running->program_ends(m_exit_code);
}

unsigned long ServiceHost::control(unsigned long wish, unsigned long event) {
    auto* const running = m_reachable.load();
    if (wish == SERVICE_CONTROL_INTERROGATE) {
        return NO_ERROR;
    }
    if (running == nullptr) {
        return ERROR_SERVICE_CANNOT_ACCEPT_CTRL;
    }
    switch (wish) {
    case SERVICE_CONTROL_STOP:
    case SERVICE_CONTROL_SHUTDOWN:
    case SERVICE_CONTROL_PRESHUTDOWN:
        running->stopping();
        tell(*running, &Calls::stop);
        return NO_ERROR;
    case SERVICE_CONTROL_PAUSE:
        running->progress.pausing();
        tell(*running, &Calls::pause);
        running->post([running] { running->progress.paused(); });
        return NO_ERROR;
    case SERVICE_CONTROL_CONTINUE:
        running->progress.continuing();
        tell(*running, &Calls::resume);
        running->post([running] { running->progress.continued(); });
        return NO_ERROR;
    case SERVICE_CONTROL_POWEREVENT:
        if (event == PBT_APMSUSPEND) {
            tell(*running, &Calls::suspend);
        } else if (event == PBT_APMRESUMEAUTOMATIC) {
            tell(*running, &Calls::wake);
        }
        return NO_ERROR;
    case SERVICE_CONTROL_SESSIONCHANGE:
        tell(*running, &Calls::sessions);
        return NO_ERROR;
    default:
        return ERROR_CALL_NOT_IMPLEMENTED;
    }
}

void ServiceHost::tell(Running& running, std::function<void()> Calls::*what) {
    running.post([this, what] {
        // A copy: it may change what is to be called.
        if (const auto call = calls.*what) {
            call();
        }
    });
}

void ServiceHost::ready() {
    if (m_running != nullptr) {
        m_running->progress.running();
        answer_promptly(); // the thread of a service that starts delayed is made an ordinary one now
    }
}

void ServiceHost::stopping() {
    if (m_running != nullptr) {
        m_running->stopping();
    }
}

void ServiceHost::say(std::string_view sentence) {
    if (m_running != nullptr) {
        m_running->note.say(sentence);
    }
}

void ServiceHost::alive() {
    if (m_running != nullptr) {
        m_running->hang.alive();
    }
}

std::optional<base::Duration> ServiceHost::patience() const {
    return m_running != nullptr ? std::optional(kPatience) : std::nullopt;
}

void ServiceHost::ended(int exit_code) {
    if (m_running != nullptr) {
        m_running->program_ends(exit_code);
    }
}

} // namespace framehand::platform
