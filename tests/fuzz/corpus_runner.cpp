// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target without libFuzzer: every file of its corpus as it is, then ROUNDS damaged ones from a fixed seed.
//
//   fuzz_run_m3u8 CORPUS_FOLDER [ROUNDS [SEED]]
//
// A crash names its round; `fuzz_run_m3u8 CORPUS_FOLDER ROUND SEED --last FILE` writes that round's input into FILE.
#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

volatile std::sig_atomic_t round_now = 0; ///< 0 while the corpus itself runs

extern "C" void name_the_round(int signal) {
    char text[64];
    const int size =
        std::snprintf(text, sizeof(text), "crashed by signal %d in round %d\n", signal, static_cast<int>(round_now));
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text, static_cast<std::size_t>(size));
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void feed(const std::string& bytes) {
    // A block of its own, of just this size: reading past its end is then noticed by sanitizers.
    const std::vector<std::uint8_t> block(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(block.data(), block.size());
}

std::vector<std::string> read_corpus(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<std::string> corpus;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return corpus;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: CORPUS_FOLDER [ROUNDS [SEED [--last FILE]]]\n", stderr);
        return 2;
    }
    const std::vector<std::string> corpus = read_corpus(argv[1]);
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 20'000;
    const auto seed = static_cast<std::uint32_t>(argc > 3 ? std::atoi(argv[3]) : 1);
    if (corpus.empty()) {
        std::fputs("the corpus is empty\n", stderr);
        return 2;
    }
    framehand::fuzz::Mutator mutator(seed, corpus);
    if (argc > 5) {
        std::string last;
        for (int i = 0; i < rounds; ++i) {
            last = mutator.next();
        }
        std::ofstream(argv[5], std::ios::binary) << last;
        return 0;
    }
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS, SIGTRAP}) {
        std::signal(signal, &name_the_round);
    }
    std::ranges::for_each(corpus, &feed);
    for (int round = 1; round <= rounds; ++round) {
        round_now = round;
        feed(mutator.next());
    }
    std::printf("%zu inputs and %d damaged ones\n", corpus.size(), rounds);
    return 0;
}
