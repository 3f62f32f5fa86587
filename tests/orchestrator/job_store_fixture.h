// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/job_store.h"
#include "core/orchestrator/schema.h"
#include "tests/orchestrator/sample_job.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace framehand::orchestrator {

/// A store in a database on the disk.
class JobStoreTest : public testing::Test {
protected:
    void SetUp() override { open(); }

    void open() {
        m_store.reset();
        m_database.reset();
        auto database = sql::Database::open(m_folder.path() / "o.db", orchestrator::schema_steps());
        ASSERT_TRUE(database) << database.error().text();
        m_database = std::move(*database);
        m_store = std::make_unique<JobStore>(*m_database);
    }

    void insert(const std::string& id, int priority = 0) {
        JobRecord record;
        record.job = test::sample_job(id);
        record.priority = priority;
        record.created_at = m_clock.wall();
        const auto inserted = m_store->insert(record);
        ASSERT_TRUE(inserted) << inserted.error().text();
    }

    base::WallTime now() { return m_clock.wall(); }

    test::TempFolder m_folder;
    test::FakeClock m_clock;
    std::unique_ptr<sql::Database> m_database;
    std::unique_ptr<JobStore> m_store;
};

} // namespace framehand::orchestrator
