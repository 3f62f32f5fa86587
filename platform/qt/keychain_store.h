// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/secret_store.h"

#include <QObject>

namespace framehand::platform {

/// The keychain of the desktop by QtKeychain: the Secret Service (GNOME Keyring, KeePassXC, ...) through libsecret,
/// which is loaded where it is there, or KWallet. Never a plain file. Main thread; libsecret needs Qt's GLib event
/// loop.
class KeychainStore final : public ports::SecretStore {
public:
    void read(const Name& name, Read done) override;
    void write(const Name& name, const base::Secret& secret, Done done) override;
    void remove(const Name& name, Done done) override;

private:
    QObject m_receiver; ///< its end drops the answers that are awaited
};

} // namespace framehand::platform
