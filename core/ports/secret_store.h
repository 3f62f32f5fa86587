// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <functional>
#include <optional>
#include <string>

namespace framehand::ports {

/// The keychain of the person who is logged in. Owner's thread, which runs an event loop.
///
/// A call may take as long as the person needs to unlock it. `done` comes once, later, and never after the end of the
/// store. Errors: Unsupported where this desktop has no keychain, PermissionDenied where the person or the keychain
/// refuses, else Unavailable. None of them has the secret in it.
class SecretStore {
public:
    struct Name {
        std::string service; ///< whose secret it is, as keychains list it
        std::string key;     ///< which of its secrets

        bool operator==(const Name&) const = default;
        auto operator<=>(const Name&) const = default;
    };

    using Read = std::function<void(const base::Result<std::optional<base::Secret>>& secret)>;
    using Done = std::function<void(const base::Status& outcome)>;

    virtual ~SecretStore() = default;
    /// Nothing, if there is no such secret.
    virtual void read(const Name& name, Read done) = 0;
    /// Replaces one that is there.
    virtual void write(const Name& name, const base::Secret& secret, Done done) = 0;
    /// Fine if there is none.
    virtual void remove(const Name& name, Done done) = 0;
};

} // namespace framehand::ports
