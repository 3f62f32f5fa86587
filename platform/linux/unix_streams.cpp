// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/unix_streams.h"

#include "platform/linux/descriptor.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace framehand::platform {

namespace {

using base::ErrorCode;

constexpr const char* kName = "s";

/// Wakes a thread that polls: a pipe, made before its process walls itself off.
class WakePipe {
public:
    [[nodiscard]] static base::Result<WakePipe> create() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
            return base::error_from_errno(errno, "a pipe cannot be made");
        }
        return WakePipe(Descriptor(ends[0]), Descriptor(ends[1]));
    }

    /// Waits until `fd` is ready for `events`. Cancelled.
    [[nodiscard]] base::Status wait(int fd, short events, const base::CancelToken& cancel) const {
        char byte = 0;
        while (::read(m_read.get(), &byte, 1) > 0) { // of a former wait
        }
        const auto registration = cancel.on_cancel([fd = m_write.get()] {
            const char wake = 0;
            // A full pipe wakes as well.
            static_cast<void>(::write(fd, &wake, 1) == 1);
        });
        for (;;) {
            if (cancel.cancelled()) {
                return base::fail(ErrorCode::Cancelled, "cancelled");
            }
            std::array<pollfd, 2> polled{pollfd{fd, events, 0}, pollfd{m_read.get(), POLLIN, 0}};
            const int ready = ::poll(polled.data(), polled.size(), -1);
            if (ready < 0 && errno != EINTR) {
                return base::error_from_errno(errno, "a local connection cannot be waited for");
            }
            if (ready > 0 && polled[0].revents != 0) {
                return {};
            }
        }
    }

private:
    WakePipe(Descriptor read, Descriptor write) : m_read(std::move(read)), m_write(std::move(write)) {}

    Descriptor m_read;
    Descriptor m_write;
};

base::Error other_end_is_gone() {
    return base::fail(ErrorCode::Unavailable, "the other end of a local connection is gone");
}

bool is_for_later(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

class UnixStream final : public ports::LocalStream {
public:
    UnixStream(Descriptor socket, WakePipe wake) : m_socket(std::move(socket)), m_wake(std::move(wake)) {}

    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into, const base::CancelToken& cancel) override {
        for (;;) {
            FH_TRY(m_wake.wait(m_socket.get(), POLLIN, cancel));
            const ssize_t bytes = ::recv(m_socket.get(), into.data(), into.size(), 0);
            if (bytes > 0) {
                return static_cast<std::size_t>(bytes);
            }
            if (bytes == 0 || !is_for_later(errno)) {
                return other_end_is_gone();
            }
        }
    }

    [[nodiscard]] base::Status write(std::string_view bytes, const base::CancelToken& cancel) override {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent > 0) {
                bytes.remove_prefix(static_cast<std::size_t>(sent));
            } else if (is_for_later(errno)) {
                FH_TRY(m_wake.wait(m_socket.get(), POLLOUT, cancel));
            } else {
                return other_end_is_gone();
            }
        }
        return {};
    }

private:
    Descriptor m_socket;
    WakePipe m_wake;
};

base::Result<std::unique_ptr<ports::LocalStream>> stream_of(Descriptor socket) {
    if (::fcntl(socket.get(), F_SETFL, O_NONBLOCK) != 0) {
        return base::error_from_errno(errno, "a local connection cannot be used");
    }
    FH_ASSIGN(WakePipe wake, WakePipe::create());
    return std::unique_ptr<ports::LocalStream>(std::make_unique<UnixStream>(std::move(socket), std::move(wake)));
}

base::Result<sockaddr_un> address_of(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof(address.sun_path)) {
        return base::fail(ErrorCode::InvalidArgument, "the path of a socket is too long: " + path);
    }
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

const sockaddr* as_any(const sockaddr_un& address) {
    return reinterpret_cast<const sockaddr*>(&address); // what the calls take
}

/// A folder that goes with everything in it that is ours.
class OwnFolder {
public:
    explicit OwnFolder(std::filesystem::path path) : m_path(std::move(path)) {}

    OwnFolder(OwnFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}

    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    OwnFolder& operator=(OwnFolder&&) = delete;

    ~OwnFolder() {
        if (!m_path.empty()) {
            ::unlink((m_path / kName).c_str());
            ::rmdir(m_path.c_str());
        }
    }

    [[nodiscard]] std::string socket() const { return (m_path / kName).string(); }

private:
    std::filesystem::path m_path;
};

class UnixListener final : public ports::LocalListener {
public:
    UnixListener(OwnFolder folder, Descriptor socket, WakePipe wake)
        : m_folder(std::move(folder)), m_address(m_folder.socket()), m_socket(std::move(socket)),
          m_wake(std::move(wake)) {}

    [[nodiscard]] const std::string& address() const override { return m_address; }

    [[nodiscard]] base::Result<std::unique_ptr<ports::LocalStream>> accept(const base::CancelToken& cancel) override {
        for (;;) {
            FH_TRY(m_wake.wait(m_socket.get(), POLLIN, cancel));
            Descriptor socket(::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC));
            if (socket) {
                return stream_of(std::move(socket));
            }
            if (!is_for_later(errno) && errno != ECONNABORTED) {
                return base::error_from_errno(errno, "a local connection cannot be taken: " + m_address);
            }
        }
    }

private:
    OwnFolder m_folder;
    const std::string m_address;
    Descriptor m_socket;
    WakePipe m_wake;
};

} // namespace

UnixStreams::UnixStreams(std::filesystem::path parent) : m_parent(std::move(parent)) {
}

base::Result<std::unique_ptr<ports::LocalListener>> UnixStreams::listen() {
    std::error_code ignored;
    std::filesystem::create_directories(m_parent, ignored); // mkdtemp says why not
    std::string pattern = (m_parent / "framehand-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) { // mode 0700
        return base::error_from_errno(errno, "no folder for a socket can be made: " + m_parent.string());
    }
    OwnFolder folder(pattern);
    FH_ASSIGN(const sockaddr_un address, address_of(folder.socket()));
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    constexpr int kWaiting = 1;
    if (!socket || ::bind(socket.get(), as_any(address), sizeof(address)) != 0 ||
        ::listen(socket.get(), kWaiting) != 0) {
        return base::error_from_errno(errno, "a local socket cannot be made: " + folder.socket());
    }
    FH_ASSIGN(WakePipe wake, WakePipe::create());
    return std::unique_ptr<ports::LocalListener>(
        std::make_unique<UnixListener>(std::move(folder), std::move(socket), std::move(wake)));
}

base::Result<std::unique_ptr<ports::LocalStream>> UnixStreams::connect(const std::string& address) {
    FH_ASSIGN(const sockaddr_un target, address_of(address));
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket || ::connect(socket.get(), as_any(target), sizeof(target)) != 0) {
        return base::fail(ErrorCode::Unavailable, "nobody offers the ranged input: " + address,
                          std::generic_category().message(errno));
    }
    return stream_of(std::move(socket));
}

} // namespace framehand::platform
