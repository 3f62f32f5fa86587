// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/x11_display.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <vector>
#include <xcb/screensaver.h>
#include <xcb/xcb.h>

namespace framehand::platform {

namespace {

struct FreeReply {
    void operator()(void* reply) const { std::free(reply); } // XCB's contract
};

template <typename Reply>
using Owned = std::unique_ptr<Reply, FreeReply>;

/// The functions of XCB that are used, from its libraries; all or none.
class Xcb {
public:
    Xcb() {
        // Never closed: XCB keeps what it has of a thread until that ends.
        void* core = ::dlopen("libxcb.so.1", RTLD_NOW | RTLD_LOCAL);
        void* saver = ::dlopen("libxcb-screensaver.so.0", RTLD_NOW | RTLD_LOCAL);
        complete =
            core != nullptr && saver != nullptr && find(core, "xcb_connect", connect) &&
            find(core, "xcb_disconnect", disconnect) && find(core, "xcb_connection_has_error", connection_has_error) &&
            find(core, "xcb_get_setup", get_setup) && find(core, "xcb_setup_roots_iterator", setup_roots_iterator) &&
            find(core, "xcb_screen_next", screen_next) && find(core, "xcb_intern_atom", intern_atom) &&
            find(core, "xcb_intern_atom_reply", intern_atom_reply) && find(core, "xcb_get_property", get_property) &&
            find(core, "xcb_get_property_reply", get_property_reply) &&
            find(core, "xcb_get_property_value", get_property_value) &&
            find(core, "xcb_get_property_value_length", get_property_value_length) &&
            find(core, "xcb_get_extension_data", get_extension_data) &&
            find(core, "xcb_get_selection_owner", get_selection_owner) &&
            find(core, "xcb_get_selection_owner_reply", get_selection_owner_reply) &&
            find(saver, "xcb_screensaver_id", saver_id) && find(saver, "xcb_screensaver_query_info", query_info) &&
            find(saver, "xcb_screensaver_query_info_reply", query_info_reply);
    }

    bool complete = false;
    decltype(&::xcb_connect) connect = nullptr;
    decltype(&::xcb_disconnect) disconnect = nullptr;
    decltype(&::xcb_connection_has_error) connection_has_error = nullptr;
    decltype(&::xcb_get_setup) get_setup = nullptr;
    decltype(&::xcb_setup_roots_iterator) setup_roots_iterator = nullptr;
    decltype(&::xcb_screen_next) screen_next = nullptr;
    decltype(&::xcb_intern_atom) intern_atom = nullptr;
    decltype(&::xcb_intern_atom_reply) intern_atom_reply = nullptr;
    decltype(&::xcb_get_property) get_property = nullptr;
    decltype(&::xcb_get_property_reply) get_property_reply = nullptr;
    decltype(&::xcb_get_property_value) get_property_value = nullptr;
    decltype(&::xcb_get_property_value_length) get_property_value_length = nullptr;
    decltype(&::xcb_get_extension_data) get_extension_data = nullptr;
    decltype(&::xcb_get_selection_owner) get_selection_owner = nullptr;
    decltype(&::xcb_get_selection_owner_reply) get_selection_owner_reply = nullptr;
    decltype(&::xcb_screensaver_id) saver_id = nullptr;
    decltype(&::xcb_screensaver_query_info) query_info = nullptr;
    decltype(&::xcb_screensaver_query_info_reply) query_info_reply = nullptr;

private:
    template <typename Symbol>
    static bool find(void* library, const char* name, Symbol*& symbol) {
        symbol = reinterpret_cast<Symbol*>(::dlsym(library, name));
        return symbol != nullptr;
    }
};

} // namespace

struct X11Display::Connection {
    explicit Connection(const std::string& name) {
        if (!xcb.complete) {
            return;
        }
        int preferred = 0;
        handle = xcb.connect(name.c_str(), &preferred);
        if (!stands()) {
            return;
        }
        const auto tray_name = "_NET_SYSTEM_TRAY_S" + std::to_string(preferred);
        auto screen = xcb.setup_roots_iterator(xcb.get_setup(handle));
        for (; preferred > 0 && screen.rem > 1; --preferred) {
            xcb.screen_next(&screen);
        }
        root = screen.data->root;
        const auto* saver = xcb.get_extension_data(handle, xcb.saver_id);
        has_saver = saver != nullptr && saver->present != 0;
        manager = atom("_NET_SUPPORTING_WM_CHECK");
        active_window = atom("_NET_ACTIVE_WINDOW");
        state = atom("_NET_WM_STATE");
        full_screen = atom("_NET_WM_STATE_FULLSCREEN");
        tray = atom(tray_name.c_str());
    }

