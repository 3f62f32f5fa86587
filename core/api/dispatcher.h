// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/reply.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::api {

/// The client that a call comes from.
class Session {
public:
    Session() = default;
    virtual ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Sends it all events from now on. Twice is fine.
    virtual void subscribe() = 0;

    /// `call` when the client goes, as long as what is returned is kept. It must touch nothing of the session.
    [[nodiscard]] std::shared_ptr<void> when_gone(std::function<void()> call);

private:
    std::vector<std::weak_ptr<std::function<void()>>> m_when_gone;
};

/// The methods of the local API by name, free of any transport. Takes every input: what is malformed gets the error
/// that JSON-RPC 2.0 has for it. Batches are answered as section 6 says, once their last call is. One thread.
class Dispatcher {
public:
    /// `params` is an object (empty if the request had none). InvalidArgument names the member that is wrong.
    using Method = std::function<base::Result<base::Json>(const base::Json& params, Session& session)>;

    /// For what takes time: answers later. `params` lives as long as the call of the method only.
    using LaterMethod = std::function<void(const base::Json& params, Reply reply)>;

    /// The same, for what is given up when the client goes. `session`, too, lives as long as the call only.
    using SessionLaterMethod = std::function<void(const base::Json& params, Session& session, Reply reply)>;

    /// Gets an answer without a line's end.
    using Send = std::function<void(std::string)>;

    /// Each replaces a method of that name.
    void add(std::string name, Method method);
    void add_later(std::string name, LaterMethod method);
    void add_later(std::string name, SessionLaterMethod method);

    /// Does what one line asks for. `send` is called once, from inside or later, even after this dispatcher's end;
    /// never for notifications.
    void handle(std::string_view line, Session& session, Send send) const;

private:
    using Respond = std::function<void(base::Json response)>;

    /// `respond` is called once, from inside or later; with null for a notification, and from inside.
    void answer(const base::Json& request, Session& session, Respond respond) const;
    void answer_all(const base::Json& requests, Session& session, Send send) const;

    std::map<std::string, SessionLaterMethod, std::less<>> m_methods;
};

} // namespace framehand::api
