// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/base/log.h"
#include "core/ports/background.h"
#include "core/ports/timers.h"
#include "core/sources/bull_video_table.h"

#include <deque>
#include <memory>

namespace framehand::sources {

/// Writes what became of the videos into the service's table, in order, beside the work: a database that is away holds
/// up no job and fails none. What it does not take is tried again with growing pauses; of more than kMost waiting rows
/// the oldest is given up. What the database refuses is logged and left.
///
/// On the owner's thread; the table is written on another one.
class BullVideoRecords {
public:
    static constexpr std::size_t kMost = 1000;

    struct Services {
        ports::Background& background;
        ports::Timers& timers;
        base::Random random;
        base::Logger logger;
    };

    BullVideoRecords(std::unique_ptr<BullVideoTable> table, Services services);
    ~BullVideoRecords(); ///< waits for a write that is under way
    BullVideoRecords(const BullVideoRecords&) = delete;
    BullVideoRecords& operator=(const BullVideoRecords&) = delete;

    void add(BullVideoRow row);

private:
    void write_next();
    void written();

    std::unique_ptr<BullVideoTable> m_table;
    Services m_services;
    base::Backoff m_backoff;
    std::deque<BullVideoRow> m_rows; ///< the first one is being written while m_task is there
    base::Status m_answer;           ///< of the write under way; its thread's until it has ended
    std::unique_ptr<ports::BackgroundTask> m_task;
    std::unique_ptr<ports::Timer> m_retry;
};

} // namespace framehand::sources
