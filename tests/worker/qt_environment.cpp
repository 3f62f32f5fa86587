// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <gtest/gtest.h>

#include <memory>

namespace {

/// Qt Sql loads its drivers through the application object.
class QtEnvironment final : public testing::Environment {
public:
    void SetUp() override { m_application = std::make_unique<QCoreApplication>(m_count, m_arguments); }

    void TearDown() override { m_application.reset(); }

private:
    int m_count = 1;
    char m_name[12] = "worker_test";
    char* m_arguments[2] = {m_name, nullptr};
    std::unique_ptr<QCoreApplication> m_application;
};

[[maybe_unused]] const auto* const kEnvironment = testing::AddGlobalTestEnvironment(new QtEnvironment);

} // namespace
