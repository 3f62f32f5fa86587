// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/callback_guard.h"
#include "core/base/result.h"
#include "core/redis/url.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <string_view>

class QAbstractSocket;
class QIODevice;

namespace framehand::redis {

/// One try to reach a server, and the bytes that go to and fro. Made new for the next try. Destroying it closes the
/// connection; its callbacks may do so.
class Transport {
public:
    struct Events {
        std::function<void()> opened;
        std::function<void(std::string_view)> received;
        /// Once, and nothing after it. Unavailable, or PermissionDenied for a certificate that is not trusted.
        std::function<void(base::Error)> closed;
    };

    Transport(const Url& url, const std::filesystem::path& ca_file, Events events);
    ~Transport();
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    /// Begins; how it went is told by an event, never from inside.
    void open();
    void write(std::string_view bytes);

private:
    void open_tcp();
    void open_tls();
    void open_unix();
    void watch(QAbstractSocket& socket);
    void opened();
    void received();
    void close_with(base::ErrorCode code, const QString& cause);
    template <typename Call>
    void tell(Call call);

    const Url m_url;
    const std::filesystem::path m_ca_file;
    Events m_events;
    QObject m_context; ///< ends what is still to come
    QIODevice* m_device =
        nullptr; ///< a raw pointer: while it calls it has to outlive this by one turn of the event loop
    bool m_calling = false;
    bool m_closed = false;
    base::CallbackGuard m_guard;
};

} // namespace framehand::redis
