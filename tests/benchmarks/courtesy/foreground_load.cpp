// SPDX-License-Identifier: GPL-3.0-or-later
// What a person's own program does that needs the processor alone: foreground_load THREADS SECONDS prints how many
// million steps a second all threads together got done.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <thread>
#include <vector>

namespace {

constexpr std::uint64_t kStepsBetweenLooks = 100'000;

std::uint64_t steps_until(std::chrono::steady_clock::time_point end, std::atomic<std::uint64_t>& sink) {
    std::uint64_t state = 88172645463325252U;
    std::uint64_t steps = 0;
    while (std::chrono::steady_clock::now() < end) {
        for (std::uint64_t step = 0; step < kStepsBetweenLooks; ++step) {
            state ^= state << 13U;
            state ^= state >> 7U;
            state ^= state << 17U;
        }
        steps += kStepsBetweenLooks;
    }
    sink += state; // or it could be left out
    return steps;
}

} // namespace

int main(int argc, char** argv) {
    const int threads = argc == 3 ? std::atoi(argv[1]) : 0;
    const double seconds = argc == 3 ? std::atof(argv[2]) : 0;
    if (threads < 1 || threads > 1024 || !(seconds > 0) || seconds > 3600) {
        std::cerr << "usage: foreground_load THREADS SECONDS\n";
        return 2;
    }
    std::atomic<std::uint64_t> steps = 0;
    std::atomic<std::uint64_t> sink = 0;
    const auto begin = std::chrono::steady_clock::now();
    const auto end =
        begin + std::chrono::duration_cast<std::chrono::steady_clock::duration>(std::chrono::duration<double>(seconds));
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&] { steps += steps_until(end, sink); });
    }
    for (auto& thread : running) {
        thread.join();
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::cout << static_cast<double>(steps) / 1e6 / took.count() << "\n";
    return 0;
}
