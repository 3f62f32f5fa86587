// SPDX-License-Identifier: GPL-3.0-or-later
//
// keychain_user read|write|remove KEY [SECRET]: does that to the keychain that its environment leads to, and says what
// came of it in one line: "ok", "ok SECRET", "nothing", or the error's code.
#include "platform/qt/keychain_store.h"

#include <QCoreApplication>

#include <iostream>

namespace {

void end(const std::string& line) {
    std::cout << line << std::endl;
    QCoreApplication::quit();
}

void end(const framehand::base::Status& outcome) {
    end(outcome ? std::string("ok") : std::string(to_string(outcome.error().code)));
}

} // namespace

int main(int argc, char** argv) {
    using framehand::base::Secret;
    const QCoreApplication application(argc, argv);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    framehand::platform::KeychainStore store;
    const framehand::ports::SecretStore::Name name{"Framehand test", arguments.at(1)};
    if (arguments.at(0) == "write") {
        store.write(name, Secret(arguments.at(2)), [](const auto& outcome) { end(outcome); });
    } else if (arguments.at(0) == "remove") {
        store.remove(name, [](const auto& outcome) { end(outcome); });
    } else {
        store.read(name, [](const auto& secret) {
            if (!secret) {
                end(std::string(to_string(secret.error().code)));
            } else {
                end(*secret ? "ok " + (*secret)->reveal() : "nothing");
            }
        });
    }
    return QCoreApplication::exec();
}
