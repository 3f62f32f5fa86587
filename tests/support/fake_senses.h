// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/full_screen.h"
#include "core/ports/game_mode.h"
#include "core/ports/graphical_session.h"
#include "core/ports/input_idle.h"
#include "core/ports/metered_network.h"
#include "core/ports/other_load.h"
#include "core/ports/power_source.h"
#include "core/ports/running_programs.h"
#include "core/ports/sleep_guard.h"
#include "core/ports/temperature.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_local_time.h"

#include <string>
#include <vector>

namespace framehand::test {

/// A desk in memory on which nothing is against work, until the test says otherwise. Input counts from the clock.
class FakeSenses {
public:
    explicit FakeSenses(const FakeClock& clock) : input(clock), m_clock(clock) {}

    /// Somebody presses a key; the source tells.
    void press_a_key() {
        input.last = m_clock.steady();
        tell(input.on_change);
    }

    static void tell(const std::function<void()>& on_change) {
        if (on_change) {
            on_change();
        }
    }

    struct Input final : ports::InputIdle {
        explicit Input(const FakeClock& of) : clock(of), last(of.steady() - base::Duration{3'600'000}) {}

        [[nodiscard]] Report report() const override {
            ++reports;
            const auto idle = std::chrono::duration_cast<base::Duration>(clock.steady() - last);
            return {clock.steady(), why_unknown.empty() ? ports::Reading<base::Duration>::known(idle)
                                                        : ports::Reading<base::Duration>::unknown(why_unknown)};
        }

        void look_every(base::Duration interval) override { looks = interval; }

        const FakeClock& clock;
        base::SteadyTime last;
        std::string why_unknown;
        base::Duration looks{0};
        mutable int reports = 0;
    };

    struct Screen final : ports::FullScreen, ports::GraphicalSession {
        [[nodiscard]] ports::Reading<bool> full_screen() const override { return full; }

        [[nodiscard]] ports::Reading<bool> session_exists() const override { return session; }

        ports::Reading<bool> full = ports::Reading<bool>::known(false);
        ports::Reading<bool> session = ports::Reading<bool>::known(true);
    };

    struct Game final : ports::GameMode {
        [[nodiscard]] ports::Reading<bool> game_runs() const override { return runs; }

        ports::Reading<bool> runs = ports::Reading<bool>::known(false);
    };

    struct Programs final : ports::RunningPrograms {
        [[nodiscard]] ports::Reading<std::vector<std::string>>
        running(const std::vector<std::string>& names) const override {
            ++asked;
            std::vector<std::string> found;
            for (const auto& name : names) {
                if (name == runs) {
                    found.push_back(name);
                }
            }
            return ports::Reading<std::vector<std::string>>::known(std::move(found));
        }

        [[nodiscard]] ports::Reading<std::vector<std::string>> own() const override {
            return ports::Reading<std::vector<std::string>>::known({runs});
        }

        std::string runs;
        mutable int asked = 0;
    };

    struct Load final : ports::OtherLoad {
        [[nodiscard]] ports::Reading<double> percent() override { return now; }

        ports::Reading<double> now = ports::Reading<double>::known(2);
    };

    struct Power final : ports::PowerSource {
        [[nodiscard]] ports::Reading<bool> on_battery() const override { return battery; }

        [[nodiscard]] ports::Reading<bool> power_saver() const override { return saver; }

        ports::Reading<bool> battery = ports::Reading<bool>::known(false);
        ports::Reading<bool> saver = ports::Reading<bool>::known(false);
    };

    struct Network final : ports::MeteredNetwork {
        [[nodiscard]] ports::Reading<bool> metered() const override { return costs; }

        ports::Reading<bool> costs = ports::Reading<bool>::known(false);
    };

    struct Heat final : ports::Temperature {
        [[nodiscard]] ports::Reading<double> celsius() const override { return now; }

        ports::Reading<double> now = ports::Reading<double>::known(55);
    };

    struct Sleep final : ports::SleepGuard {
        struct Awake final : Hold {
            explicit Awake(int& of) : holds(of) { ++holds; }

            ~Awake() override { --holds; }

            int& holds;
        };

        [[nodiscard]] std::unique_ptr<Hold> stay_awake(const std::string& /*why*/) override {
            return std::make_unique<Awake>(holds);
        }

        int holds = 0;
    };

    Input input;
    Screen screen;
    Game game;
    Programs programs;
    Load load;
    Power power;
    Network network;
    Heat heat;
    Sleep sleep;
    FakeLocalTime local_time;

private:
    const FakeClock& m_clock;
};

} // namespace framehand::test
