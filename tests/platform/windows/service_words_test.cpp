// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/service_manager.h"
#include "platform/windows/service_note.h"
#include "platform/windows/service_parameters.h"
#include "tests/platform/windows/test_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

using testing::HasSubstr;
using Activity = ports::ServiceState::Activity;
using End = ServiceNote::End;

TEST(ServiceManager, SaysWhatTheErrorMeansForPeople) {
    const auto refused = service_error(ERROR_ACCESS_DENIED, "the service cannot be installed");
    EXPECT_EQ(refused.code, base::ErrorCode::PermissionDenied);
    EXPECT_THAT(refused.message, HasSubstr("the service cannot be installed: that takes an administrator"));
    EXPECT_EQ(service_error(ERROR_SERVICE_DOES_NOT_EXIST, "x").code, base::ErrorCode::NotFound);
    EXPECT_THAT(service_error(ERROR_SERVICE_DOES_NOT_EXIST, "x").message, HasSubstr("framehandctl service install"));
    EXPECT_EQ(service_error(ERROR_SERVICE_MARKED_FOR_DELETE, "x").code, base::ErrorCode::Unavailable);
    EXPECT_EQ(service_error(ERROR_SERVICE_REQUEST_TIMEOUT, "x").code, base::ErrorCode::Timeout);
    EXPECT_THAT(service_error(ERROR_SERVICE_LOGON_FAILED, "x").message, HasSubstr("Log On"));
    EXPECT_THAT(service_error(ERROR_CRC, "x").cause, HasSubstr("(23)"));
}

TEST(ServiceManager, APausedServiceRuns) {
    EXPECT_EQ(activity_in(SERVICE_PAUSED), Activity::Running);
    EXPECT_EQ(activity_in(SERVICE_CONTINUE_PENDING), Activity::Running);
    EXPECT_EQ(activity_in(SERVICE_START_PENDING), Activity::Starting);
    EXPECT_EQ(activity_in(SERVICE_STOP_PENDING), Activity::Stopping);
    EXPECT_EQ(activity_in(SERVICE_STOPPED), Activity::Stopped);
}

TEST(ServiceNote, KeepsWhatTheServiceSaid) {
    const test::TestKey place;
    ASSERT_TRUE(RegistryKey::create(place.place()));
    ServiceNote note(place.place());
    note.say("nobody has begun");
    EXPECT_EQ(note.read(), ServiceNote::Words{});
    note.begin();
    note.say("transcoding Über.mkv, 43 %");
    EXPECT_EQ(ServiceNote(place.place()).read(), (ServiceNote::Words{"transcoding Über.mkv, 43 %", false, 0}));
    note.end(End::InGoodOrder);
    EXPECT_EQ(note.read(), ServiceNote::Words{});
}

TEST(ServiceNote, CountsRestartsUntilAnEndInGoodOrder) {
    const test::TestKey place;
    ASSERT_TRUE(RegistryKey::create(place.place()));
    ServiceNote note(place.place());
    note.begin();
    note.begin(); // it was killed
    note.say("no disk");
    note.end(End::ToBeRestarted);
    EXPECT_EQ(note.read(), (ServiceNote::Words{"no disk", false, 1}));
    note.begin();
    EXPECT_EQ(note.read().restarts, 2);
    note.end(End::InGoodOrder);
    note.begin();
    EXPECT_EQ(note.read().restarts, 0);
    note.say("config.yml:7: unknown key");
    note.end(End::Failed);
    EXPECT_EQ(note.read(), (ServiceNote::Words{"config.yml:7: unknown key", true, 0}));
    note.begin();
    EXPECT_EQ(note.read().restarts, 0);
}

TEST(ServiceParameters, AreReadAsTheyWereWritten) {
    const test::TestKey place;
    EXPECT_EQ(read_service_parameters(place.place()), std::nullopt);
    const ServiceParameters parameters{"S-1-5-21-1-2-3-1001", LR"(C:\Users\Änne\config.yml)", LR"(D:\映画)"};
    ASSERT_TRUE(write_service_parameters(place.place(), parameters));
    EXPECT_EQ(read_service_parameters(place.place()), parameters);
    ASSERT_TRUE(RegistryKey::open(place.place(), RegistryKey::Access::Write)->forget(L"Owner"));
    EXPECT_EQ(read_service_parameters(place.place()), std::nullopt);
}

} // namespace
} // namespace framehand::platform
