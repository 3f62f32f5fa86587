// SPDX-License-Identifier: GPL-3.0-or-later
//
// child_program VERB: what the tests of child processes start, on each operating system.
#include "tests/platform/this_system.h"

#include <chrono>
#include <iostream>
#include <string>
#include <string_view>

using namespace framehand;

namespace {

int answer() {
    std::string said;
    std::getline(std::cin, said);
    std::cout << "got " << said << "\n"
              << "two\r\n"
              << "last without end" << std::flush;
    std::cerr << "oops\n";
    return 5;
}

int drain() {
    std::string line;
    while (std::getline(std::cin, line)) {
    }
    std::cout << "end\n";
    return 0;
}

[[noreturn]] void crash() {
    volatile int* nowhere = nullptr;
    *nowhere = 1;
    test::wait_to_be_killed();
}

/// A line for each millisecond: the name, and microseconds of the clock that all processes share.
[[noreturn]] void tick(std::string_view name) {
    using Clock = std::chrono::steady_clock;
    for (auto next = Clock::now();;) {
        if (const auto now = Clock::now(); now >= next) {
            const auto time = std::chrono::duration_cast<std::chrono::microseconds>(now.time_since_epoch()).count();
            std::cout << (std::string(name) + " " + std::to_string(time) + "\n") << std::flush;
            next = now + std::chrono::milliseconds(1);
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    test::use_bytes();
    const std::string_view verb = argc > 1 ? argv[1] : "";
    if (verb == "answer") {
        return answer();
    }
    if (verb == "drain") {
        return drain();
    }
    if (verb == "crash") {
        crash();
    }
    if (verb == "cut") {
        std::cout << "whole\n{\"event\": \"pro" << std::flush;
        crash();
    }
    if (verb == "sleep") {
        test::wait_to_be_killed();
    }
    if (verb == "family") {
        std::cout << test::start_again("sleep") << std::endl;
        test::wait_to_be_killed();
    }
    if (verb == "tick") {
        tick("child");
    }
    if (verb == "ticking-family") {
        (void)test::start_again("tick");
        tick("own");
    }
    if (verb == "long") {
        std::cout << std::string(1'000'000, 'x') << "\nafter\n";
        return 0;
    }
    if (verb == "endless") {
        const std::string zeros(65536, '\0');
        for (;;) {
            std::cout << zeros << std::flush;
        }
    }
    if (verb == "despair") {
        std::cerr << std::string(100'000, 'y') << "\nthe reason\n";
        return 0;
    }
    if (verb == "spin") {
        volatile unsigned turns = 0;
        for (;;) {
            turns = turns + 1;
        }
    }
    if (verb == "here") {
        std::cout << "here\n";
        return 0;
    }
    return 2;
}
