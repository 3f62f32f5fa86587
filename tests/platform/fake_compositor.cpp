// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/fake_compositor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <ext-idle-notify-v1-server-protocol.h>
#include <idle-server-protocol.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <wayland-server.h>

namespace framehand::test {

namespace {

void destroy(wl_client* /*client*/, wl_resource* resource) {
    ::wl_resource_destroy(resource);
}

FakeCompositor& of(wl_resource* resource) {
    return *static_cast<FakeCompositor*>(::wl_resource_get_user_data(resource));
}

void add(wl_resource* manager, const wl_interface& interface, const void* implementation, std::uint32_t id,
         std::uint32_t timeout) {
    auto* const resource = ::wl_resource_create(::wl_resource_get_client(manager), &interface, 1, id);
    ::wl_resource_set_implementation(resource, implementation, &of(manager),
                                     [](wl_resource* gone) { std::erase(of(gone).notifications, gone); });
    of(manager).notifications.push_back(resource);
    of(manager).timeouts.push_back(timeout);
}

constexpr struct ext_idle_notification_v1_interface kNotification { destroy };

constexpr struct ext_idle_notifier_v1_interface kNotifier {
    destroy, [](wl_client*, wl_resource* self, std::uint32_t id, std::uint32_t timeout, wl_resource*) {
        add(self, ::ext_idle_notification_v1_interface, &kNotification, id, timeout);
    }
};

constexpr struct org_kde_kwin_idle_timeout_interface kTimeout {
    destroy, [](wl_client*, wl_resource*) {}
};

constexpr struct org_kde_kwin_idle_interface kKdeIdle {
    [](wl_client*, wl_resource* self, std::uint32_t id, wl_resource*, std::uint32_t timeout) {
        add(self, ::org_kde_kwin_idle_timeout_interface, &kTimeout, id, timeout);
    }
};

template <const wl_interface& Interface, const auto* Implementation>
void bind(wl_client* client, void* self, std::uint32_t version, std::uint32_t id) {
    auto* const resource = ::wl_resource_create(client, &Interface, static_cast<int>(version), id);
    ::wl_resource_set_implementation(resource, Implementation, self, nullptr);
}

void bind_seat(wl_client* client, void* /*self*/, std::uint32_t version, std::uint32_t id) {
    (void)::wl_resource_create(client, &::wl_seat_interface, static_cast<int>(version), id);
}

int listen_on(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    EXPECT_LT(path.size(), sizeof address.sun_path);
    std::ranges::copy(path, address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    EXPECT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::listen(socket, 8), 0);
    return socket;
}

} // namespace

FakeCompositor::FakeCompositor(const std::string& path, Speaks speaks)
    : m_speaks(speaks), m_display(::wl_display_create()) {
    EXPECT_EQ(::wl_display_add_socket_fd(m_display, listen_on(path)), 0);
    m_seat = ::wl_global_create(m_display, &::wl_seat_interface, 1, this, bind_seat);
    if (speaks == Speaks::ExtIdleNotify) {
        ::wl_global_create(m_display, &::ext_idle_notifier_v1_interface, 1, this,
                           bind<::ext_idle_notifier_v1_interface, &kNotifier>);
    } else if (speaks == Speaks::KdeIdle) {
        ::wl_global_create(m_display, &::org_kde_kwin_idle_interface, 1, this,
                           bind<::org_kde_kwin_idle_interface, &kKdeIdle>);
    }
    auto* const loop = ::wl_display_get_event_loop(m_display);
    m_events = std::make_unique<QSocketNotifier>(::wl_event_loop_get_fd(loop), QSocketNotifier::Read);
    QObject::connect(m_events.get(), &QSocketNotifier::activated, m_events.get(), [this, loop] {
        ::wl_event_loop_dispatch(loop, 0);
        flush();
    });
}

FakeCompositor::~FakeCompositor() {
    m_events.reset();
    ::wl_display_destroy_clients(m_display);
    ::wl_display_destroy(m_display);
}

void FakeCompositor::flush() {
    ::wl_display_flush_clients(m_display);
}

void FakeCompositor::become_idle() {
    for (auto* const notification : notifications) {
        m_speaks == Speaks::KdeIdle ? ::org_kde_kwin_idle_timeout_send_idle(notification)
                                    : ::ext_idle_notification_v1_send_idled(notification);
    }
    flush();
}

void FakeCompositor::resume() {
    for (auto* const notification : notifications) {
        m_speaks == Speaks::KdeIdle ? ::org_kde_kwin_idle_timeout_send_resumed(notification)
                                    : ::ext_idle_notification_v1_send_resumed(notification);
    }
    flush();
}

void FakeCompositor::remove_seat() {
    ::wl_global_remove(m_seat);
    flush();
}

} // namespace framehand::test
