// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/service_note.h"

#include <utility>

namespace framehand::platform {

namespace {

constexpr auto kSaid = L"Said";
constexpr auto kRestarts = L"Restarts";
constexpr auto kEnd = L"End";

// Of kEnd; while it runs it says what holds if it ends without a word.
constexpr std::uint32_t kInGoodOrder = 0;
constexpr std::uint32_t kToBeRestarted = 1;
constexpr std::uint32_t kFailed = 2;

std::uint32_t number_of(ServiceNote::End end) {
    switch (end) {
    case ServiceNote::End::InGoodOrder:
        return kInGoodOrder;
    case ServiceNote::End::ToBeRestarted:
        return kToBeRestarted;
    case ServiceNote::End::Failed:
        return kFailed;
    }
    return kFailed;
}

} // namespace

ServiceNote::ServiceNote(RegistryKey::Place parameters) : m_place(std::move(parameters)) {
    m_place.path += L"\\Status";
}

void ServiceNote::begin() {
    if (auto key = RegistryKey::create(m_place, RegistryKey::Lasts::UntilReboot)) {
        const bool is_restart = key->number(kEnd) == kToBeRestarted;
        (void)key->set_number(kRestarts, is_restart ? key->number(kRestarts).value_or(0) + 1 : 0);
        (void)key->set_number(kEnd, kToBeRestarted);
        (void)key->set_text(kSaid, "");
    }
}

void ServiceNote::say(std::string_view sentence) {
    if (auto key = RegistryKey::open(m_place, RegistryKey::Access::Write)) {
        (void)key->set_text(kSaid, std::string(sentence));
    }
}

void ServiceNote::end(End end) {
    if (auto key = RegistryKey::open(m_place, RegistryKey::Access::Write)) {
        (void)key->set_number(kEnd, number_of(end));
        if (end == End::InGoodOrder) {
            (void)key->set_text(kSaid, "");
        }
    }
}

ServiceNote::Words ServiceNote::read() const {
    const auto key = RegistryKey::open(m_place, RegistryKey::Access::Read);
    if (!key) {
        return {};
    }
    return {key->text(kSaid).value_or(""), key->number(kEnd) == kFailed,
            static_cast<int>(key->number(kRestarts).value_or(0))};
}

} // namespace framehand::platform
