// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/named_pipe_streams.h"

#include "platform/windows/account.h"
#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_error.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <utility>

// RtlGenRandom, which needs no handle; <ntsecapi.h> clashes with others.
extern "C" BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG size);

namespace framehand::platform {

namespace {

using base::ErrorCode;
using base::fail;

constexpr std::string_view kPipes = "\\\\.\\pipe\\";
constexpr DWORD kBuffer = 256 * 1024;
constexpr std::size_t kMostAtOnce = std::size_t{1} << 20U;

base::Error other_end_is_gone() {
    return fail(ErrorCode::Unavailable, "the other end of a local connection is gone");
}

bool means_gone(DWORD code) {
    return code == ERROR_BROKEN_PIPE || code == ERROR_PIPE_NOT_CONNECTED || code == ERROR_NO_DATA;
}

/// A pipe's end whose calls wait, but not past a cancellation. One thread at a time.
class WaitingPipe {
public:
    [[nodiscard]] static base::Result<WaitingPipe> create(UniqueHandle pipe) {
        // Made here, since a process may wall itself off afterwards.
        UniqueHandle done = owned_handle(::CreateEventW(nullptr, TRUE, FALSE, nullptr));
        UniqueHandle stop = owned_handle(::CreateEventW(nullptr, TRUE, FALSE, nullptr));
        if (!done || !stop) {
            return error_from_windows(::GetLastError(), "an event cannot be made");
        }
        return WaitingPipe(std::move(pipe), std::move(done), std::move(stop));
    }

    [[nodiscard]] HANDLE get() const { return m_pipe.get(); }

    struct Outcome {
        DWORD code = 0; ///< of GetLastError(); ERROR_OPERATION_ABORTED = cancelled
        DWORD bytes = 0;
    };

    /// `begin` starts a call with the OVERLAPPED, and returns what the call did. What was done before the cancellation
    /// reached it counts as done.
    template <typename Begin>
    [[nodiscard]] Outcome run(const base::CancelToken& cancel, Begin begin) const {
        if (cancel.cancelled()) {
            return {ERROR_OPERATION_ABORTED, 0};
        }
        ::ResetEvent(m_stop.get());
        OVERLAPPED overlapped{};
        overlapped.hEvent = m_done.get();
        if (begin(overlapped) == 0) {
            const DWORD code = ::GetLastError();
            if (code != ERROR_IO_PENDING) {
                return {code, 0};
            }
            const auto registration = cancel.on_cancel([stop = m_stop.get()] { ::SetEvent(stop); });
            const std::array<HANDLE, 2> either{m_done.get(), m_stop.get()};
            if (::WaitForMultipleObjects(either.size(), either.data(), FALSE, INFINITE) != WAIT_OBJECT_0) {
                ::CancelIoEx(m_pipe.get(), &overlapped);
            }
        }
        Outcome outcome;
        const BOOL done = ::GetOverlappedResult(m_pipe.get(), &overlapped, &outcome.bytes, TRUE);
        outcome.code = done != 0 ? 0 : ::GetLastError();
        return outcome;
    }

    [[nodiscard]] UniqueHandle take() { return std::move(m_pipe); }

    void put(UniqueHandle pipe) { m_pipe = std::move(pipe); }

private:
    WaitingPipe(UniqueHandle pipe, UniqueHandle done, UniqueHandle stop)
        : m_pipe(std::move(pipe)), m_done(std::move(done)), m_stop(std::move(stop)) {}

    UniqueHandle m_pipe;
    UniqueHandle m_done;
    UniqueHandle m_stop;
};

base::Error error_of(DWORD code) {
    if (code == ERROR_OPERATION_ABORTED) {
        return fail(ErrorCode::Cancelled, "cancelled");
    }
    return means_gone(code) ? other_end_is_gone() : error_from_windows(code, "a local connection cannot be used");
}

class PipeStream final : public ports::LocalStream {
public:
    explicit PipeStream(WaitingPipe pipe) : m_pipe(std::move(pipe)) {}

    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into, const base::CancelToken& cancel) override {
        for (;;) {
            const auto size = static_cast<DWORD>(std::min(into.size(), kMostAtOnce));
            const auto outcome = m_pipe.run(cancel, [&](OVERLAPPED& overlapped) {
                return ::ReadFile(m_pipe.get(), into.data(), size, nullptr, &overlapped);
            });
            if (outcome.code != 0) {
                return error_of(outcome.code);
            }
            if (outcome.bytes > 0) { // an empty write of the other end is nothing
                return outcome.bytes;
            }
        }
    }

