// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace framehand::api {

/// The client that a call comes from.
class Session {
public:
    virtual ~Session() = default;
    /// Sends it all events from now on. Twice is fine.
    virtual void subscribe() = 0;
};

/// The methods of the local API by name, free of any transport. Takes every input: what is malformed gets the error
/// that JSON-RPC 2.0 has for it. Batches are answered as section 6 says. One thread.
class Dispatcher {
public:
    /// `params` is an object (empty if the request had none). InvalidArgument names the member that is wrong.
    using Method = std::function<base::Result<base::Json>(const base::Json& params, Session& session)>;

    /// Replaces a method of that name.
    void add(std::string name, Method method);

    /// The answer to one line, without a line's end; nothing for notifications.
    [[nodiscard]] std::optional<std::string> handle(std::string_view line, Session& session) const;

private:
    [[nodiscard]] std::optional<base::Json> answer(const base::Json& request, Session& session) const;

    std::map<std::string, Method, std::less<>> m_methods;
};

} // namespace framehand::api
