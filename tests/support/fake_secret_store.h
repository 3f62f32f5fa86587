// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/secret_store.h"

#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace framehand::test {

/// A keychain whose answers wait for answer_all(); with an error in `refuses` it does nothing.
class FakeSecretStore final : public ports::SecretStore {
public:
    void read(const Name& name, Read done) override {
        m_open.emplace_back([this, name, done = std::move(done)] {
            if (!refuses) {
                done(base::Error(refuses.error()));
                return;
            }
            const auto found = secrets.find(name);
            done(found == secrets.end() ? std::optional<base::Secret>() : base::Secret(found->second));
        });
    }

    void write(const Name& name, const base::Secret& secret, Done done) override {
        m_open.emplace_back([this, name, text = secret.reveal(), done = std::move(done)] {
            if (refuses) {
                secrets[name] = text;
            }
            done(refuses);
        });
    }

    void remove(const Name& name, Done done) override {
        m_open.emplace_back([this, name, done = std::move(done)] {
            if (refuses) {
                secrets.erase(name);
            }
            done(refuses);
        });
    }

    /// Also what is asked meanwhile.
    void answer_all() {
        while (!m_open.empty()) {
            for (const auto& answer : std::exchange(m_open, {})) {
                answer();
            }
        }
    }

    [[nodiscard]] bool is_asked() const { return !m_open.empty(); }

    std::map<Name, std::string> secrets;
    base::Status refuses; ///< unless it is Ok

private:
    std::vector<std::function<void()>> m_open;
};

} // namespace framehand::test
