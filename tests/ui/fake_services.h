// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings_editor.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_secret_store.h"
#include "tests/support/fake_timers.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/fake_daemon_call.h"
#include "ui/settings/settings_services.h"

#include <gtest/gtest.h>

#include <array>
#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace framehand::test {

/// All that the settings dialog and the first setup need: the daemon's real settings over a file in a temporary folder,
/// and an app that writes down what it was asked for.
struct FakeServices {
    /// Answers when the test says so; writes down what was asked for.
    struct Service final : ui::ServiceCalls {
        [[nodiscard]] ports::BackgroundService::Kind kind() const override { return its_kind; }

        void ask(Action action, Done done) override {
            static constexpr std::array kNames{"look", "install", "remove", "start", "install and start", "stop"};
            asked.emplace_back(kNames.at(static_cast<std::size_t>(action)));
            waiting.push_back(std::move(done));
        }

        /// All that was asked, also what that brings about.
        void answer() {
            while (!waiting.empty()) {
                const auto done = std::move(waiting.front());
                waiting.pop_front();
                done({outcome, state});
            }
        }

        ports::BackgroundService::Kind its_kind = ports::BackgroundService::Kind::OfTheUser;
        base::Result<ports::ServiceState> state = ports::ServiceState{};
        base::Status outcome;
        std::vector<std::string> asked;
        std::deque<Done> waiting;
    };

    struct Login final : ports::LoginStart {
        [[nodiscard]] base::Result<bool> enabled() const override { return on; }

        [[nodiscard]] base::Status enable() override {
            on = true;
            return {};
        }

        [[nodiscard]] base::Status disable() override {
            on = false;
            return {};
        }

        [[nodiscard]] std::filesystem::path place() const override {
            return "/home/ann/.config/autostart/framehand.desktop";
        }

        bool on = false;
    };

    struct Programs final : ports::RunningPrograms {
        [[nodiscard]] ports::Reading<std::vector<std::string>>
        running(const std::vector<std::string>& names) const override {
            return ports::Reading<std::vector<std::string>>::known(names);
        }

        [[nodiscard]] ports::Reading<std::vector<std::string>> own() const override { return runs; }

        ports::Reading<std::vector<std::string>> runs =
            ports::Reading<std::vector<std::string>>::known({"blender", "vlc"});
    };

    /// The settings file holds `text`; `environment` goes before it.
    explicit FakeServices(const std::string& text, settings::Environment environment = {}) {
        folder.write("config.yml", text);
        request.config_path = folder.path() / "config.yml";
        request.environment = std::move(environment);
        request.dirs = settings::xdg_dirs({}, folder.path(), folder.path());
        request.host_name = "pc";
        const auto loaded = settings::load(request);
        EXPECT_TRUE(loaded) << loaded.error().text();
        editor.emplace(request, loaded.value());
    }

    FakeServices(const FakeServices&) = delete;
    FakeServices& operator=(const FakeServices&) = delete;

    /// Answers what is asked of the settings until nothing of it is open.
    void answer_settings() {
        using base::Json;
        bool answered = true;
        while (answered) {
            answered = false;
            for (const auto& call : daemon.open()) {
                base::Result<Json> answer = Json();
                const auto method = call.method;
                const auto changes = settings::changes_from_json(call.params);
                if (method == "settings.describe") {
                    answer = editor->describe();
                } else if (method == "settings.check" && changes) {
                    answer = Json{{"mistakes", editor->check(*changes)}};
                } else if (method == "settings.set" && changes) {
                    const auto outcome = editor->set(*changes);
                    answer = outcome ? base::Result<Json>(settings::to_json(*outcome)) : base::Error(outcome.error());
                } else {
                    continue;
                }
                answered = daemon.answer(method, answer);
                break;
            }
        }
    }

    /// What was typed is checked, and all is answered.
    void settle() {
        timers.advance(base::Duration{1'000});
        answer_settings();
        service.answer();
    }

    [[nodiscard]] std::string file() const { return folder.read("config.yml"); }

    TempFolder folder;
    settings::LoadRequest request;
    std::optional<settings::SettingsEditor> editor;
    FakeDaemonCall daemon;
    FakeClock clock;
    FakeTimers timers{clock};
    Service service;
    Login login;
    Programs programs;
    FakeSecretStore secrets;
    ui::AppSettings app{folder.path() / "desktop.conf"};
    std::vector<std::string> asked;
    base::Status restart_outcome;
    bool own_daemon = true;
    ui::SettingsServices services{
        daemon,
        timers,
        service,
        login,
        programs,
        secrets,
        app,
        [this] { asked.emplace_back("appearance"); },
        [this](const ui::Notice& notice) { asked.push_back("notify: " + notice.title.toStdString()); },
        [this](const std::function<void(const base::Status&)>& done) {
            asked.emplace_back("restart");
            done(restart_outcome);
        },
        [this] { return own_daemon; },
        [this] { asked.emplace_back("first run"); }};
};

} // namespace framehand::test