    [[nodiscard]] base::Status write(std::string_view bytes, const base::CancelToken& cancel) override {
        while (!bytes.empty()) {
            const auto size = static_cast<DWORD>(std::min(bytes.size(), kMostAtOnce));
            const auto outcome = m_pipe.run(cancel, [&](OVERLAPPED& overlapped) {
                return ::WriteFile(m_pipe.get(), bytes.data(), size, nullptr, &overlapped);
            });
            if (outcome.code != 0) {
                return error_of(outcome.code);
            }
            bytes.remove_prefix(outcome.bytes);
        }
        return {};
    }

private:
    WaitingPipe m_pipe;
};

base::Result<std::unique_ptr<ports::LocalStream>> stream_of(UniqueHandle pipe) {
    FH_ASSIGN(WaitingPipe waiting, WaitingPipe::create(std::move(pipe)));
    return std::unique_ptr<ports::LocalStream>(std::make_unique<PipeStream>(std::move(waiting)));
}

enum class Instance { First, Next };

base::Result<UniqueHandle> make_instance(const std::string& address, const PrivateSecurity& security, Instance which) {
    SECURITY_ATTRIBUTES attributes = security.attributes();
    // The first one fails if somebody else has the name already.
    const DWORD first = which == Instance::First ? FILE_FLAG_FIRST_PIPE_INSTANCE : 0;
    UniqueHandle pipe =
        owned_handle(::CreateNamedPipeW(to_wide(address).c_str(), PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | first,
                                        PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS,
                                        PIPE_UNLIMITED_INSTANCES, kBuffer, kBuffer, 0, &attributes));
    if (!pipe) {
        return error_from_windows(::GetLastError(), "a local pipe cannot be made: " + address);
    }
    return pipe;
}

class PipeListener final : public ports::LocalListener {
public:
    PipeListener(std::string address, PrivateSecurity security, WaitingPipe next)
        : m_address(std::move(address)), m_security(std::move(security)), m_next(std::move(next)) {}

    [[nodiscard]] const std::string& address() const override { return m_address; }

    [[nodiscard]] base::Result<std::unique_ptr<ports::LocalStream>> accept(const base::CancelToken& cancel) override {
        for (;;) {
            const auto outcome = m_next.run(
                cancel, [this](OVERLAPPED& overlapped) { return ::ConnectNamedPipe(m_next.get(), &overlapped); });
            if (outcome.code == 0 || outcome.code == ERROR_PIPE_CONNECTED) {
                // The next one can connect while this one is served, and the name never goes.
                FH_ASSIGN(UniqueHandle next, make_instance(m_address, m_security, Instance::Next));
                UniqueHandle connected = m_next.take();
                m_next.put(std::move(next));
                return stream_of(std::move(connected));
            }
            if (outcome.code != ERROR_NO_DATA) {
                return outcome.code == ERROR_OPERATION_ABORTED
                           ? fail(ErrorCode::Cancelled, "cancelled")
                           : error_from_windows(outcome.code, "a local connection cannot be taken: " + m_address);
            }
            ::DisconnectNamedPipe(m_next.get()); // it came and went
        }
    }

private:
    const std::string m_address;
    PrivateSecurity m_security;
    WaitingPipe m_next; ///< which the next one connects to
};

/// Nobody who may not list this process's handles can know it.
base::Result<std::string> new_address() {
    std::array<std::uint32_t, 4> random{};
    if (SystemFunction036(random.data(), sizeof(random)) == 0) {
        return fail(ErrorCode::Internal, "Windows gives no random numbers");
    }
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%08x%08x%08x%08x", random[0], random[1], random[2], random[3]);
    return std::string(kPipes) + "framehand-" + text.data();
}

} // namespace

base::Result<std::unique_ptr<ports::LocalListener>> NamedPipeStreams::listen() {
    FH_ASSIGN(std::string address, new_address());
    FH_ASSIGN(PrivateSecurity security, PrivateSecurity::create());
    FH_ASSIGN(UniqueHandle pipe, make_instance(address, security, Instance::First));
    FH_ASSIGN(WaitingPipe waiting, WaitingPipe::create(std::move(pipe)));
    return std::unique_ptr<ports::LocalListener>(
        std::make_unique<PipeListener>(std::move(address), std::move(security), std::move(waiting)));
}

base::Result<std::unique_ptr<ports::LocalStream>> NamedPipeStreams::connect(const std::string& address) {
    if (!address.starts_with(kPipes)) {
        return fail(ErrorCode::InvalidArgument, "no pipe of this machine: " + address);
    }
    constexpr DWORD kPatience = 2000; // between two clients there is no free instance for a moment
    const std::wstring name = to_wide(address);
    for (;;) {
        UniqueHandle pipe = owned_handle(
            ::CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING,
                          FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION, nullptr));
        if (pipe) {
            return stream_of(std::move(pipe));
        }
        const DWORD code = ::GetLastError();
        if (code != ERROR_PIPE_BUSY || ::WaitNamedPipeW(name.c_str(), kPatience) == 0) {
            return fail(ErrorCode::Unavailable, "nobody offers the ranged input: " + address, windows_error_text(code));
        }
    }
}

} // namespace framehand::platform
