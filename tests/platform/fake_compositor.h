// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <memory>
#include <string>
#include <vector>

struct wl_display;
struct wl_global;
struct wl_resource;

namespace framehand::test {

/// A Wayland compositor with one seat and one of the two protocols of idleness, on this thread's event loop.
class FakeCompositor {
public:
    enum class Speaks { ExtIdleNotify, KdeIdle, Neither };

    /// Listens on the socket `path`.
    FakeCompositor(const std::string& path, Speaks speaks);
    ~FakeCompositor();
    FakeCompositor(const FakeCompositor&) = delete;
    FakeCompositor& operator=(const FakeCompositor&) = delete;

    /// Tells all who asked.
    void become_idle();
    void resume();
    void remove_seat();

    /// What those who asked want to be told of, in milliseconds.
    std::vector<unsigned> timeouts;
    std::vector<wl_resource*> notifications;

private:
    void flush();

    Speaks m_speaks;
    wl_display* m_display = nullptr;
    wl_global* m_seat = nullptr;
    std::unique_ptr<QSocketNotifier> m_events;
};

} // namespace framehand::test
