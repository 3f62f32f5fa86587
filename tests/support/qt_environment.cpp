// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>

namespace {

/// Event loops need the application object, and Qt Sql loads its drivers through it.
class QtEnvironment final : public testing::Environment {
public:
    void SetUp() override { m_application = std::make_unique<QCoreApplication>(m_count, m_arguments.data()); }

    void TearDown() override { m_application.reset(); }

private:
    int m_count = 1;
    std::string m_name = "framehand_test";
    std::array<char*, 2> m_arguments{m_name.data(), nullptr};
    std::unique_ptr<QCoreApplication> m_application;
};

[[maybe_unused]] const auto* const kEnvironment = testing::AddGlobalTestEnvironment(new QtEnvironment);

} // namespace
