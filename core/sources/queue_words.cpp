// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/queue_words.h"

namespace framehand::sources {

std::string counted(std::int64_t count, const std::string& one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

std::string queue_words(const QueueLengths& lengths) {
    const bool empty = lengths.waiting == 0 && lengths.running == 0 && lengths.delayed == 0;
    std::string words = "empty";
    if (!empty) {
        words = lengths.waiting == 0 ? "no job waits"
                                     : counted(lengths.waiting, "job") + (lengths.waiting == 1 ? " waits" : " wait");
    }
    if (lengths.running > 0) {
        words += ", " + std::to_string(lengths.running) + (lengths.running == 1 ? " is" : " are") + " being done";
    }
    if (lengths.delayed == 1) {
        words += ", 1 waits for its time";
    } else if (lengths.delayed > 1) {
        words += ", " + std::to_string(lengths.delayed) + " wait for their time";
    }
    if (lengths.failed > 0) {
        words += ", " + std::to_string(lengths.failed) + (lengths.failed == 1 ? " has" : " have") + " failed";
    }
    return words;
}

} // namespace framehand::sources
