// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace framehand::fuzz {

/// Damages inputs as transmission, truncation and malice do. The same seed gives the same damage on every system.
class Mutator {
public:
    Mutator(std::uint32_t seed, std::vector<std::string> corpus) : m_random(seed), m_corpus(std::move(corpus)) {}

    /// Some input of the corpus with one to eight damages.
    [[nodiscard]] std::string next();

private:
    [[nodiscard]] std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }

    void damage(std::string& bytes);

    std::mt19937 m_random;
    std::vector<std::string> m_corpus; ///< never empty
};

} // namespace framehand::fuzz