    ~Connection() {
        if (handle != nullptr) {
            xcb.disconnect(handle);
        }
    }

    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] bool stands() const { return handle != nullptr && xcb.connection_has_error(handle) == 0; }

    [[nodiscard]] xcb_atom_t atom(const char* name) const {
        const auto cookie = xcb.intern_atom(handle, 0, static_cast<std::uint16_t>(std::strlen(name)), name);
        const Owned<xcb_intern_atom_reply_t> reply(xcb.intern_atom_reply(handle, cookie, nullptr));
        return reply ? reply->atom : static_cast<xcb_atom_t>(XCB_ATOM_NONE);
    }

    /// The 32-bit values of a property; none if the window or the property is not there.
    [[nodiscard]] std::vector<std::uint32_t> values(xcb_window_t window, xcb_atom_t property, xcb_atom_t type) const {
        constexpr std::uint32_t kMost = 64;
        const auto cookie = xcb.get_property(handle, 0, window, property, type, 0, kMost);
        const Owned<xcb_get_property_reply_t> reply(xcb.get_property_reply(handle, cookie, nullptr));
        if (!reply || reply->format != 32) {
            return {};
        }
        std::vector<std::uint32_t> found(static_cast<std::size_t>(xcb.get_property_value_length(reply.get())) / 4);
        if (!found.empty()) {
            std::memcpy(found.data(), xcb.get_property_value(reply.get()), found.size() * 4);
        }
        return found;
    }

    Xcb xcb;
    xcb_connection_t* handle = nullptr;
    xcb_window_t root = 0;
    bool has_saver = false;
    xcb_atom_t manager = 0;
    xcb_atom_t active_window = 0;
    xcb_atom_t state = 0;
    xcb_atom_t full_screen = 0;
    xcb_atom_t tray = 0;
};

X11Display::X11Display(const std::string& name) : m_connection(std::make_unique<Connection>(name)) {
    if (!m_connection->xcb.complete) {
        m_problem = "the libraries of X (libxcb, libxcb-screensaver) are not installed";
    } else if (!m_connection->stands()) {
        m_problem = "the X server " + name + " does not answer";
    }
}

X11Display::~X11Display() = default;

std::string X11Display::problem() const {
    if (m_problem.empty() && !m_connection->stands()) {
        return "the X server went away";
    }
    return m_problem;
}

ports::Reading<base::Duration> X11Display::idle() {
    using Idle = ports::Reading<base::Duration>;
    if (const auto why = problem(); !why.empty()) {
        return Idle::unknown(why);
    }
    if (!m_connection->has_saver) {
        return Idle::unknown("the X server has no MIT-SCREEN-SAVER extension");
    }
    const auto& xcb = m_connection->xcb;
    const auto cookie = xcb.query_info(m_connection->handle, m_connection->root);
    const Owned<xcb_screensaver_query_info_reply_t> reply(xcb.query_info_reply(m_connection->handle, cookie, nullptr));
    return reply ? Idle::known(base::Duration{reply->ms_since_user_input})
                 : Idle::unknown("the X server does not tell");
}

ports::Reading<bool> X11Display::full_screen() {
    using FullScreen = ports::Reading<bool>;
    if (const auto why = problem(); !why.empty()) {
        return FullScreen::unknown(why);
    }
    const auto active = m_connection->values(m_connection->root, m_connection->active_window, XCB_ATOM_WINDOW);
    if (active.empty() && m_connection->values(m_connection->root, m_connection->manager, XCB_ATOM_WINDOW).empty()) {
        return FullScreen::unknown("there is no window manager that tells which window is active");
    }
    if (active.empty() || active.front() == 0) {
        return FullScreen::known(false);
    }
    for (const auto value : m_connection->values(active.front(), m_connection->state, XCB_ATOM_ATOM)) {
        if (value == m_connection->full_screen) {
            return FullScreen::known(true);
        }
    }
    return FullScreen::known(false);
}

bool X11Display::has_tray() {
    if (!problem().empty()) {
        return false;
    }
    const auto& xcb = m_connection->xcb;
    const auto cookie = xcb.get_selection_owner(m_connection->handle, m_connection->tray);
    const Owned<xcb_get_selection_owner_reply_t> reply(
        xcb.get_selection_owner_reply(m_connection->handle, cookie, nullptr));
    return reply && reply->owner != XCB_NONE;
}

} // namespace framehand::platform
