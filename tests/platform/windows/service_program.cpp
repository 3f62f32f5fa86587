// SPDX-License-Identifier: GPL-3.0-or-later
//
// service_program MODE NAME FILE: a program that windows_service_test installs as the service NAME. It writes what
// happens to it into FILE, a line each. MODE: "works", "refuses" its settings, "fails".
#include "platform/windows/program_arguments.h"
#include "platform/windows/service_host.h"
#include "platform/windows/wide_text.h"

#include <QCoreApplication>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace framehand::platform;

int serve(ServiceHost& host, const std::string& mode, const std::function<void(const char*)>& note) {
    int count = 1;
    std::string name = "service_program";
    std::vector<char*> words{name.data(), nullptr};
    const QCoreApplication application(count, words.data());
    if (mode == "refuses") {
        host.say("config.yml:7: unknown key \"nas\"");
        return ServiceHost::kHopeless;
    }
    if (mode == "fails") {
        return 7;
    }
    host.calls.stop = [&] {
        note("stop");
        host.stopping();
        QCoreApplication::quit();
    };
    host.calls.pause = [&] { note("pause"); };
    host.calls.resume = [&] { note("resume"); };
    host.ready();
    host.alive();
    host.say("waiting for jobs");
    note("ready");
    const int code = QCoreApplication::exec();
    note("end");
    return code;
}

} // namespace

int main() {
    const auto words = program_arguments();
    if (words.size() != 4) {
        return 64;
    }
    const std::filesystem::path file = to_wide(words[3]);
    const auto note = [&file](const char* line) {
        std::ofstream(file, std::ios::app | std::ios::binary) << line << '\n';
    };
    ServiceHost host(to_wide(words[2]));
    const auto code = host.run([&](ServiceHost& running) { return serve(running, words[1], note); });
    if (!code) {
        note("not a service");
        return 65;
    }
    return *code;
}
