// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/wayland_idle.h"

#include <QObject>
#include <QSocketNotifier>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ext-idle-notify-v1-client-protocol.h>
#include <functional>
#include <idle-client-protocol.h>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>
#include <wayland-client.h>

namespace framehand::platform {

namespace {

using Idle = ports::Reading<base::Duration>;

constexpr base::Duration kAgain{10'000};
// So short a rest counts as idle, for the compositor to tell of each input after it.
constexpr base::Duration kRest{1'000};

struct Release {
    void operator()(wl_display* display) const { ::wl_display_disconnect(display); }

    void operator()(wl_registry* registry) const { ::wl_registry_destroy(registry); }

    void operator()(wl_callback* callback) const { ::wl_callback_destroy(callback); }

    void operator()(wl_seat* seat) const { ::wl_seat_destroy(seat); }

    void operator()(ext_idle_notifier_v1* notifier) const { ::ext_idle_notifier_v1_destroy(notifier); }

    void operator()(ext_idle_notification_v1* notification) const { ::ext_idle_notification_v1_destroy(notification); }

    void operator()(org_kde_kwin_idle* idle) const { ::org_kde_kwin_idle_destroy(idle); }

    void operator()(org_kde_kwin_idle_timeout* timeout) const { ::org_kde_kwin_idle_timeout_release(timeout); }

    // It may be in its own signal.
    void operator()(QSocketNotifier* notifier) const {
        notifier->setEnabled(false);
        notifier->deleteLater();
    }
};

template <typename T>
using Owned = std::unique_ptr<T, Release>;

/// The people and devices that belong together: keyboard, mouse, touch.
struct Seat {
    std::uint32_t name = 0;
    Owned<wl_seat> handle;
    Owned<ext_idle_notification_v1> notification;
    Owned<org_kde_kwin_idle_timeout> timeout;
    std::optional<base::SteadyTime> idle_since;
    std::function<void(bool idle)> tell;
};

} // namespace

class WaylandIdle::Connection {
public:
    Connection(WaylandIdle& owner, Owned<wl_display> display)
        : m_owner(owner), m_display(std::move(display)), m_registry(::wl_display_get_registry(m_display.get())),
          m_known(::wl_display_sync(m_display.get())),
          m_readable(new QSocketNotifier(::wl_display_get_fd(m_display.get()), QSocketNotifier::Read)) {
        static constexpr wl_registry_listener kRegistry{
            [](void* self, wl_registry*, std::uint32_t name, const char* interface, std::uint32_t) {
                static_cast<Connection*>(self)->come(name, interface);
            },
            [](void* self, wl_registry*, std::uint32_t name) { static_cast<Connection*>(self)->go(name); }};
        static constexpr wl_callback_listener kKnown{[](void* self, wl_callback*, std::uint32_t) {
            static_cast<Connection*>(self)->m_all_known = true;
            static_cast<Connection*>(self)->m_owner.changed();
        }};
        ::wl_registry_add_listener(m_registry.get(), &kRegistry, this);
        ::wl_callback_add_listener(m_known.get(), &kKnown, this);
        QObject::connect(m_readable.get(), &QSocketNotifier::activated, m_readable.get(), [this] { read(); });
        ::wl_display_flush(m_display.get());
    }

    [[nodiscard]] Idle idle(base::SteadyTime now) const {
        if (!m_all_known) {
            return Idle::unknown("the Wayland compositor was not asked yet");
        }
        if (!m_notifier && !m_kde) {
            return Idle::unknown(
                "the Wayland compositor tells nobody of input (neither ext-idle-notify-v1 nor org_kde_kwin_idle)");
        }
        std::optional<base::Duration> shortest;
        for (const auto& seat : m_seats) {
            const auto idle = seat->idle_since ? now - *seat->idle_since : base::Duration{0};
            shortest = std::min(shortest.value_or(idle), idle);
        }
        return shortest ? Idle::known(*shortest) : Idle::unknown("the Wayland compositor has no input");
    }

private:
    template <typename T>
    [[nodiscard]] Owned<T> bind(std::uint32_t name, const wl_interface& interface) const {
        return Owned<T>(static_cast<T*>(::wl_registry_bind(m_registry.get(), name, &interface, 1)));
    }

    void come(std::uint32_t name, std::string_view interface) {
        if (interface == ::ext_idle_notifier_v1_interface.name) {
            m_notifier = bind<ext_idle_notifier_v1>(name, ::ext_idle_notifier_v1_interface);
        } else if (interface == ::org_kde_kwin_idle_interface.name) {
            m_kde = bind<org_kde_kwin_idle>(name, ::org_kde_kwin_idle_interface);
        } else if (interface == ::wl_seat_interface.name) {
            auto seat = std::make_unique<Seat>();
            seat->name = name;
            seat->handle = bind<wl_seat>(name, ::wl_seat_interface);
            seat->tell = [this, of = seat.get()](bool idle) { told(*of, idle); };
            m_seats.push_back(std::move(seat));
        } else {
            return;
        }
        for (const auto& seat : m_seats) {
            watch(*seat);
        }
    }

    void go(std::uint32_t name) {
        std::erase_if(m_seats, [name](const auto& seat) { return seat->name == name; });
    }

    /// Asks for the edges of a seat, once there is somebody to ask.
    void watch(Seat& seat) const {
        const auto rest = static_cast<std::uint32_t>(kRest.count());
        if (m_notifier && !seat.notification) {
            static constexpr ext_idle_notification_v1_listener kListener{
                [](void* of, ext_idle_notification_v1*) { static_cast<Seat*>(of)->tell(true); },
                [](void* of, ext_idle_notification_v1*) { static_cast<Seat*>(of)->tell(false); }};
            seat.timeout.reset();
            seat.notification.reset(
                ::ext_idle_notifier_v1_get_idle_notification(m_notifier.get(), rest, seat.handle.get()));
            ::ext_idle_notification_v1_add_listener(seat.notification.get(), &kListener, &seat);
        } else if (m_kde && !seat.notification && !seat.timeout) {
            static constexpr org_kde_kwin_idle_timeout_listener kListener{
                [](void* of, org_kde_kwin_idle_timeout*) { static_cast<Seat*>(of)->tell(true); },
                [](void* of, org_kde_kwin_idle_timeout*) { static_cast<Seat*>(of)->tell(false); }};
            seat.timeout.reset(::org_kde_kwin_idle_get_idle_timeout(m_kde.get(), seat.handle.get(), rest));
            ::org_kde_kwin_idle_timeout_add_listener(seat.timeout.get(), &kListener, &seat);
        }
    }

    void told(Seat& seat, bool idle) const {
        seat.idle_since.reset();
        if (idle) {
            seat.idle_since = m_owner.m_clock.steady() - kRest;
        } else {
            m_owner.changed();
        }
    }

    /// May end in the end of this.
    void read() {
        auto* const display = m_display.get();
        while (::wl_display_prepare_read(display) != 0) {
            ::wl_display_dispatch_pending(display);
        }
        ::wl_display_read_events(display); // there is something, so it does not wait
        ::wl_display_dispatch_pending(display);
        ::wl_display_flush(display);
        if (::wl_display_get_error(display) != 0) {
            m_owner.lost("the Wayland compositor went away");
        }
    }

    // In this order: all others go before the display.
    WaylandIdle& m_owner;
    Owned<wl_display> m_display;
    Owned<wl_registry> m_registry;
    Owned<wl_callback> m_known;
    bool m_all_known = false;
    Owned<ext_idle_notifier_v1> m_notifier;
    Owned<org_kde_kwin_idle> m_kde;
    std::vector<std::unique_ptr<Seat>> m_seats;
    Owned<QSocketNotifier> m_readable;
};

WaylandIdle::WaylandIdle(std::string display, const base::Clock& clock)
    : m_display(std::move(display)), m_clock(clock),
      m_why_unknown(m_display.empty() ? "there is no Wayland compositor" : "the Wayland compositor was not asked yet") {
    m_again.setSingleShot(true);
    QObject::connect(&m_again, &QTimer::timeout, &m_again, [this] { connect(); });
}

WaylandIdle::~WaylandIdle() = default;

void WaylandIdle::look_every(base::Duration /*interval*/) {
    if (!std::exchange(m_started, true) && !m_display.empty()) {
        connect();
    }
}

void WaylandIdle::connect() {
    Owned<wl_display> display(::wl_display_connect(m_display.c_str()));
    if (!display) {
        lost("the Wayland compositor " + m_display + " does not answer");
        return;
    }
    m_connection = std::make_unique<Connection>(*this, std::move(display));
}

void WaylandIdle::lost(std::string why) {
    m_connection.reset();
    m_why_unknown = std::move(why);
    m_again.start(kAgain);
    changed();
}

void WaylandIdle::changed() const {
    if (on_change) {
        on_change();
    }
}

ports::InputIdle::Report WaylandIdle::report() const {
    const auto now = m_clock.steady();
    return {now, m_connection ? m_connection->idle(now) : Idle::unknown(m_why_unknown)};
}

} // namespace framehand::platform
