// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace framehand::test {

/// A video of H.264 pictures that a test makes for itself: a picture of noise and blocks that moves, of one bit rate.
struct H264Source {
    std::string container = "mp4"; ///< libav's muxer
    int width = 320;
    int height = 180;
    int frames = 200;
    int rate = 25; ///< frames a second
    /// Numbers of the pictures that are IDR pictures, beside the first.
    std::vector<int> idrs = {50, 100, 150};
    std::string x264 = {};          ///< further x264-params
    std::string profile = "high";   ///< libx264's name
    bool ten_bits = false;          ///< 4:2:0 either way
    bool says_color = true;         ///< BT.709, in the bitstream and the container
    bool carries_captions = false;  ///< CEA-708, in every picture
    std::int64_t bitrate = 300'000; ///< bits a second, held closely
    int aspect_num = 1;             ///< of a sample
    int aspect_den = 1;
    int from_packet = 0;        ///< packets before it, in decode order, are left out
    int first_number = 0;       ///< times begin at this frame; less than 0: hidden by an edit list
    int late_from = INT32_MAX;  ///< pictures from this one on are half a frame late
    int noisy_from = INT32_MAX; ///< pictures from this one on are full of noise
    int audio_ms = 0;           ///< PCM, needs "matroska"
};

/// Pictures that are IDR pictures every `distance` of `frames`.
[[nodiscard]] std::vector<int> every(int distance, int frames);

/// Writes it to `file`; fails the test if libav cannot.
void write_source(const std::filesystem::path& file, const H264Source& source);

/// Overwrites the length before the first NAL unit of packet `number` of an MP4 file's video.
void break_packet(const std::filesystem::path& file, int number);
/// Overwrites bytes inside packet `number` of an MP4 file's video, behind its slice's header.
void damage_picture(const std::filesystem::path& file, int number);

} // namespace framehand::test
