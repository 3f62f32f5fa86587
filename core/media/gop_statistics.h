// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/file_system.h"

#include <cstdint>
#include <filesystem>

namespace framehand::media {

/// What the encoder of the largest rung found out about the pictures of one GOP, in the form that x264 reads in a
/// second pass: frame types, and how much later pictures depend on each block. The files are removed with it.
/// Shared by the encoders of the smaller rungs, which only read.
class GopStatistics {
public:
    /// What the GOP cost in the largest rung.
    struct Cost {
        double seconds = 0;    ///< of the GOP
        double share = 1;      ///< bits of this GOP, 1 = its bit rate
        double film_share = 1; ///< bits of the film up to its end, 1 = its bit rate
    };

    GopStatistics(ports::FileSystem& file_system, std::filesystem::path file, Cost cost)
        : m_file_system(file_system), m_file(std::move(file)), m_cost(cost) {}

    ~GopStatistics();
    GopStatistics(const GopStatistics&) = delete;
    GopStatistics& operator=(const GopStatistics&) = delete;

    /// For x264's option "stats"; beside it lies `<file>.mbtree`.
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

    [[nodiscard]] const Cost& cost() const { return m_cost; }

private:
    ports::FileSystem& m_file_system;
    const std::filesystem::path m_file;
    const Cost m_cost;
};

} // namespace framehand::media
